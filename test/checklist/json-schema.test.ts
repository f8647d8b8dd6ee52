import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checklistJsonSchema } from '../../src/checklist/json-schema.ts'
import { kinds, schemas } from '../../src/checks/registry.ts'
import { language } from '../../src/gates/language.ts'
import { checklistOf, preflightOf, problemsIn } from '../builders/checklists.ts'
import { violations } from '../builders/json-schema.ts'

const schema = checklistJsonSchema(language, kinds, schemas())
const broken = (text: string) => violations(schema, parse(text))

const folder = join(import.meta.dirname, '../../checklists')
const checklists = readdirSync(folder).filter(name => name.endsWith('.yml'))

it.each(checklists)('accepts checklists/%s', name =>
  expect(broken(readFileSync(join(folder, name), 'utf8'))).toEqual([]),
)

describe.each(kinds.map(kind => [kind.name, kind] as const))('the example of %s', (name, kind) => {
  const text = preflightOf(kind.example)
  it('is accepted by the schema', () => expect(broken(text)).toEqual([]))
  it('parses without a problem, and is of this kind', async () => {
    const checklist = await checklistOf(text)
    expect(checklist.sections.get('preflight')).toMatchObject([{ kind: name }])
  })
  it('is refused by both with a key that nobody knows', async () => {
    const wrong = preflightOf(`${kind.example}\nno-such-key: 1`)
    expect(broken(wrong)).not.toEqual([])
    expect(await problemsIn(wrong)).not.toEqual([])
  })
  it('is refused by both without a title', async () => {
    const wrong = preflightOf(kind.example.replace(/title: .*\n/, ''))
    expect(broken(wrong)).not.toEqual([])
    expect(await problemsIn(wrong)).not.toEqual([])
  })
})

const everything = `
gatesheet: 1
name: Everything
description: Every key of every gate
environments: [staging, production]
concurrency: 2
vars: { a: x, b: { staging: y } }
preflight: [{ title: P, run: x, in: [staging], when: "\${X}", until: 1m, every: 5s, timeout: 1m, advisory: true, severity: minor }]
backup: { database: x, to: y, keep: 1d, timeout: 1h, in: [production] }
migrate: { tool: command, directory: x, database: y, budget: { lock: 1s, statement: 2s }, backward-compatible: false, list: a, preview: b, apply: c }
deploy: { before-migrate: [{ title: D1, run: x }], after-migrate: [{ title: D2, run: x }] }
smoke:
  - flow: F
    id: flow-1
    steps: [{ title: S, http: GET http://x, capture: { job: json.id } }]
    always: [{ title: T, run: "echo \${job}" }]
observe: { for: "\${FOR:-1m}", every: 10s, checks: [{ title: O, http: GET http://x, baseline: json.n, failure-limit: 1, min-samples: 2 }] }
rollback-check:
  previous: { title: V, http: GET http://x, capture: { release: json.sha } }
  ready: [{ title: R, run: x }]
  target-time: 15m
  triggers: [{ title: T, when: [smoke, deploy.d2], decision: restore }]
rollback: { steps: [{ title: B, run: x }], verify: [{ title: C, run: x }] }
sign-off: { in: [production], approvers: { at-least: 2, roles: [Lead] }, attest: [Named], record: [operator, { title: Smoke, passed: [smoke] }] }
`

it('accepts every key that the parser accepts', async () => {
  expect(await problemsIn(everything)).toEqual([])
  expect(broken(everything)).toEqual([])
})

it.each([
  ['an unknown gate', 'smoke:', 'smokes:'],
  ['a number as a title', 'title: P,', 'title: 5,'],
  [
    'an empty list',
    'checks: [{ title: O, http: GET http://x, baseline: json.n, failure-limit: 1, min-samples: 2 }]',
    'checks: []',
  ],
  ['an unknown severity', 'severity: minor', 'severity: tiny'],
  ['a missing folder', 'to: y, ', ''],
])('refuses, as the parser does, %s', async (_, good, bad) => {
  const text = everything.replace(good, bad)
  expect(await problemsIn(text)).not.toEqual([])
  expect(broken(text)).not.toEqual([])
})
