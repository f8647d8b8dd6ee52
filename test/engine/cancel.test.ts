import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isIntact } from '../../src/core/result.ts'
import { yesApprover } from '../../src/engine/approver.ts'
import { runRollout } from '../../src/engine/rollout.ts'
import { serveTcp } from '../builders/http.ts'
import { expectEnded, postgresServer } from '../builders/postgres.ts'
import { sessionOf, stage } from '../builders/session.ts'
import { running } from './processes.ts'

const postgres = postgresServer()
const nap = `${2000 + (randomBytes(2).readUInt16BE() % 5000)}.${randomBytes(3).readUIntBE(0, 3)}`

describe('a run that is cancelled in the middle', () => {
  it('ends all of its work, writes its evidence, and is no-go', async () => {
    const { url, open } = await serveTcp(() => undefined)
    const database = await postgres.database()
    const controller = new AbortController()
    const session = await sessionOf(
      `gatesheet: 1
name: T
smoke:
  - { title: Done, run: "echo done" }
  - { title: Command, run: "sleep ${nap}", timeout: 5m }
  - { title: Request, http: GET ${url}, timeout: 5m }
  - { title: Query, sql: SELECT pg_sleep(91), database: "\${DATABASE_URL}", expect: { value: "" }, timeout: 5m }
  - { title: Polls, run: exit 1, until: 5m, every: 60s }
  - { title: Waits, run: "echo \${job}" }
  - { title: Feeds, run: "sleep ${nap}", timeout: 5m, capture: { job: stdout } }
`,
      { signal: controller.signal, env: { DATABASE_URL: database } },
    )
    setTimeout(() => controller.abort(), 800)
    const began = performance.now()
    const result = await stage(session, 'smoke')
    expect(performance.now() - began).toBeLessThan(15_000)

    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['cancelled', 'check-error'] })
    expect(result.checks.map(({ title, outcome }) => `${title} ${outcome}`)).toEqual([
      'Done pass',
      'Command error',
      'Request error',
      'Query error',
      'Polls error',
      'Waits error',
      'Feeds error',
    ])
    for (const title of ['Command', 'Request', 'Query', 'Feeds'])
      expect(result.checks.find(check => check.title === title)?.message).toMatch(/was cancelled/)

    const written = JSON.parse(readFileSync(join(session.evidence, 'staging/09-smoke.json'), 'utf8'))
    expect(written).toEqual(result)
    expect(isIntact(written)).toBe(true)

    expect(running(nap)).toEqual([])
    await expect.poll(open).toBe(0)
    await expectEnded(postgres, 'pg_sleep(91)')
  })

  it.each([
    ['before anything changed', 'preflight', ['preflight no-go', 'record go']],
    ['while it deployed', 'deploy', ['preflight go', 'sign-off go', 'deploy no-go', 'record go']],
  ])('%s neither goes on nor rolls back on its own', async (_, where, stages) => {
    const controller = new AbortController()
    const slow = (name: string) =>
      `[{ title: ${name}, run: 'echo ${name} >> trace; ${name === where ? 'sleep 60' : 'true'}' }]`
    const session = await sessionOf(
      `gatesheet: 1
name: T
preflight: ${slow('preflight')}
deploy: { after-migrate: ${slow('deploy')} }
smoke: ${slow('smoke')}
rollback-check: { triggers: [{ title: T, when: deploy }] }
rollback: { steps: ${slow('rollback')} }
sign-off: { record: [operator] }
`,
      { signal: controller.signal, approver: yesApprover('ada') },
    )
    const trace = join(session.folder, 'trace')
    const waiting = setInterval(() => {
      if (existsSync(trace) && readFileSync(trace, 'utf8').includes(where)) controller.abort()
    }, 20)
    const { results, deciding } = await runRollout(session)
    clearInterval(waiting)
    expect(results.map(({ stage, verdict }) => `${stage} ${verdict}`)).toEqual(stages)
    expect(deciding?.reasons[0]).toBe('cancelled')
    expect(readFileSync(trace, 'utf8')).not.toMatch(/smoke|rollback/)
  })

  it('between two stages begins no further one', async () => {
    const controller = new AbortController()
    const session = await sessionOf(
      'gatesheet: 1\nname: T\npreflight: [{ title: P, env: [PATH] }]\ndeploy: { after-migrate: [{ title: D, run: touch deployed }] }\n',
      { signal: controller.signal },
    )
    const listen = session.listen
    session.listen = event => {
      listen(event)
      if (event.type === 'stage-ended') controller.abort()
    }
    const { results } = await runRollout(session)
    expect(results.at(-1)).toMatchObject({ verdict: 'no-go', reasons: ['cancelled', 'deploy-unproved'] })
    expect(existsSync(join(session.folder, 'deployed'))).toBe(false)
  })
})
