import { kindOf } from '../checks/registry.ts'
import type { CheckItem, Judgement, ProbeContext } from '../core/check.ts'
import { messageOf, ProbeError } from '../core/errors.ts'
import { startedEvent } from '../core/events.ts'
import { valueAt } from '../core/path.ts'
import { isSecretHeader, isSecretName, isSecretPath } from '../core/redact.ts'
import type { CheckResult } from '../core/result.ts'
import { eachString, fillTemplate } from '../core/template.ts'
import { parseTruth } from '../core/truth.ts'
import { formatDuration } from '../core/units.ts'
import { within } from './deadline.ts'
import type { Scope } from './scope.ts'
import { attestedBeforehand, type Session } from './session.ts'

export interface CheckRun {
  session: Session
  scope: Scope
  /** Aborts when this check must end; clean-up steps outlive a cancelled run. */
  signal: AbortSignal
}

interface Look {
  judgement: Judgement
  attempts: number
}

/** Runs one check to its end: condition, templates, polling, judgement, captures. Never throws. */
export async function runCheck(item: CheckItem, run: CheckRun): Promise<CheckResult> {
  const { session } = run
  const startedAt = session.ports.clock.now().toISOString()
  const began = session.ports.clock.monotonic()
  session.listen(startedEvent(item))
  const { judgement, attempts } = await look(item, run)
  const result = toResult(item, judgement, {
    attempts,
    startedAt,
    durationMs: session.ports.clock.monotonic() - began,
  })
  const safe = session.redactor.deep(result)
  session.listen({ type: 'check-ended', result: safe })
  return safe
}

async function look(item: CheckItem, run: CheckRun): Promise<Look> {
  const excluded = whyNot(item, run)
  if (excluded) return { judgement: excluded, attempts: 0 }
  const prepared = prepare(item, run)
  if ('judgement' in prepared) return { judgement: prepared.judgement, attempts: 0 }
  const { clock } = run.session.ports
  const { until, every, timeout } = prepared
  const deadline = clock.monotonic() + (until ?? 0)
  for (let attempts = 1; ; attempts++) {
    const left = until === undefined ? timeout : Math.max(1000, deadline - clock.monotonic())
    const judgement = await observeOnce(item, prepared, run, Math.min(timeout, left))
    const over = run.signal.aborted || until === undefined || clock.monotonic() + every > deadline
    // Neither somebody's attestation nor a condition comes while this waits.
    const settled = ['pass', 'skipped', 'pending'].includes(judgement.outcome)
    if (settled || over) return { judgement: keep(item, judgement, run, until, attempts), attempts }
    run.session.listen({
      type: 'check-retried',
      id: item.id,
      title: item.title,
      message: run.session.redactor.text(judgement.message),
    })
    await clock.sleep(every, run.signal)
  }
}

/** Why a check is left out here, said aloud; undefined when it runs. */
export function whyNot(
  item: Pick<CheckItem, 'in' | 'when'>,
  { session, scope }: Pick<CheckRun, 'session' | 'scope'>,
): Judgement | undefined {
  if (item.in && !item.in.includes(session.environment))
    return { outcome: 'skipped', message: `only in ${item.in.join(', ')}` }
  if (item.when === undefined) return undefined
  const { text, missing } = fillTemplate(item.when, scope.lookupFor(undefined))
  const truth = parseTruth(text)
  if (missing.length > 0) return unresolved(missing)
  if (truth === undefined)
    return { outcome: 'error', message: `the condition came to “${text}”, which is neither true nor false` }
  return truth ? undefined : { outcome: 'skipped', message: `its condition ${item.when} is not true here` }
}

export interface Prepared {
  spec: Record<string, unknown>
  /** Milliseconds. */
  until: number | undefined
  every: number
  timeout: number
  lookup: (name: string) => string | undefined
}

