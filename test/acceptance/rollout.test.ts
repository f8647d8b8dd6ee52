import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plain } from '../../src/core/markdown-text.ts'
import { isIntact, type Result } from '../../src/core/result.ts'
import { evidenceFile, type Stage, type StageName, stageOf, stages } from '../../src/core/stage.ts'
import type { Environment } from '../../src/rehearsal/environment.ts'
import { beginLedger, rolloutEnvironment } from '../../src/rehearsal/rollout.ts'
import { startWorld, type World } from '../../src/rehearsal/world.ts'
import { descendants, running } from '../rehearsal/processes.ts'
import { root } from './child.ts'
import { filesIn, textIn } from './folder.ts'
import { runStep, type StepResult, startStep } from './runner.ts'
import { leaksIn, secretsOf } from './secrets.ts'

/** GitHub refuses the summary of a step above this. */
const summaryLimit = 1024 * 1024

let world: World
let evidence: string
beforeAll(async () => {
  world = await startWorld()
  evidence = join(world.folder, 'evidence')
  for (const environment of [world.staging, world.production])
    await beginLedger(environment, world.repository)
})
afterAll(() => world?.stop())

interface Options {
  inputs?: Record<string, string>
  env?: Record<string, string>
}

const stepOf = (stage: Stage, environment: Environment, { inputs, env }: Options = {}) => ({
  gate: stage.gate,
  inputs: {
    checklist: join(root, 'checklists', 'coolify.yml'),
    environment: environment.name,
    evidence,
    operator: 'Ada',
    ...(stage.phase ? { phase: stage.phase } : {}),
    ...inputs,
  },
  env: { ...rolloutEnvironment(environment, evidence), ...env },
  cwd: world.repository.path,
  sha: world.repository.targetSha,
})

const documentOf = async (environment: Environment, stage: StageName): Promise<Result> =>
  JSON.parse(await readFile(join(evidence, environment.name, evidenceFile(stage)), 'utf8'))

/** What holds for every step, whatever its verdict: outputs, evidence, summary, and no secret anywhere. */
async function expectToBeTold(
  result: StepResult,
  name: StageName,
  environment: Environment,
): Promise<Result> {
  const document = await documentOf(environment, name)
  expect(isIntact(document)).toBe(true)
  expect(document).toMatchObject({
    stage: name,
    environment: environment.name,
    commit: world.repository.targetSha,
  })
  expect(result.outputs).toEqual({
    verdict: document.verdict,
    reason: document.reasons[0],
    evidence: join(evidence, environment.name, evidenceFile(name)),
    digest: document.data.approvedDigest ?? document.digest,
  })
  expect(Buffer.byteLength(result.summary)).toBeLessThan(summaryLimit)
  const items = result.summary.split('\n').filter(line => /^ *- \[[ x]\] /.test(line))
  for (const check of document.checks) {
    const tick = check.outcome === 'pass' ? '- [x] ' : '- [ ] '
    const item = items.find(line => line.includes(plain(check.title)))
    expect(item?.trimStart().startsWith(tick), `${check.title}: ${item}`).toBe(true)
  }
  expect(result.stderr).toBe('')
  expect(result.left).toEqual({ env: '', path: '', state: '' })
  expectNoSecret(result.stdout, result.summary, JSON.stringify(result.outputs), JSON.stringify(document))
  return document
}

function expectNoSecret(...texts: string[]): void {
  for (const { variables } of [world.staging, world.production]) {
    const secrets = secretsOf(variables)
    expect(secrets.size).toBeGreaterThan(5)
    expect(texts.flatMap(text => leaksIn(text, secrets))).toEqual([])
  }
}

/** Takes a rollout through its stages, one action after the other, up to but not including a stage. */
async function advance(environment: Environment, from: StageName, to?: StageName): Promise<void> {
  const names = stages.map(stage => stage.name)
  const part = names.slice(names.indexOf(from), to ? names.indexOf(to) : undefined)
  for (const name of part.filter(each => each !== 'rollback' && each !== 'sign-off')) {
    const result = await runStep(stepOf(stageOf(name), environment))
    expect([name, result.exitCode, result.annotations]).toEqual([name, 0, []])
    expect((await expectToBeTold(result, name, environment)).verdict).toBe('go')
  }
}

