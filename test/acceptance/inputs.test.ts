import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Gate } from '../../src/core/stage.ts'
import { filesIn } from './folder.ts'
import { runStep, type StepResult } from './runner.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

const good = `gatesheet: 1
name: A checklist
preflight:
  - title: Node is there
    tools: { node: ">=20" }
deploy:
  before-migrate:
    - { title: Deploy, run: echo deployed }
  after-migrate:
    - { title: Look, run: echo fine }
sign-off:
  record: [operator]
`

const bad = `gatesheet: 1
name: A checklist
preflite: []
preflight:
  - title: No such kind
    htttp: GET http://127.0.0.1/
  - title: It says nothing
    env: {}
`

let workspace: Workspace
beforeAll(async () => {
  workspace = await makeWorkspace({ 'good.yml': good, 'bad.yml': bad })
})
afterAll(() => workspace[Symbol.asyncDispose]())

const run = (gate: Gate | 'root', inputs: Record<string, string>) =>
  runStep({ gate, inputs, cwd: workspace.path, sha: workspace.sha })

const staging = { checklist: 'good.yml', environment: 'staging' }

/** Ended with 2, wrote nothing, and gave one annotation a problem with a count at the end. */
async function expectToBeRefused(result: StepResult, problems: RegExp[]): Promise<void> {
  expect([result.exitCode, result.outputs, result.summary, result.stderr]).toEqual([2, {}, '', ''])
  const messages = result.annotations.map(({ message }) => message)
  expect(messages.at(-1)).toMatch(
    new RegExp(`^${problems.length} problems? in the input; nothing was started`),
  )
  expect(messages.slice(0, -1)).toEqual(problems.map(problem => expect.stringMatching(problem)))
  expect((await filesIn(workspace.path)).filter(file => file.startsWith('.gatesheet'))).toEqual([])
}

describe('bad input', () => {
  it.each([
    [
      'nothing at all',
      'preflight',
      {},
      [/checklist: this input is required/, /environment: this input is required/],
    ],
    ['nothing for any gate', 'root', {}, [/gate: this/, /checklist: this/, /environment: this/]],
    [
      'a gate that does not exist',
      'root',
      { ...staging, gate: 'preflite' },
      [/no gate `preflite`.*preflight/],
    ],
    ['a file that does not exist', 'preflight', { ...staging, checklist: 'x.yml' }, [/x\.yml.*no such file/]],
    [
      'an environment that does not exist',
      'preflight',
      { ...staging, environment: 'stagin' },
      [/no environment `stagin`.*staging/],
    ],
    ['a gate that the checklist lacks', 'smoke', staging, [/the checklist has no `smoke`/]],
    ['no phase where there are two', 'deploy', staging, [/before-migrate, after-migrate/]],
    ['a phase that does not exist', 'deploy', { ...staging, phase: 'after' }, [/no phase `after`/]],
    [
      'approvals and attestations that are none, in one go',
      'sign-off',
      { ...staging, phase: 'approve', approvals: '- { by: Ada }', attest: 'owner' },
      [/digest/, /`owner` is not written as id=who/],
    ],
  ] satisfies [string, Gate | 'root', Record<string, string>, RegExp[]][])(
    '%s ends with 2 and every problem',
    async (_, gate, inputs, problems) => {
      await expectToBeRefused(await run(gate, inputs), problems)
    },
  )

  it('every problem of a checklist is an annotation at its line', async () => {
    const result = await run('preflight', { ...staging, checklist: 'bad.yml' })
    await expectToBeRefused(result, [/preflite/, /htttp/, /at least one variable/])
    expect(result.annotations.map(({ file, line }) => [file, line])).toEqual([
      ['bad.yml', '3'],
      ['bad.yml', '5'],
      ['bad.yml', '8'],
      [undefined, undefined],
    ])
  })
})

describe('good input', () => {
  it('is read with its defaults, from the working directory that was asked for', async () => {
    const result = await run('preflight', staging)
    expect([result.exitCode, result.outputs['verdict'], result.annotations]).toEqual([0, 'go', []])
    expect(result.outputs['evidence']).toBe(`${workspace.path}/.gatesheet/staging/01-preflight.json`)
    const record = await run('sign-off', { ...staging, phase: 'record' })
    expect(record.summary).toContain('octocat')
  })

  it('gives the digest that stands in the evidence', async () => {
    const { outputs } = await run('deploy', { ...staging, phase: 'before-migrate' })
    const { digest } = JSON.parse(await readFile(outputs['evidence'] ?? '', 'utf8'))
    expect(outputs['digest']).toBe(digest)
  })
})
