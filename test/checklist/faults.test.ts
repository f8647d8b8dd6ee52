import { describe, expect, it } from 'vitest'
import { problemsIn } from '../builders/checklists.ts'
import { expectFault } from '../builders/faults.ts'

const head = 'gatesheet: 1\nname: Test\n'
const ok = 'preflight: [{ title: Ok, run: "true" }]\n'
const item = (text: string) => `${head}preflight:\n  - ${text}\n`

describe('one fault, with its place and key', () => {
  it.each<[string, string, RegExp, string?]>([
    [
      'an unknown key at the top',
      `${head}${ok}▸prefligth: []\n`,
      /unknown key `prefligth`; did you mean `preflight`/,
    ],
    [
      'an unknown key of a check',
      item('{ title: A, run: x, ▸untill: 5s }'),
      /`untill`; did you mean `until`/,
      'preflight[0]',
    ],
    [
      'an unknown key inside a kind',
      item('{ title: A, commit: { ▸onn: main, on: main } }'),
      /`onn`; did you mean `on`/,
      'preflight[0].commit',
    ],
    [
      'an unknown condition',
      item('{ title: A, http: GET http://x, expect: { status: { ▸at-leest: 1 } } }'),
      /did you mean `at-least`/,
      'preflight[0].expect.status',
    ],
    [
      'an unknown rule of a variable',
      item('{ title: A, env: { X: { ▸secrte: true } } }'),
      /did you mean `secret`/,
      'preflight[0].env.X',
    ],
    [
      'an unknown kind',
      item('▸{ title: A, htpp: GET http://x }'),
      /no kind of check is called `htpp`; did you mean `http`/,
      'preflight[0]',
    ],
    [
      'a check that says nothing',
      item('▸{ title: A }'),
      /says nothing to check; add one of `env`/,
      'preflight[0]',
    ],
    ['a check without a title', item('▸run: "true"'), /is required here and missing/, 'preflight[0].title'],
    [
      'two kinds at once',
      item('▸{ title: A, run: x, http: GET http://x }'),
      /of 2 kinds at once \(run, http\); make it 2 checks/,
      'preflight[0]',
    ],
    [
      'a text where a map belongs',
      item('▸just a text'),
      /expected a check: a map with a `title`/,
      'preflight[0]',
    ],
    [
      'a map where a list belongs',
      `${head}preflight:\n  ▸title: A\n  run: x\n`,
      /expected array, found a map/,
      'preflight',
    ],
    ['an empty section', `${head}${ok}smoke: ▸[]\n`, /at least one item/, 'smoke'],
    ['a section without a value', `${head}${ok}smoke:▸\n`, /expected array, found nothing/, 'smoke'],
    [
      'a number where a text belongs',
      item('{ title: ▸5, run: x }'),
      /expected string, found number/,
      'preflight[0].title',
    ],
    ['an empty title', item('{ title: ▸"", run: x }'), /must not be empty/, 'preflight[0].title'],
    [
      'a duration without a unit',
      item('{ title: A, run: x, until: ▸"5" }'),
      /a duration such as `90s`/,
      'preflight[0].until',
    ],
    [
      'a duration of nothing',
      item('{ title: A, run: x, timeout: ▸0s }'),
      /longer than nothing/,
      'preflight[0].timeout',
    ],
    [
      'a default that is no duration',
      item('{ title: A, run: x, until: "▸${X:-soon}" }').replace('"▸', '▸"'),
      /a duration such as/,
      'preflight[0].until',
    ],
    [
      'an unknown severity',
      item('{ title: A, run: x, severity: ▸critcal }'),
      /did you mean `critical`/,
      'preflight[0].severity',
    ],
    [
      'an id with capitals',
      item('{ title: A, run: x, id: ▸API }'),
      /lower-case letters, digits and hyphens/,
      'preflight[0].id',
    ],
    [
      'a captured name with capitals',
      item('{ title: A, http: GET http://x, capture: { ▸Job: json.id } }'),
      /a captured name is lower case/,
    ],
    [
      'a request without a method',
      item('{ title: A, http: ▸http://x }'),
      /a method and a URL/,
      'preflight[0].http',
    ],
    [
      'a version range that is none',
      item('{ title: A, tools: { psql: ▸newest } }'),
      /a version range such as/,
      'preflight[0].tools.psql',
    ],
    [
      'two bodies of a request',
      item('▸{ title: A, http: POST http://x, json: {}, body: x }'),
      /only one of/,
      'preflight[0]',
    ],
    [
      'a regular expression that is none',
      item('{ title: A, http: GET http://x, expect: { body: { matches: ▸"(" } } }'),
      /no regular expression/,
      'preflight[0].expect.body.matches',
    ],
    [
      'an env pattern that is none',
      item('{ title: A, env: { X: { pattern: ▸"(" } } }'),
      /no regular expression/,
      'preflight[0].env.X.pattern',
    ],
    ['version 2 of the format', `gatesheet: ▸2\nname: T\n${ok}`, /2 is not allowed/, 'gatesheet'],
    ['no version of the format', `▸name: T\n${ok}`, /is required here and missing/, 'gatesheet'],
    ['no name', `▸gatesheet: 1\n${ok}`, /is required here and missing/, 'name'],
    ['nothing to do', `▸${head}`, /asks for nothing: add a gate/],
    ['concurrency of nothing', `${head}${ok}concurrency: ▸0\n`, /./, 'concurrency'],
  ])('%s', async (_, text, words, key) => expectFault(text, words, key))
})

describe('a check that asserts nothing', () => {
  it.each<[string, string]>([
    ['env', '{ title: A, env: ▸{} }'],
    ['tools', '{ title: A, tools: ▸{} }'],
    ['files', '{ title: A, files: ▸{} }'],
    ['log', '{ title: A, log: ▸{ of: { file: x } } }'],
    ['http', '{ title: A, http: GET http://x, expect: ▸{} }'],
    ['run', '{ title: A, run: x, expect: ▸{} }'],
    ['sql', '{ title: A, sql: SELECT 1, database: x, expect: ▸{} }'],
    ['a condition', '{ title: A, http: GET http://x, expect: { status: ▸{} } }'],
  ])('%s', async (_, text) => expectFault(item(text), /asserts nothing/))

  it.each<[string, string, RegExp]>([
    ['sql without expectations', '▸{ title: A, sql: SELECT 1, database: x }', /is required/],
    [
      'isolated without values',
      '{ title: A, isolated: { from: staging, values: ▸[] } }',
      /at least one item/,
    ],
    ['manual without words', '{ title: A, manual: ▸"" }', /must not be empty/],
    ['commit without a branch', '{ title: A, commit: ▸{} }', /is required here and missing/],
  ])('%s', async (_, text, words) => expectFault(item(text), words))
})

it('names every fault at once, in the order of the file', async () => {
  const problems = await problemsIn(
    `gatesheet: 1\nnmae: T\npreflight:\n  - { title: A, run: "\${X", until: soon }\n  - { title: B }\nsmoke: 5\n`,
  )
  expect(problems.map(({ at, message }) => `${at?.line}:${at?.column} ${message.slice(0, 24)}`)).toEqual([
    '1:1 is required here and mis',
    '2:1 unknown key `nmae`; did ',
    '4:22 `${` is never closed: `$',
    '4:36 expected a duration such',
    '5:5 says nothing to check; a',
    '6:8 expected array, found nu',
  ])
})
