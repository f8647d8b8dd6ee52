import { describe, it } from 'vitest'
import { expectFault } from '../builders/faults.ts'

const head = 'gatesheet: 1\nname: Test\n'
const ok = 'preflight: [{ title: Ok, run: "true" }]\n'
const item = (text: string) => `${head}preflight:\n  - ${text}\n`
const smoke = (text: string) => `${head}smoke:\n  - ${text}\n`
const deploy = (...steps: string[]) =>
  `${head}deploy:\n  after-migrate:\n${steps.map(step => `    - ${step}\n`).join('')}`
const triggered = (when: string) =>
  `${deploy('{ title: API is live, run: "true" }')}rollback-check:\n  triggers:\n    - { title: T, when: ${when} }\n`

describe('names and references', () => {
  it.each<[string, string, RegExp, string?]>([
    [
      'a template that is never closed',
      item('{ title: A, run: ▸"echo ${X" }'),
      /never closed.*`\$\$\{`/,
      'preflight[0].run',
    ],
    [
      'a template without a name',
      item('{ title: A, run: ▸"echo ${}" }'),
      /this is no name/,
      'preflight[0].run',
    ],
    [
      'a lower-case name that nothing defines',
      item('{ title: A, run: ▸"echo ${enviroment}" }'),
      /did you mean `environment`\?.*capitals/,
      'preflight[0].run',
    ],
    [
      'a name that every object has',
      item('{ title: A, run: ▸"echo ${constructor}" }'),
      /nothing is called `constructor`/,
    ],
    ['an unknown name in vars', `${head}vars:\n  a: ▸\${shaa}\n${ok}`, /did you mean `sha`/, 'vars.a'],
    [
      'the release to go back to, which nobody asks for',
      `${head}rollback:\n  steps:\n    - { title: A, run: ▸"deploy \${previous.sha}" }\n`,
      /`previous\.sha` has no value without `rollback-check\.previous`/,
    ],
    ['a backup that is not taken', smoke('{ title: A, run: ▸"ls ${backup.file}" }'), /without `backup`/],
    [
      'baseline outside of observe',
      smoke('{ title: A, run: ▸"echo ${baseline}" }'),
      /only in the checks of `observe`/,
    ],
    [
      'baseline without the path to measure',
      `${head}observe:\n  for: 1m\n  every: 10s\n  checks:\n    - { title: A, run: ▸"echo \${baseline}" }\n`,
      /needs `baseline: PATH`/,
    ],
    [
      'a path to measure outside of observe',
      smoke('{ title: A, run: x, baseline: ▸json.n }'),
      /only for the checks of `observe`/,
    ],
    [
      'a capture in an observation',
      `${head}observe:\n  for: 1m\n  every: 10s\n  checks:\n    - { title: A, run: x, capture: { job: ▸json.id } }\n`,
      /not kept in `observe`/,
    ],
    [
      'a capture that comes later in the same list',
      deploy('{ title: A, run: ▸"echo ${job}" }', '{ title: B, run: x, capture: { job: json.id } }'),
      /captured by “B”, which does not run before this/,
    ],
    [
      'a capture of another stage',
      `${smoke('{ title: A, run: x, capture: { job: json.id } }')}preflight:\n  - { title: B, run: ▸"echo \${job}" }\n`,
      /captured by “A”, which does not run before/,
    ],
    [
      'a name that is captured twice',
      smoke(
        '{ title: A, run: x, capture: { job: json.id } }\n  - { title: B, run: x, capture: { job: ▸json.id } }',
      ),
      /“A” captures `job` already/,
    ],
    [
      'a capture with a built-in name',
      smoke('{ title: A, run: x, capture: { uuid: ▸json.id } }'),
      /a built-in name/,
    ],
    [
      'a duplicate id',
      item('{ title: Is up, run: x }\n  - ▸{ title: "Is up!", run: y }'),
      /the id `is-up` stands here a second time \(first in line 4\)/,
      'preflight[1]',
    ],
    [
      'an id of the gate itself',
      `${head}rollback-check:\n  ready:\n    - ▸{ title: Backup, run: x }\n  triggers: [{ title: T, when: rollback-check-before.backup }]\n`.replace(
        / {2}triggers.*\n/,
        '  triggers: [{ title: T, when: smoke }]\nsmoke: [{ title: S, run: x }]\n',
      ),
      /the id `backup` is the gate’s own/,
    ],
    [
      'an environment that is none',
      item('{ title: A, run: x, in: [staging, ▸prodution] }'),
      /did you mean `production`/,
      'preflight[0].in[1]',
    ],
    [
      'an environment that is none, of a gate',
      `${head}sign-off:\n  in: [▸prodution]\n  record: [operator]\n`,
      /did you mean `production`/,
      'sign-off.in[0]',
    ],
    [
      'an environment that is none, in vars',
      `${head}vars:\n  a: { ▸stagin: x }\n${ok}`,
      /did you mean `staging`/,
      'vars.a',
    ],
    [
      'a condition that is always true',
      item('{ title: A, run: x, when: ▸"true" }'),
      /always true; leave it out/,
      'preflight[0].when',
    ],
    [
      'a condition that is never true',
      item('{ title: A, run: x, when: ▸"no" }'),
      /can never run/,
      'preflight[0].when',
    ],
    [
      'a condition that is neither',
      item('{ title: A, run: x, when: ▸perhaps }'),
      /neither true nor false/,
      'preflight[0].when',
    ],
    [
      'a path into what a kind does not show',
      item('{ title: A, run: x, expect: { status: ▸200 } }'),
      /`run` shows no `status`/,
      'preflight[0].expect.status',
    ],
    [
      'a path that cannot be read',
      item('{ title: A, run: x, expect: { "json[?": ▸1 } }'),
      /this path cannot be read/,
    ],
    [
      'a capture from a kind without values',
      item('{ title: A, env: [X], capture: { a: ▸json.b } }'),
      /no values to look into/,
    ],
    [
      'a trigger on a stage that is none',
      triggered('▸deplyo').replace('{ title: T, when: ▸deplyo }', '{ title: T, when: ▸deplyo }'),
      /no stage `deplyo`; did you mean `deploy`/,
      'rollback-check.triggers[0].when',
    ],
    ['a trigger on a gate that is not there', triggered('▸smoke'), /has no `smoke`/],
    ['a trigger on a check that is none', triggered('▸deploy.api-is-lve'), /did you mean `api-is-live`/],
    ['a trigger that could never fire', `${triggered('▸preflight.ok')}${ok}`, /can never fire/],
    ['a record field that is none', `${head}sign-off:\n  record: [▸operater]\n`, /did you mean `operator`/],
    [
      'a record over a check that is none',
      `${head}sign-off:\n  record: [{ title: A, passed: ▸[smoke.x] }]\nsmoke: [{ title: Y, run: x }]\n`,
      /has no check `x`/,
    ],
    [
      'a record over a stage without a section',
      `${head}sign-off:\n  record: [{ title: A, passed: ▸[smoke] }]\n`,
      /has no `smoke`/,
    ],
    [
      'previous without a release',
      `${head}rollback-check:\n  previous: ▸{ title: P, run: x }\n  triggers: [{ title: T, when: smoke }]\nsmoke: [{ title: Y, run: x }]\n`,
      /must capture `release`/,
    ],
    [
      'an unknown migration tool',
      `${head}migrate: { tool: ▸alembik, directory: x, database: y }\n`,
      /did you mean `alembic`/,
      'migrate.tool',
    ],
    [
      'a bucket as the folder of the backups',
      `${head}backup: { database: x, to: ▸"s3://b" }\n`,
      /only a folder/,
      'backup.to',
    ],
    [
      'a pause longer than the window',
      `${head}observe:\n  for: 10s\n  every: ▸1m\n  checks: [{ title: A, run: x }]\n`,
      /longer than the window/,
      'observe.every',
    ],
  ])('%s', async (_, text, words, key) => expectFault(text, words, key))
})
