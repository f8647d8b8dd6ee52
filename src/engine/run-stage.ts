import type { Judgement } from '../core/check.ts'
import { messageOf, ProbeError } from '../core/errors.ts'
import { valueAt } from '../core/path.ts'
import { type Reason, reasons } from '../core/reason.ts'
import type { CheckResult, GateData, Result } from '../core/result.ts'
import { seal } from '../core/result.ts'
import type { Gate, Stage, StageName } from '../core/stage.ts'
import { readinessStages, stageNames, stageOf } from '../core/stage.ts'
import { fillTemplate } from '../core/template.ts'
import { rollUp } from '../core/verdict.ts'
import type { GateContext, GateOutcome } from '../gates/definition.ts'
import { gateOf } from '../gates/registry.ts'
import { observeWindow } from './observe.ts'
import { type CheckRun, observeOnce, prepare, toResult, whyNot } from './run-check.ts'
import { runList, runSteps } from './run-list.ts'
import { knownFrom, Scope } from './scope.ts'
import { attestedBeforehand, type Session } from './session.ts'

/** Why a stage does not run for this checklist and environment; undefined when it does. */
export function leftOut(stage: Stage, facts: Pick<Session, 'checklist' | 'environment'>): string | undefined {
  const { checklist, environment } = facts
  const section = checklist.sections.get(stage.gate)
  if (section === undefined) return `the checklist has no \`${stage.gate}\``
  const { in: only } = section as { in?: readonly string[] }
  if (only && !only.includes(environment) && stage.phase !== 'record') return `only in ${only.join(', ')}`
  const asksFor = (name: StageName) => leftOut(stageOf(name), facts) === undefined
  return (gateOf(stage.gate).applies?.(stage, section, asksFor) ?? true)
    ? undefined
    : `\`${stage.gate}\` has nothing for \`${stage.phase}\``
}

/** Runs one stage, seals its evidence, stores it. Evidence is written also when the run is cancelled half-way. */
export async function runStage(stage: Stage, session: Session): Promise<Result> {
  const { ports, environment, commit, checklist, run, redactor, store } = session
  const startedAt = ports.clock.now()
  const began = ports.clock.monotonic()
  session.listen({ type: 'stage-started', stage, environment })
  await store.setAside(environment, stage.name)
  const section = checklist.sections.get(stage.gate)
  const context = await makeContext(stage, session)
  const outcome = await runGate(stage, section, context)
  const ruling = rule(outcome, session.signal.aborted)
  const result = seal({
    schema: 1,
    stage: stage.name,
    gate: stage.gate,
    checklist: { name: checklist.name, file: checklist.file, digest: checklist.digest },
    environment,
    commit,
    run,
    verdict: ruling.verdict,
    reasons: ruling.reasons,
    message: redactor.text(ruling.message),
    startedAt: startedAt.toISOString(),
    durationMs: Math.round(ports.clock.monotonic() - began),
    // Once more: a secret that a check captured may stand in the result of one that ended before.
    checks: redactor.deep(outcome.checks),
    data: withoutUndefined(redactor.deep(outcome.data ?? {})),
  })
  await store.write(result)
  session.listen({ type: 'stage-ended', result })
  return result
}

async function runGate(stage: Stage, section: unknown, context: GateContext): Promise<GateOutcome> {
  try {
    return await gateOf(stage.gate).run(section, context)
  } catch (error) {
    const failed = await context.step('gate', `The gate ${stage.gate} runs`, async () => {
      throw error
    })
    return { checks: [failed] }
  }
}

function rule(
  outcome: GateOutcome,
  cancelled: boolean,
): { verdict: Result['verdict']; reasons: Reason[]; message: string } {
  const rolled = rollUp(outcome.checks)
  const verdict = outcome.verdict ?? rolled.verdict
  const own = outcome.reasons ?? rolled.reasons
  if (cancelled && verdict !== 'go')
    return {
      verdict: 'no-go',
      reasons: ['cancelled', ...own.filter(code => code !== 'all-passed')],
      message: 'The run was cancelled; the evidence holds what was done until then.',
    }
  return { verdict, reasons: own, message: outcome.message ?? describe(verdict, own, outcome.checks) }
}

