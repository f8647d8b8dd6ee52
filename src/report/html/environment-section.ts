import type { Result } from '../../core/result.ts'
import { stageOf } from '../../core/stage.ts'
import type { Anchors } from './anchors.ts'
import { notReached, overallVerdict, type ReportedRollout } from './facts.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon, verdictBadge } from './icons.ts'
import { recordTable } from './record-table.ts'
import { samplesPlot } from './samples-plot.ts'
import { stageSection } from './stage-section.ts'
import { timeline } from './timeline.ts'

/** Everything about the rollout in one environment: its timeline, its plots, its ticked checklist. */
export function environmentSection(rollout: ReportedRollout, anchors: Anchors): Html {
  const { environment, results } = rollout
  const record = results.findLast(({ data }) => data.record !== undefined)?.data.record
  const heading = html`<h2>${environment}${verdictBadge(overallVerdict(results))}</h2>`
  if (results.length === 0)
    return html`<section class="environment" id="${anchors.environment}">${heading}<p>No stage has run.</p>${absent(rollout)}</section>`
  return html`<section class="environment" id="${anchors.environment}">${heading}
<h3>Timeline</h3>${timeline(results, anchors)}
${plots(results, anchors)}
${record && html`<h3>Sign-off record</h3>${recordTable(record, anchors)}`}
<h3>Checklist</h3>${results.map(result => stageSection(result, anchors))}
${absent(rollout)}</section>`
}

function plots(results: readonly Result[], anchors: Anchors): Html | false {
  const baselines: Record<string, unknown> = Object.assign({}, ...results.map(({ data }) => data.baselines))
  const sampled = results.flatMap(({ checks }) => checks.filter(({ samples }) => samples !== undefined))
  return (
    sampled.length > 0 &&
    html`<h3>Observation</h3><div class="plots">${sampled.map(check =>
      samplesPlot(check, baselines[check.id], anchors),
    )}</div>`
  )
}

/** Stages without evidence, with the reason: what is not shown was not forgotten. */
function absent(rollout: ReportedRollout): Html | false {
  const reasons = new Map<string, string[]>()
  const tell = (title: string, why: string) => reasons.set(why, [...(reasons.get(why) ?? []), title])
  for (const name of notReached(rollout)) tell(stageOf(name).title, 'not reached')
  for (const { title, why } of rollout.leftOut ?? []) tell(title, why)
  return (
    reasons.size > 0 &&
    html`<ul class="absent">${[...reasons].map(
      ([why, titles]) =>
        html`<li>${outcomeIcon('skipped', true)}<span>${titles.join(', ')}: ${why}</span></li>`,
    )}</ul>`
  )
}
