import type { RunEvent } from '../core/events.ts'
import type { Outcome, Verdict } from '../core/outcome.ts'
import type { CheckResult, Result } from '../core/result.ts'
import { stageOf } from '../core/stage.ts'
import { stateOf } from '../core/state.ts'
import { formatDuration } from '../core/units.ts'
import type { Style } from './style.ts'

const symbols: Record<Outcome, string> = {
  pass: '✔',
  fail: '✖',
  inconclusive: '?',
  error: '!',
  skipped: '-',
  pending: '…',
}

/** One check as lines of a log: what is wrong is said below it, in full. */
export function checkLines(check: CheckResult, style: Style): string[] {
  const paint = paintOf(check, style)
  const time = check.durationMs >= 1000 ? style.dim(` (${formatDuration(check.durationMs)})`) : ''
  const advisory = check.advisory ? ' (advisory)' : ''
  const head = `  ${paint(symbols[check.outcome])} ${check.title}${advisory}`
  if (check.outcome === 'pass') return [`${head}${style.dim(`  ${check.message}`)}${time}`]
  if (check.outcome === 'skipped') return [style.dim(`${head}  ${check.message}`)]
  return [`${head}  ${paint(check.outcome)}${time}`, `      ${check.message}`]
}

/** The verdict of a stage as one line. */
export function stageLine(result: Result, style: Style): string {
  const words: Record<Verdict, string> = {
    go: style.green('GO'),
    'no-go': style.red('NO-GO'),
    hold: style.yellow('HOLD'),
  }
  const { title } = stageOf(result.stage)
  return `  ${words[result.verdict]} ${title} ${style.dim(`${formatDuration(result.durationMs)}, ${result.reasons.join(', ')}`)}`
}

/** What happened, for a log: a line for whatever begins a section or ends. */
export function eventLines(event: RunEvent, style: Style): string[] {
  switch (event.type) {
    case 'stage-started':
      return ['', style.bold(`${event.environment}: ${event.stage.title}`)]
    case 'stage-left-out':
      return [style.dim(`${event.environment}: ${event.stage.title} left out: ${event.why}`)]
    case 'check-ended':
      return checkLines(event.result, style)
    case 'stage-ended':
      return [stageLine(event.result, style)]
    default:
      return []
  }
}

/** What a rollout left behind, and what to do next. */
export function stateLines(results: readonly Result[], environment: string, style: Style): string[] {
  const { is, next } = stateOf(results)
  return [
    style.bold(`State of ${environment}`),
    ...is.map(sentence => `  ${sentence}`),
    style.bold('Next'),
    ...next.map(sentence => `  ${sentence}`),
  ]
}

function paintOf(check: CheckResult, style: Style): (text: string) => string {
  if (check.outcome === 'pass') return style.green
  if (check.outcome === 'skipped') return style.dim
  return check.advisory || check.outcome === 'inconclusive' || check.outcome === 'pending'
    ? style.yellow
    : style.red
}
