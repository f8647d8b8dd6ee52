import { code, fenced, plain, row } from '../core/markdown-text.ts'
import type { CheckResult, Finding, Result } from '../core/result.ts'
import { stageOf } from '../core/stage.ts'
import { formatDuration, formatSize } from '../core/units.ts'
import { outcomeSymbol, verdictSymbol, verdictWord } from './symbols.ts'

/** One stage as a section of the ticked checklist, in Markdown. */
export function tickedSection(result: Result, shown: readonly CheckResult[] = result.checks): string {
  const heading = `### ${verdictSymbol[result.verdict]} ${stageOf(result.stage).title}: ${verdictWord[result.verdict]}`
  const facts = `${plain(result.message)} _(${formatDuration(result.durationMs)}, ${result.reasons.map(code).join(', ')})_`
  const gone = result.checks.length - shown.length
  const note =
    gone > 0
      ? `_${gone} more checks are left out here to stay within the size limit; the evidence holds them._`
      : ''
  const body = [heading, facts, checkLines(shown), note, ...(gone > 0 ? [] : extras(result))]
  return body.filter(Boolean).join('\n\n')
}

/** The same with what matters most and little else: what did not pass, up to a hundred lines. */
export const shortSection = (result: Result): string =>
  tickedSection(result, result.checks.filter(check => check.outcome !== 'pass').slice(0, 100))

/** Checks as a task list; the steps of a flow stand below its name. */
function checkLines(checks: readonly CheckResult[]): string {
  let flow: string | undefined
  return checks
    .flatMap(check => {
      const opened = check.flow !== undefined && check.flow !== flow ? [`- **${plain(check.flow)}**`] : []
      flow = check.flow
      const indent = check.flow === undefined ? '' : '  '
      return [...opened, ...checkLine(check).map(line => `${indent}${line}`)]
    })
    .join('\n')
}

function checkLine(check: CheckResult): string[] {
  const tick = check.outcome === 'pass' ? 'x' : ' '
  const symbol = check.outcome === 'pass' ? '' : `${outcomeSymbol[check.outcome]} **${check.outcome}** `
  const advisory = check.advisory ? ' _(advisory)_' : ''
  const attempts = check.attempts > 1 && !check.samples ? `, ${check.attempts} attempts` : ''
  const time = check.durationMs >= 100 ? ` _(${formatDuration(check.durationMs)}${attempts})_` : ''
  const line = `- [${tick}] ${symbol}${plain(check.title)}${advisory}: ${plain(check.message)}${time}`
  const findings = (check.findings ?? []).map(findingLine).map(text => `  ${text}`)
  return [line, ...findings]
}

const findingLine = ({ label, outcome, message }: Finding): string =>
  `- ${outcome === 'pass' ? '✓' : outcomeSymbol[outcome]} ${code(label)} ${plain(message)}`

/** What a stage has to show beside its checks. */
function extras({ data }: Result): string[] {
  const parts: string[] = []
  if (data.backup)
    parts.push(
      [
        row(['Backup', 'Size', 'SHA-256', 'Taken', 'Server']),
        row(['---', '---', '---', '---', '---']),
        row([
          code(data.backup.file),
          formatSize(data.backup.bytes),
          code(data.backup.sha256.slice(0, 16)),
          data.backup.takenAt,
          plain(data.backup.serverVersion),
        ]),
      ].join('\n'),
    )
  for (const { name, sql } of data.migrate?.preview ?? [])
    parts.push(`<details><summary>SQL of ${plain(name)}</summary>\n\n${fenced(sql, 'sql')}\n\n</details>`)
  if (data.record) parts.push(recordTable(data.record))
  return parts
}

/** The sign-off record, each value with the evidence behind it. */
export const recordTable = (fields: NonNullable<Result['data']['record']>): string =>
  [
    row(['Field', 'Value', 'Evidence']),
    row(['---', '---', '---']),
    ...fields.map(({ label, value, from }) =>
      row([plain(label), plain(value), from.map(code).join(' ') || 'none']),
    ),
  ].join('\n')