describe('a rollout, one action after the other', () => {
  it('goes to staging', async () => {
    await advance(world.staging, 'preflight')
    expect((await documentOf(world.staging, 'migrate')).data.migrate?.applied).toHaveLength(2)
  })

  it('asks for an approval of what was found for production, and knows one that was given for something else', async () => {
    await advance(world.production, 'preflight', 'sign-off')
    const signOff = (approvals?: string) =>
      runStep(stepOf(stageOf('sign-off'), world.production, approvals ? { inputs: { approvals } } : {}))

    const waiting = await signOff()
    expect([waiting.exitCode, waiting.outputs['verdict'], waiting.outputs['reason']]).toEqual([
      3,
      'hold',
      'approval-missing',
    ])
    await expectToBeTold(waiting, 'sign-off', world.production)

    const given = (digest: string) => `- { by: Grace, digest: "${digest}" }`
    const other = await signOff(given(`sha256:${'0'.repeat(64)}`))
    expect([other.exitCode, other.outputs['verdict'], other.outputs['reason']]).toEqual([
      3,
      'hold',
      'approval-void',
    ])
    await expectToBeTold(other, 'sign-off', world.production)

    expect(other.outputs['digest']).toBe(waiting.outputs['digest'])
    const approved = await signOff(given(waiting.outputs['digest'] ?? ''))
    expect([approved.exitCode, approved.outputs['reason']]).toEqual([0, 'all-passed'])
    const { data } = await expectToBeTold(approved, 'sign-off', world.production)
    expect(data.approvals).toMatchObject([{ by: 'Grace', via: 'given' }])
  })

  it('goes on to production, and fills the record from its evidence', async () => {
    await advance(world.production, 'deploy-before-migrate')
    const record = (await documentOf(world.production, 'record')).data.record ?? []
    const value = (field: string) => record.find(item => item.field === field)?.value
    expect([value('operator'), value('commit'), value('smoke'), value('approvals')]).toEqual([
      'Ada',
      world.repository.targetSha,
      'yes',
      'Grace',
    ])
  })

  it('leaves evidence without a secret and without half a file', async () => {
    expectNoSecret(await textIn(evidence))
    const files = await filesIn(evidence)
    expect(files.filter(file => file.endsWith('.part'))).toEqual([])
    expect(files.filter(file => file.endsWith('.dump'))).toHaveLength(2)
  })
})

describe('a gate that finds something', () => {
  it('stops at preflight for a missing secret, and points at the line of the checklist', async () => {
    const step = stepOf(stageOf('preflight'), world.production, { env: { LLM_API_KEY: '' } })
    const result = await runStep(step)
    expect([result.exitCode, result.outputs['verdict'], result.outputs['reason']]).toEqual([
      1,
      'no-go',
      'check-failed',
    ])
    await expectToBeTold(result, 'preflight', world.production)
    const lines = (await readFile(step.inputs.checklist, 'utf8')).split('\n')
    const [first, last] = result.annotations
    expect(first).toMatchObject({
      level: 'error',
      file: step.inputs.checklist,
      title: 'Required variables are set: fail',
    })
    expect(lines[Number(first?.line) - 1]).toContain('Required variables are set')
    expect(first?.message).toContain('LLM_API_KEY is missing or empty')
    expect(last?.message).toMatch(/^preflight: no-go\./)
    expect(result.summary).toContain(plain('LLM_API_KEY is missing'))
  })
})

describe('a gate that is cancelled', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('writes what it saw at %s, ends with %i and leaves nothing', async (signal, code) => {
    const before = new Set(await filesIn(evidence))
    const step = await startStep(stepOf(stageOf('observe'), world.staging, { env: { OBSERVE_FOR: '5m' } }))
    await step.said('staging: Observe')
    await sleep(1500)
    const children = descendants(step.child.pid ?? 0)
    const asked = performance.now()
    step.child.kill(signal)
    const result = await step.ended
    expect(performance.now() - asked).toBeLessThan(5000)
    expect([result.exitCode, result.signal]).toEqual([code, null])
    expect(result.outputs['reason']).toBe('cancelled')
    const { checks, verdict } = await expectToBeTold(result, 'observe', world.staging)
    expect(verdict).toBe('no-go')
    expect(checks[0]?.samples?.length).toBeGreaterThan(1)
    expect(running([...children, step.child.pid ?? 0])).toEqual([])
    const after = (await filesIn(evidence)).filter(file => !before.has(file))
    expect(after.filter(file => !file.includes('/earlier/'))).toEqual([])
  })
})

describe('the action at the root', () => {
  it('runs a whole rollout in one step', async () => {
    const own = join(world.folder, 'all')
    const { inputs, ...step } = stepOf(stageOf('preflight'), world.staging)
    const result = await runStep({ ...step, gate: 'root', inputs: { ...inputs, gate: 'all', evidence: own } })
    expect([result.exitCode, result.outputs['verdict']]).toEqual([0, 'go'])
    // It is rolled out for the second time here, which is worth a warning and nothing more.
    expect(result.annotations.map(({ level }) => level)).toEqual(['warning'])
    expect(result.annotations[0]?.message).toContain('the commit to roll out runs already')
    expect((await filesIn(join(own, 'staging'))).filter(file => file.endsWith('.json'))).toHaveLength(11)
    expect(result.summary).toContain('**State of staging:**')
    expectNoSecret(result.stdout, result.summary, await textIn(own))
    await rm(own, { recursive: true })
  })
})
