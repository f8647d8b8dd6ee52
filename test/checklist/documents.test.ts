import { describe, expect, it } from 'vitest'
import { checklistOf, preflightOf, problemsIn } from '../builders/checklists.ts'

const head = 'gatesheet: 1\nname: Test\n'

describe('a file that is no checklist', () => {
  it.each<[string, string, RegExp, number, number]>([
    ['empty', '', /a map that begins with `gatesheet: 1`/, 1, 1],
    ['a comment', '# nothing here\n', /a map that begins with `gatesheet: 1`/, 1, 1],
    ['a list', '- gatesheet: 1\n', /a map that begins with/, 1, 1],
    ['a text', 'gatesheet\n', /a map that begins with/, 1, 1],
    ['with a NUL byte', `${head}preflight: "a\0b"\n`, /NUL byte/, 1, 1],
    ['indented with tabs', `${head}preflight:\n\t- title: A\n`, /[Tt]ab/, 4, 1],
    ['two documents', `${head}---\n${head}`, /documents/, 3, 1],
    ['a bracket that is never closed', `${head}preflight: [{ title: A\n`, /./, 4, 1],
    ['a quote that is never closed', `${head}preflight: "abc\n`, /quote/, 4, 1],
    ['an alias of nothing', `${head}preflight: *x\n`, /./, 3, 12],
    ['longer than a megabyte', `${head}# ${'x'.repeat(1024 * 1024)}\n`, /larger than 1 MiB/, 1, 1],
    ['a flood of aliases', bomb(), /alias/i, 1, 1],
    ['an alias of itself', `${head}preflight: &a\n  - *a\n`, /./, 1, 1],
    ['a map as a key', `${head}? { a: b }\n: c\n`, /a key must be a text/, 3, 3],
    ['keys in keys in keys', `${head}${'? '.repeat(500)}a\n`, /a key must be a text/, 3, 3],
    [
      'nested deeper than any checklist',
      `${head}preflight: ${'['.repeat(200)}${']'.repeat(200)}\n`,
      /nested/,
      1,
      1,
    ],
  ])('%s', async (_, text, words, line, column) => {
    const [problem] = await problemsIn(text)
    expect(problem?.message).toMatch(words)
    expect(problem?.at).toEqual({ file: 'rollout.yml', line, column })
  })
})

it('refuses what is nested without end', async () => {
  const [problem] = await problemsIn(`${head}preflight: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`)
  expect(problem?.message).toMatch(/nested too deeply/)
  expect(problem?.at?.line).toBe(3)
})

it.each([
  ['at the top', `${head}preflight: []\npreflight: []\n`, 4, 1],
  ['in a check', preflightOf('title: A\nrun: a\nrun: b'), 6, 5],
])('names a key that stands twice %s', async (_, text, line, column) => {
  const problems = await problemsIn(text)
  expect(problems.map(({ message }) => message)).toEqual(['this key stands here a second time; keep one'])
  expect(problems[0]?.at).toMatchObject({ line, column })
})

it('takes `run` with `env:` for a command, whatever stands first', async () => {
  for (const item of ['title: A\nenv: { X: y }\nrun: echo $X', 'title: A\nrun: echo $X\nenv: { X: y }']) {
    const checklist = await checklistOf(preflightOf(item))
    expect(checklist.sections.get('preflight')).toMatchObject([{ kind: 'run', spec: { env: { X: 'y' } } }])
  }
})

it('knows where each check stands, its id from its title, and what holds when nothing is said', async () => {
  const checklist = await checklistOf(
    `${head}\n# a comment\nsmoke:\n  - title: "API: is (really) live!"\n    run: x\n`,
  )
  expect(checklist.sections.get('smoke')).toMatchObject([
    {
      id: 'api-is-really-live',
      origin: { line: 6, column: 5, path: ['smoke', 0] },
      timing: { every: 1000, timeout: 30_000 },
      advisory: false,
      failureLimit: 0,
      minSamples: 1,
    },
  ])
  expect(checklist).toMatchObject({ environments: ['staging', 'production'], concurrency: 8, vars: {} })
})

it('takes repeated parts from an anchor', async () => {
  const checklist = await checklistOf(
    `${head}smoke:\n  - { title: A, http: GET http://x, headers: &h { X: "1" } }\n  - { title: B, http: GET http://x, headers: *h }\n`,
  )
  expect(checklist.sections.get('smoke')).toMatchObject([{}, { spec: { headers: { X: '1' } } }])
})

describe('a fault does not make others up', () => {
  const chain = (broken: string) => `${head}vars: { logs: cat }
environments: [blue, green]
smoke:
  - { title: A, run: x, capture: { job: json.id }, in: [blue] }
  - { title: B, run: "\${logs} \${job}"${broken} }
observe:
  for: 1m
  every: 10s
  checks:
    - { title: C, run: "test \${baseline}", baseline: json.n }
rollback-check:
  triggers: [{ title: T, when: smoke.b }]
`
  it('the checklist is right without it', async () => expect(await problemsIn(chain(''))).toEqual([]))
  it.each([
    ['in the same section', chain(', until: soon')],
    ['in another section', chain('').replace('every: 10s', 'every: often')],
    ['at the top', `${chain('')}concurrency: none\n`],
  ])('%s', async (_, text) => expect(await problemsIn(text)).toHaveLength(1))
})

it('takes a checklist with hundreds of checks in reasonable time', async () => {
  const item = (index: number) =>
    `  - { title: Check ${index}, run: "echo \${c${index}} \${X:-x}", capture: { c${index + 1}: json.id } }`
  const first = '  - { title: First, run: x, capture: { c0: json.id } }'
  const text = `${head}smoke:\n${[first, ...Array.from({ length: 800 }, (_, index) => item(index))].join('\n')}\n`
  const began = performance.now()
  expect(await problemsIn(text)).toEqual([])
  expect(performance.now() - began).toBeLessThan(10_000)
})

function bomb(): string {
  const levels = 'abcdefgh'.split('')
  const lines = levels.map((name, index) => {
    const before = levels[index - 1]
    return `${name}: &${name} [${Array.from({ length: 9 }, () => (before ? `*${before}` : 'x')).join(', ')}]`
  })
  return `${head}${lines.join('\n')}\n`
}