function describe(
  verdict: Result['verdict'],
  codes: readonly Reason[],
  checks: readonly CheckResult[],
): string {
  const blocking = checks.filter(
    check => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped',
  )
  if (verdict === 'go') {
    const passed = checks.filter(check => check.outcome === 'pass').length
    const others = Object.entries(
      Object.groupBy(
        checks.filter(check => check.outcome !== 'pass'),
        check => check.outcome,
      ),
    )
    return `${[`${passed} passed`, ...others.map(([outcome, list]) => `${list?.length} ${outcome}`)].join(', ')}.`
  }
  const first = blocking[0]
  const more = blocking.length > 1 ? ` (and ${blocking.length - 1} more)` : ''
  return first
    ? `“${first.title}” ${outcomeWords[first.outcome]}: ${first.message}${more}`
    : `${codes.map(code => reasons[code]).join('; ')}.`
}

const outcomeWords: Record<CheckResult['outcome'], string> = {
  pass: 'passed',
  fail: 'failed',
  inconclusive: 'found no data',
  error: 'could not look',
  skipped: 'was left out',
  pending: 'waits for a person',
}

async function makeContext(stage: Stage, session: Session): Promise<GateContext> {
  const { environment, checklist, store, ports, signal, approver } = session
  const evidence = (name: StageName, of = environment) => ownEvidence(name, of, session)
  const known = knownFrom(await Promise.all(earlierThan(stage).map(name => evidence(name))))
  const scope = new Scope(session, known)
  const run: CheckRun = { session, scope, signal }
  const step: GateContext['step'] = async (id, title, work, { advisory = false } = {}) => {
    const startedAt = ports.clock.now().toISOString()
    const began = ports.clock.monotonic()
    session.listen({ type: 'check-started', id, title })
    const judgement = await work().catch(
      (error: unknown): Judgement => ({ outcome: 'error', message: messageOf(error) }),
    )
    const timing = { attempts: 1, startedAt, durationMs: ports.clock.monotonic() - began }
    const result = session.redactor.deep(
      toResult({ id, title, advisory, severity: 'major' }, judgement, timing),
    )
    session.listen({ type: 'check-ended', result })
    return result
  }
  return {
    stage,
    environment,
    commit: session.commit,
    run: session.run,
    folder: session.folder,
    signal,
    ports,
    approver: {
      ...approver,
      attest: async (id, title) => attestedBeforehand(session, id) ?? approver.attest(id, title),
    },
    runList: items => runList(items, run, checklist.concurrency),
    runSteps: items => runSteps(items, run),
    sample: async (items, window) =>
      observeWindow(items, { forMs: scope.duration(window.for), everyMs: scope.duration(window.every) }, run),
    async measure(item) {
      if (whyNot(item, run) || item.baseline === undefined) return undefined
      const prepared = prepare(item, run, true)
      if ('judgement' in prepared) return undefined
      const { subject } = await observeOnce(item, prepared, run, prepared.timeout)
      return subject ? valueAt(subject, item.baseline) : undefined
    },
    step,
    fill(text) {
      const lookup = scope.lookupFor(undefined)
      const filled = fillTemplate(text, lookup)
      if (filled.missing.length > 0)
        throw new ProbeError(
          scope.roots(filled.missing, lookup).join(', '),
          'has no value here; set it, or give the template a default',
        )
      return filled.text
    },
    applies: item => whyNot(item, run) === undefined,
    asksFor: name => leftOut(stageOf(name), session) === undefined,
    captured: name => scope.captured.get(name),
    section: <S>(gate: Gate) => checklist.sections.get(gate) as S | undefined,
    evidence: (name, of) => (of === undefined ? evidence(name) : store.read(of, name)),
  }
}

/** Evidence of this environment counts only when it is of this very commit. */
async function ownEvidence(
  name: StageName,
  environment: string,
  { store, commit }: Session,
): Promise<Result | undefined> {
  const found = await store.read(environment, name)
  return found?.commit === commit ? found : undefined
}

const earlierThan = (stage: Stage): StageName[] => {
  const earlier = stageNames.slice(0, stageNames.indexOf(stage.name))
  return stage.name === 'preflight' ? [] : [...new Set([...readinessStages, ...earlier])]
}

/** The evidence is JSON, so its digest must not depend on keys without a value. */
const withoutUndefined = (data: GateData): GateData => JSON.parse(JSON.stringify(data)) as GateData