/** Fills the templates of a check once, so that all attempts ask the same. */
export function prepare(
  item: CheckItem,
  { session, scope }: Pick<CheckRun, 'session' | 'scope'>,
  measuring = false,
): Prepared | { judgement: Judgement } {
  const lookup = scope.lookupFor(item.id, measuring)
  const { spec, missing, unsafe } = scope.fillSpec(item.spec, kindOf(item.kind), lookup)
  if (missing.length > 0) return { judgement: unresolved(missing) }
  if (unsafe.length > 0)
    return {
      judgement: {
        outcome: 'error',
        message: `${unsafe.join(', ')} came with characters that a shell would read, and stands inside of quotes; write it without quotes, or hand it over with \`env\``,
      },
    }
  eachString(spec, (text, path) => {
    const key = String(path.at(-1))
    if (!isSecretHeader(key) && !isSecretName(key)) return
    // `Bearer abc`: the token is the secret, wherever it turns up again.
    for (const word of text.split(/\s+/)) if (word.length >= 8) session.redactor.add(word)
  })
  try {
    const { until, every, timeout } = item.timing
    return {
      spec,
      lookup,
      until: until === undefined ? undefined : scope.duration(until),
      every: scope.duration(every),
      timeout: scope.duration(timeout),
    }
  } catch (error) {
    return { judgement: { outcome: 'error', message: messageOf(error) } }
  }
}

/** One look and its judgement; whatever goes wrong is the outcome `error`. */
export async function observeOnce(
  item: CheckItem,
  prepared: Prepared,
  run: CheckRun,
  limitMs: number,
): Promise<Judgement> {
  const { session, signal } = run
  const kind = kindOf(item.kind)
  try {
    const seen = await within(limitMs, signal, item.title, inner =>
      kind.observe(prepared.spec, probeContext(item, prepared, session, inner)),
    )
    return kind.judge(prepared.spec, seen)
  } catch (error) {
    if (error instanceof ProbeError) return { outcome: 'error', message: messageOf(error) }
    return { outcome: 'error', message: `could not look: ${messageOf(error)}` }
  }
}

const probeContext = (
  item: CheckItem,
  { lookup }: Prepared,
  session: Session,
  signal: AbortSignal,
): ProbeContext => ({
  signal,
  ports: session.ports,
  environment: session.environment,
  commit: session.commit,
  folder: session.folder,
  since: session.since,
  lookup,
  evidence: (environment, stage) => session.store.read(environment, stage),
  attestedBy: attestedBeforehand(session, item.id),
})

/** Keeps captured values for later checks; a capture that finds nothing is a failure of its check. */
function keep(
  item: CheckItem,
  judgement: Judgement,
  { scope, session }: CheckRun,
  until: number | undefined,
  attempts: number,
): Judgement {
  if (judgement.outcome !== 'pass') {
    const polled =
      until !== undefined ? ` (still so after ${formatDuration(until)}, ${attempts} attempts)` : ''
    return { ...judgement, message: `${judgement.message}${polled}` }
  }
  for (const [name, path] of Object.entries(item.capture)) {
    const found = valueAt(judgement.subject ?? {}, path)
    // As a shell has it: the end of the last line is no part of what a command prints.
    const value = typeof found === 'string' ? found.replace(/\n+$/, '') : found
    if (value === undefined || value === null || value === '')
      return {
        ...judgement,
        outcome: 'fail',
        message: `there is nothing at ${path} to capture as \`${name}\``,
      }
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    if (isSecretName(name) || isSecretPath(path)) session.redactor.add(text)
    scope.captured.set(name, text)
  }
  return judgement
}

export const unresolved = (names: readonly string[]): Judgement => ({
  outcome: 'error',
  message: `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} no value; set ${names.length === 1 ? 'it' : 'them'}, or write a default as \`\${${names[0]}:-…}\``,
})

/** A judgement as the evidence keeps it. */
export function toResult(
  item: Pick<CheckItem, 'id' | 'title' | 'advisory' | 'severity'> & Partial<CheckItem>,
  judgement: Judgement,
  timing: Pick<CheckResult, 'attempts' | 'startedAt' | 'durationMs'>,
): CheckResult {
  const value = item.baseline && judgement.subject ? valueAt(judgement.subject, item.baseline) : undefined
  const { outcome, message, observed, expected, findings, data } = judgement
  return {
    id: item.id,
    title: item.title,
    kind: item.kind ?? 'step',
    outcome,
    message: message.replace(/\s+/g, ' ').trim().slice(0, 2000),
    advisory: item.advisory,
    severity: item.severity,
    ...defined({
      observed: observed?.slice(0, 2000),
      expected,
      findings,
      data,
      value,
      line: item.origin?.line,
    }),
    ...timing,
    durationMs: Math.round(timing.durationMs),
  }
}

/** Leaves out what is undefined: the evidence is JSON, and its digest must not depend on absent keys. */
export const defined = <T extends object>(given: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
