import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { CheckResult } from '../../core/result.ts'
import type { Anchors } from './anchors.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon, outcomePill } from './icons.ts'
import { type Point, type Series, seriesOf } from './sample-series.ts'
import { clock } from './times.ts'

const width = 360
const height = 148
const inner = { left: 52, right: width - 8, top: 14, bottom: height - 22 }
/** With more samples than these the line speaks alone, and only what did not pass is marked. */
const mostDots = 61
/** As many different messages of samples are told below a plot. */
const mostMessages = 3

/** The samples of one check over time: a small plot, its figures, and what the failed samples said. */
export function samplesPlot(check: CheckResult, baseline: unknown, anchors: Anchors): Html {
  const series = seriesOf(check, baseline)
  const passed = series.points.filter(({ outcome }) => outcome === 'pass').length
  const tally = `${passed} of ${series.points.length} samples passed`
  return html`<figure class="plot ${check.outcome}">
<figcaption><a href="#${anchors.check(check)}">${outcomeIcon(check.outcome)}<span title="${check.title}">${check.title}</span></a>${
    check.outcome !== 'pass' && outcomePill(check.outcome)
  }<span class="quiet">${series.quantity}, ${tally}</span></figcaption>
${series.points.length > 0 ? picture(series, `${check.title}: ${series.quantity}, ${tally}`) : html`<p class="quiet">No sample was taken.</p>`}
${
  series.figures.length > 0 &&
  html`<dl class="figures">${series.figures.map(
    ({ label, value }) => html`<div><dt>${label}</dt><dd>${series.show(value)}</dd></div>`,
  )}</dl>`
}
${messages(series.points)}</figure>`
}

function picture(series: Series, title: string): Html {
  const { points, lines, show } = series
  const x = scaleLinear(timeDomain(points), [inner.left + 4, inner.right - 4])
  const y = scaleLinear(valueDomain(series), [inner.bottom, inner.top]).nice(3)
  const ticks = y.ticks(3)
  const path = line<Point>(
    point => x(point.at),
    point => y(point.value ?? 0),
  )
    .defined(({ value }) => value !== undefined)
    .digits(1)(points)
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0]
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}"><title>${title}</title>
${ticks.map(
  tick =>
    html`<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text x="${inner.left - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${show(tick)}</text>`,
)}
${lines.map(({ label, value }) => {
  const place = round(y(value))
  return html`<line class="limit" x1="${inner.left}" x2="${inner.right}" y1="${place}" y2="${place}"/><text class="limit" x="${inner.left + 4}" y="${place - 4}">${label}${label === 'baseline' && ` ${show(value)}`}</text>`
})}
${path !== null && html`<path class="series" d="${path}"/>`}
${points.map(point => mark(point, points.length <= mostDots, x, y, show))}
<text x="${inner.left}" y="${height - 6}">${clock(from, true)}</text>${
    to > from && html`<text x="${inner.right}" y="${height - 6}" text-anchor="end">${clock(to, true)}</text>`
  }</svg>`
}

/** A dot for a sample that passed; a cross for one that did not, on the axis when it has no value. */
function mark(
  point: Point,
  dots: boolean,
  x: (ms: number) => number,
  y: (value: number) => number,
  show: Series['show'],
): Html | undefined {
  const { at, value, outcome, message } = point
  const words = [`${clock(at, true)} ${outcome}`, value !== undefined && show(value), message].filter(Boolean)
  const [left, top] = [round(x(at)), round(value === undefined ? inner.bottom : y(value))]
  if (outcome !== 'pass')
    return html`<path class="cross ${outcome}" d="M${left - 3.5} ${top - 3.5}l7 7m0-7l-7 7"><title>${words.join(': ')}</title></path>`
  if (!dots || value === undefined) return undefined
  return html`<circle class="dot" cx="${left}" cy="${top}" r="2"><title>${words.join(': ')}</title></circle>`
}

/** What the samples that did not pass said, each message once; of many the first two and the newest. */
function messages(points: readonly Point[]): Html | false {
  const told = new Map<string, Point>()
  for (const point of points)
    if (point.outcome !== 'pass' && point.message && !told.has(point.message)) told.set(point.message, point)
  const all = [...told.values()]
  const hidden = all.length - mostMessages
  const shown = hidden > 0 ? [...all.slice(0, mostMessages - 1), ...all.slice(-1)] : all
  return (
    all.length > 0 &&
    html`<ul class="said">${shown.map(
      ({ message, at, outcome }, index) =>
        html`${hidden > 0 && index === mostMessages - 1 && html`<li class="quiet">and ${hidden} more, the newest:</li>`}<li>${outcomeIcon(outcome)}<time>${clock(at, true)}</time> ${message}</li>`,
    )}</ul>`
  )
}

/** A single moment becomes a minute around it. */
function timeDomain(points: readonly Point[]): [number, number] {
  const [from, to] = [Math.min(...points.map(({ at }) => at)), Math.max(...points.map(({ at }) => at))]
  return from < to ? [from, to] : [from - 30_000, to + 30_000]
}

/** From zero, so that heights can be compared; but close around values that differ little from each other. */
function valueDomain({ points, lines }: Series): [number, number] {
  const values = [...points.flatMap(({ value }) => value ?? []), ...lines.map(({ value }) => value)]
  if (values.length === 0) return [0, 1]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const spread = most - least
  if (spread > 0 && least > 0 && spread < most / 10) return [least - spread / 2, most + spread / 2]
  return least === 0 && most === 0 ? [0, 1] : [Math.min(0, least * 1.1), Math.max(0, most * 1.1)]
}

const round = (value: number): number => Number(value.toFixed(1))
