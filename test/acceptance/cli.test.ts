import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exitCodes } from '../../src/core/exit-code.ts'
import { isIntact, type Result } from '../../src/core/result.ts'
import { bareEnvironment, type Ended, root, startNode, start as startProgram } from './child.ts'
import { filesIn } from './folder.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

const coolify = join(root, 'checklists', 'coolify.yml')
const checklist = `gatesheet: 1
name: A checklist
preflight:
  - { title: The word is right, env: { WORD: { equals: yes } } }
deploy:
  before-migrate:
    - { title: Deploy, run: "echo deployed > deployed.txt" }
smoke:
  - { title: It was deployed, run: cat deployed.txt, expect: { stdout: { contains: deployed } } }
observe:
  for: \${OBSERVE_FOR:-300ms}
  every: 100ms
  checks:
    - { title: It stays, run: cat deployed.txt }
sign-off:
  record: [operator, commit, smoke]
`

let workspace: Workspace
beforeAll(async () => {
  workspace = await makeWorkspace({
    'good.yml': checklist,
    'bad.yml': checklist.replace('smoke:', 'smoek:').replace('for:', 'four:'),
    'person.yml': checklist
      .replace('deploy:', 'sign-off:\n  record: [operator]\ndeploy:')
      .replace(/\nsign-off:\n {2}record: \[operator, .*/, ''),
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

const start = (args: readonly string[], env: Record<string, string> = {}) =>
  startNode(join(root, 'dist', 'cli.js'), args, {
    cwd: workspace.path,
    env: { ...bareEnvironment(), WORD: 'yes', ...env },
  })
const run = (args: readonly string[], env?: Record<string, string>): Promise<Ended> => start(args, env).ended

const production = ['run', 'good.yml', '-e', 'production', '--evidence']

describe('exit codes', () => {
  it.each([
    ['go', exitCodes.go.code, [...production, 'go', '--yes'], {}],
    ['no-go', exitCodes['no-go'].code, [...production, 'no-go', '--yes'], { WORD: 'no' }],
    ['hold', exitCodes.hold.code, [...production, 'hold'], {}],
    ['an unknown command', exitCodes.usage.code, ['rum'], {}],
    ['an unknown option', exitCodes.usage.code, ['run', 'good.yml', '-e', 'staging', '--yess'], {}],
    ['a missing option', exitCodes.usage.code, ['run', 'good.yml'], {}],
    ['an unknown gate', exitCodes.usage.code, [...production, 'x', '-g', 'smoek'], {}],
    ['an unknown environment', exitCodes.usage.code, ['run', 'good.yml', '-e', 'produktion'], {}],
    ['a bad checklist', exitCodes.usage.code, ['run', 'bad.yml', '-e', 'staging'], {}],
    ['a missing checklist', exitCodes.usage.code, ['validate', 'none.yml'], {}],
    ['a good checklist', exitCodes.go.code, ['validate', 'good.yml', coolify], {}],
    ['an unknown commit', exitCodes.usage.code, [...production, 'x', '--commit', 'nonsense'], {}],
  ] satisfies [string, number, string[], Record<string, string>][])('%s: %i', async (_, code, args, env) => {
    const { code: given, stdout, stderr } = await run(args, env)
    expect(given, stdout + stderr).toBe(code)
    if (code === exitCodes.usage.code) expect(stderr + stdout).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)/m)
  })

  it.each([
    ['SIGTERM', exitCodes.terminated.code],
    ['SIGINT', exitCodes.interrupted.code],
  ] as const)('%s: %i, with evidence', async (signal, code) => {
    const evidence = signal.toLowerCase()
    const cli = start([...production, evidence, '--yes'], { OBSERVE_FOR: '5m' })
    await cli.said('production: Observe')
    cli.child.kill(signal)
    expect((await cli.ended).code).toBe(code)
    const text = await readFile(join(workspace.path, evidence, 'production', '10-observe.json'), 'utf8')
    expect(JSON.parse(text).reasons).toContain('cancelled')
  })

  it('all stand in every --help', async () => {
    for (const args of [[], ['run'], ['plan'], ['validate'], ['render'], ['schema']]) {
      const { code, stdout, stderr } = await run([...args, '--help'])
      expect([code, stderr]).toEqual([0, ''])
      for (const each of Object.values(exitCodes))
        expect(stdout).toContain(`${each.code}`.padEnd(5) + each.means)
    }
  })
})

describe('output that is no terminal', () => {
  it.each([
    ['validate', ['validate', 'good.yml', 'bad.yml']],
    ['plan', ['plan', 'good.yml', '-e', 'staging']],
    ['run', [...production, 'plain', '--yes']],
    ['render', ['render', coolify]],
    ['schema', ['schema']],
    ['an error', ['run', 'bad.yml', '-e', 'staging']],
    ['--help', ['--help']],
  ])('of %s has neither colours nor carriage returns', async (_, args) => {
    const { stdout, stderr } = await run(args)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(stdout + stderr).not.toMatch(/[\u001b\r]/)
    expect(stdout + stderr).toMatch(/\n$/)
  })

  it('is what NO_COLOR makes of a terminal, where else there are colours', async () => {
    const inTerminal = (env: Record<string, string>) => {
      const command = `'${process.execPath}' '${join(root, 'dist', 'cli.js')}' validate good.yml`
      const setting = { cwd: workspace.path, env: { ...bareEnvironment(), TERM: 'xterm-256color', ...env } }
      return startProgram('script', ['-qec', command, '/dev/null'], setting).ended
    }
    const green = '\u001b[32mok'
    expect((await inTerminal({})).stdout).toContain(green)
    const plain = (await inTerminal({ NO_COLOR: '1' })).stdout
    expect(plain).toContain('ok good.yml')
    expect(plain).not.toContain('\u001b[')
  })
})

describe('validate', () => {
  it('gives every problem with its place, as text and as JSON', async () => {
    const { stdout } = await run(['validate', 'bad.yml'])
    expect(stdout).toMatch(/^bad\.yml:\d+:\d+: .*smoek/m)
    expect(stdout).toMatch(/^bad\.yml:\d+:\d+: .*four/m)
    const json = JSON.parse((await run(['validate', 'bad.yml', 'good.yml', '--json'])).stdout)
    expect(json).toMatchObject([{ file: 'bad.yml' }, { file: 'good.yml', problems: [] }])
    expect(json[0].problems.length).toBeGreaterThanOrEqual(2)
    expect(json[0].problems[0].at).toEqual({
      file: 'bad.yml',
      line: expect.any(Number),
      column: expect.any(Number),
    })
  })
})

describe('plan', () => {
  it('tells every stage and touches nothing', async () => {
    const before = await filesIn(workspace.path)
    const { code, stdout } = await run(['plan', 'good.yml', '-e', 'production'])
    expect(code).toBe(0)
    for (const title of ['The word is right', 'Deploy', 'It was deployed', 'It stays'])
      expect(stdout).toContain(title)
    const plan = JSON.parse((await run(['plan', 'good.yml', '-e', 'production', '--json'])).stdout)
    expect(JSON.stringify(plan)).toContain('It was deployed')
    expect(await filesIn(workspace.path)).toEqual(before)
  })
})

describe('run', () => {
  it('prints the evidence as JSON, and everything else elsewhere', async () => {
    const { stdout, stderr } = await run([...production, 'json', '--yes', '--json'])
    const results = JSON.parse(stdout) as Result[]
    expect(results.map(result => result.stage)).toContain('observe')
    expect(results.every(isIntact)).toBe(true)
    expect(stderr).toContain('production: Smoke')
  })

  it('writes the report of a whole rollout, and says where', async () => {
    const { stdout } = await run([...production, 'report', '--yes'])
    const report = join(workspace.path, 'report', 'report.html')
    expect(stdout).toContain(`Report: ${report}`)
    expect((await stat(report)).size).toBeGreaterThan(1000)
    expect(await readFile(join(workspace.path, 'report', 'production', 'sign-off.md'), 'utf8')).toContain(
      'Operator',
    )
  })

  it('runs one gate alone', async () => {
    const { stdout } = await run([...production, 'one', '-g', 'preflight', '--json'])
    expect((JSON.parse(stdout) as Result[]).map(result => result.stage)).toEqual(['preflight'])
  })
})

describe('render and schema', () => {
  it('print a document and the schemas that stand in the repository', async () => {
    expect((await run(['render', coolify])).stdout).toContain('# Production rollout')
    const schemas = [
      [['schema'], 'checklist.schema.json'],
      [['schema', '--result'], 'result.schema.json'],
    ] as const
    for (const [args, file] of schemas)
      expect((await run(args)).stdout).toBe(await readFile(join(root, 'checklists', file), 'utf8'))
  })
})
