import type { Outcome } from '../../core/outcome.ts'
import type { CheckResult, Result } from '../../core/result.ts'
import { stageOf } from '../../core/stage.ts'
import { formatDuration } from '../../core/units.ts'
import type { Anchors } from './anchors.ts'
import { blocks } from './facts.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon, verdictBadge } from './icons.ts'
import { besideEdge, type TimeAxis, timeAxis } from './time-axis.ts'
import { clock, spanOf, spanText, wholeSpan } from './times.ts'

/** Stages that passed at once and took less than this share of the time are folded. */
const notable = 0.05

/** Stages and their checks over time, as bars on one clock, with the figures beside them for whoever sees no bars. */
export function timeline(results: readonly Result[], anchors: Anchors): Html {
  const axis = timeAxis(results)
  const whole = wholeSpan(results)
  if (!axis || !whole) return html`<p class="quiet">The evidence holds no times to draw.</p>`
  const grid = anchors.part('grid')
  return html`<figure class="timeline">
<figcaption>${spanText(whole)}: ${formatDuration(whole.to - whole.from)} in all.${
    axis.shortened.length > 0 &&
    html` Hatched: drawn shorter than it was (${axis.shortened
      .map(
        ({ from, to, waiting }) =>
          `${waiting ? 'waiting ' : ''}${formatDuration(to - from)} from ${clock(from)}`,
      )
      .join(', ')}).`
  }</figcaption>
<div class="row axis">${axisPicture(axis, grid)}</div>
${results.map(result => stageRows(result, axis, anchors, grid, (whole.to - whole.from) * notable))}
</figure>`
}

/** The labels of the axis; it also defines the grid that every row repeats behind its bars. */
function axisPicture(axis: TimeAxis, grid: string): Html {
  const hatch = `${grid}.hatch`
  return html`<svg class="lane" aria-hidden="true"><defs>
<pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"/></pattern>
<g id="${grid}">${axis.shortened.map(
    ({ from, to }) =>
      html`<rect x="${percent(axis.at(from))}" width="${percent(axis.at(to) - axis.at(from))}" height="100%" fill="url(#${hatch})"/>`,
  )}${axis.ticks.map(
    ({ at }) => html`<line class="grid" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="100%"/>`,
  )}</g></defs>${axis.ticks.map(
    ({ at, label }) =>
      html`<text x="${percent(at)}" y="13" text-anchor="${besideEdge(at) ?? 'middle'}">${label}</text>`,
  )}</svg>`
}

function stageRows(result: Result, axis: TimeAxis, anchors: Anchors, grid: string, notableMs: number): Html {
  const { title } = stageOf(result.stage)
  const smooth = result.verdict === 'go' && !result.checks.some(check => retried(check) || blocks(check))
  const open = !smooth || result.durationMs >= notableMs
  return html`<details${open && html` open`}><summary class="row">
<span class="name">${title}${result.verdict !== 'go' && verdictBadge(result.verdict)}</span>
${lane(`${title}: ${result.verdict}, ${formatDuration(result.durationMs)}`, grid, [
  bar(result, axis, `whole ${result.verdict}`, 3, 14),
  worstLast(result.checks).map(check => ran(check) && bar(check, axis, check.outcome, 7, 6)),
])}
<span class="time">${formatDuration(result.durationMs)}</span></summary>
${result.checks.map(check => checkRow(check, axis, anchors, grid))}</details>`
}

function checkRow(check: CheckResult, axis: TimeAxis, anchors: Anchors, grid: string): Html {
  const time = ran(check) ? formatDuration(check.durationMs) : check.outcome
  const often = retried(check) ? `, ${check.attempts} attempts` : ''
  return html`<div class="row inner"><a class="name" href="#${anchors.check(check)}" title="${check.title}">${outcomeIcon(
    check.outcome,
  )}${check.title}</a>
${lane(`${check.title}: ${check.outcome}, ${time}${often}. ${check.message}`, grid, [
  ran(check) && bar(check, axis, `${check.outcome}${retried(check) ? ' retried' : ''}`, 4, 12),
  failedSamples(check, axis),
])}
<span class="time">${retried(check) && html`<span class="tries">${check.attempts} tries</span>`}${time}</span></div>`
}

const lane = (title: string, grid: string, bars: Parameters<typeof html>[1]): Html =>
  html`<svg class="lane" role="img" aria-label="${title}"><title>${title}</title><use href="#${grid}"/>${bars}</svg>`

/** Never narrower than can be seen: a border of its own colour widens it. */
function bar(
  what: { startedAt: string; durationMs: number },
  axis: TimeAxis,
  look: string,
  y: number,
  height: number,
): Html | undefined {
  const span = spanOf(what)
  if (!span) return undefined
  const from = Math.min(axis.at(span.from), 99.7)
  const width = Math.max(axis.at(span.to) - from, 0.3)
  return html`<rect class="bar ${look}" x="${percent(from)}" width="${percent(width)}" y="${y}" height="${height}" rx="2"/>`
}

/** The moments of an observation that did not pass, where they were. */
const failedSamples = ({ samples = [] }: CheckResult, axis: TimeAxis) =>
  samples.map(({ at, outcome }) => {
    const ms = Date.parse(at)
    if (outcome === 'pass' || !Number.isFinite(ms)) return undefined
    return html`<line class="blip ${outcome}" x1="${percent(axis.at(ms))}" x2="${percent(axis.at(ms))}" y1="1" y2="19"/>`
  })

/** Side by side in one bar the worst lies on top. */
const worstLast = (checks: readonly CheckResult[]): CheckResult[] =>
  checks.toSorted((a, b) => badness.indexOf(a.outcome) - badness.indexOf(b.outcome))
const badness: readonly Outcome[] = ['skipped', 'pass', 'pending', 'inconclusive', 'error', 'fail']

const ran = (check: CheckResult): boolean => check.outcome !== 'skipped' || check.durationMs > 0
/** Samples are no retries. */
const retried = (check: CheckResult): boolean => check.attempts > 1 && !check.samples
const percent = (value: number): string => `${Number(value.toFixed(2))}%`
