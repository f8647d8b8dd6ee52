import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { planRollout } from '../../src/engine/plan.ts'
import { sessionOf } from '../builders/session.ts'

const text = `gatesheet: 1
name: T
preflight:
  - { title: Set, env: [A_TOKEN], in: [production] }
  - { title: Ask, http: "GET \${API_URL}/\${short-sha}?k=\${A_TOKEN}" }
deploy: { after-migrate: [{ title: Deploy, run: "touch deployed \${sha}" }] }
smoke:
  - { title: Make, run: x, capture: { job: json.id } }
  - { title: Use, run: "echo \${job} \${NOBODY}" }
rollback-check:
  previous: { title: Previous, run: x, capture: { release: stdout } }
  triggers: [{ title: T, when: smoke }]
rollback: { steps: [{ title: Back, run: "deploy \${previous.sha}" }] }
backup: { database: "\${DATABASE_URL}", to: y, in: [production] }
migrate: { tool: sql, directory: "\${WHERE}", database: "postgresql://app:\${PW}@h/d" }
`

const planned = async (environment = 'staging') => {
  const session = await sessionOf(text, {
    environment,
    env: { API_URL: 'https://api.example', A_TOKEN: 'canary-token-1', PW: 'canary-pw-1' },
  })
  const stages = planRollout(session, session.redactor)
  const items = Object.fromEntries(stages.flatMap(({ items }) => items.map(item => [item.id, item])))
  return { session, stages, items, of: (name: string) => stages.find(({ stage }) => stage.name === name) }
}

it('shows every stage, with what would be asked and run', async () => {
  const { stages, items, session } = await planned()
  expect(stages).toHaveLength(13)
  expect(JSON.stringify(items['ask']?.does)).toContain(`https://api.example/${session.commit.slice(0, 12)}`)
  expect(JSON.stringify(items['deploy']?.does)).toContain(session.commit)
})

it('says what is left out, and why', async () => {
  const { items, of } = await planned()
  expect(items['set']?.leftOut).toBe('only in production')
  expect(of('backup')?.leftOut).toBe('only in production')
  expect(of('observe')?.leftOut).toBe('the checklist has no `observe`')
  expect((await planned('production')).items['set']?.leftOut).toBeUndefined()
})

it('names what has no value, and not what only the run will find', async () => {
  const { items, of } = await planned()
  expect(items['use']?.missing).toEqual(['NOBODY'])
  expect(JSON.stringify(items['use']?.does)).toContain('<job>')
  expect(items['back']?.missing).toEqual([])
  expect(JSON.stringify(items['back']?.does)).toContain('<previous.sha>')
  expect(of('migrate')?.missing).toEqual(['WHERE'])
})

it('shows no secret and touches nothing', async () => {
  const { stages, session } = await planned('production')
  expect(JSON.stringify(stages)).not.toMatch(/canary/)
  expect(readdirSync(session.folder)).toEqual([])
})
