import type { Result } from '../../core/result.ts'
import { placer } from './anchors.ts'
import { document } from './document.ts'
import { environmentSection } from './environment-section.ts'
import { evidenceTable } from './evidence-table.ts'
import { overallVerdict, type ReportedRollout } from './facts.ts'
import { type Html, html } from './html.ts'
import { iconSprite } from './icons.ts'
import { stateBox } from './state-box.ts'
import { momentText, spanText, wholeSpan } from './times.ts'
import { verdictCard } from './verdict-card.ts'

export interface HtmlReportInput {
  title: string
  /** ISO 8601, UTC. */
  generatedAt: string
  operator?: string
  /** In the order of the way, e.g. staging, then production. */
  rollouts: readonly ReportedRollout[]
}

/**
 * A whole rollout as one HTML document that needs nothing else: no script, no network, no other file. Everything in it
 * comes from the evidence, and all of that is escaped.
 */
export function renderHtmlReport(input: HtmlReportInput): string {
  const { rollouts } = input
  const place = placer()
  const reported = rollouts.map(rollout => ({ rollout, places: place(rollout.environment, rollout.results) }))
  const withEvidence = reported.filter(({ rollout }) => rollout.results.length > 0)
  const states = (go: boolean) =>
    withEvidence
      .filter(({ rollout }) => isGo(rollout) === go)
      .map(({ rollout, places }) => stateBox(rollout.environment, rollout.results, places))
  const body = html`${iconSprite()}
<header class="page-head"><p class="kicker">Rollout report</p><h1>${input.title}</h1>${subject(input)}</header>
<main>
<div class="cards">${reported.map(({ rollout, places }) => verdictCard(rollout, places))}</div>
${rollouts.length === 0 && html`<p>There is no evidence to show: no environment was rolled out.</p>`}
${states(false)}<div class="calm">${states(true)}</div>
${reported.map(({ rollout, places }) => environmentSection(rollout, places))}
</main>
<footer><h2>Evidence</h2>${withEvidence.map(({ rollout, places }) =>
    evidenceTable(rollout.environment, rollout.results, places),
  )}
<p class="quiet">Rendered ${momentText(input.generatedAt)} from evidence of gatesheet schema ${schemas(rollouts)}; nothing else went into it.</p></footer>`
  return document(input.title, body)
}

const isGo = ({ results }: ReportedRollout): boolean => overallVerdict(results) === 'go'
const allResults = (rollouts: readonly ReportedRollout[]): Result[] =>
  rollouts.flatMap(({ results }) => [...results])
const schemas = (rollouts: readonly ReportedRollout[]): string =>
  [...new Set(allResults(rollouts).map(({ schema }) => schema))].join(', ') || '1'

/** Which commit, when, and by whom. */
function subject({ rollouts, operator }: HtmlReportInput): Html {
  const results = allResults(rollouts)
  const commits = [...new Set(results.map(({ commit }) => commit))]
  const span = wholeSpan(results)
  const facts = [
    ...commits.map(commit => html`Commit <code title="${commit}">${commit.slice(0, 12)}</code>`),
    span && html`${spanText(span)}`,
    operator !== undefined && html`Operator ${operator}`,
  ]
  return html`<ul class="subject">${facts.map(fact => fact && html`<li>${fact}</li>`)}</ul>`
}
