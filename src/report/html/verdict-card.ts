import type { Outcome } from '../../core/outcome.ts'
import type { Result } from '../../core/result.ts'
import { type StageName, stageNames, stageOf } from '../../core/stage.ts'
import { formatDuration } from '../../core/units.ts'
import type { Anchors } from './anchors.ts'
import {
  blocks,
  count,
  decidingResult,
  notReached,
  overallVerdict,
  type ReportedRollout,
  tally,
} from './facts.ts'
import { type Html, html } from './html.ts'
import { verdictBadge } from './icons.ts'
import { spanText, wholeSpan } from './times.ts'

/** One environment at a glance: the verdict, why, how long, and every stage as a tile that leads to it. */
export function verdictCard(rollout: ReportedRollout, anchors: Anchors): Html {
  const { environment, results } = rollout
  const verdict = overallVerdict(results)
  const span = wholeSpan(results)
  const figures = [span && `${spanText(span)} (${formatDuration(span.to - span.from)})`, tally(results)]
  return html`<article class="card ${verdict}">
<h2><a href="#${anchors.environment}">${environment}</a>${verdictBadge(verdict)}</h2>
<p>${why(results)}</p>
${tiles(rollout, anchors)}
<p class="quiet">${figures.filter(Boolean).join('. ')}</p></article>`
}

/** The verdict in one sentence. */
function why(results: readonly Result[]): string {
  const deciding = decidingResult(results)
  if (!deciding) return 'There is no evidence, so nothing is known.'
  if (deciding.verdict === 'go') return `${count(results.length, 'stage')}, every verdict is go.`
  const { title } = stageOf(deciding.stage)
  const causes = deciding.checks.filter(blocks).map(check => `“${check.title}” ${cameTo[check.outcome]}`)
  return `${deciding.verdict === 'hold' ? 'Waits' : 'Stopped'} at ${title}: ${causes.join('; ') || deciding.message}`
}

const cameTo: Record<Outcome, string> = {
  pass: 'passed',
  fail: 'failed',
  error: 'could not look',
  inconclusive: 'found no data',
  pending: 'waits for a person',
  skipped: 'was skipped',
}

/** The stages in their order, those that were not reached among them. */
function tiles(rollout: ReportedRollout, anchors: Anchors): Html {
  const orderOf = (name: StageName) => stageNames.indexOf(name)
  const ran = rollout.results.map(result => ({
    order: orderOf(result.stage),
    tile: tile(`${stageOf(result.stage).title}: ${result.verdict}`, result.verdict, anchors.stage(result)),
  }))
  const missed = notReached(rollout).map(name => ({
    order: orderOf(name),
    tile: tile(`${stageOf(name).title}: not reached`, 'none'),
  }))
  const all = [...ran, ...missed].sort((a, b) => a.order - b.order)
  return html`<ol class="tiles" aria-label="Stages of ${rollout.environment}">${all.map(({ tile }) => html`<li>${tile}</li>`)}</ol>`
}

function tile(title: string, look: string, anchor?: string): Html {
  const word = html`<span class="unseen">${title}</span>`
  return anchor === undefined
    ? html`<span class="tile ${look}" title="${title}">${word}</span>`
    : html`<a class="tile ${look}" href="#${anchor}" title="${title}">${word}</a>`
}
