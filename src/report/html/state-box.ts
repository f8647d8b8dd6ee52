import type { Result } from '../../core/result.ts'
import { stateOf } from '../../core/state.ts'
import type { Anchors } from './anchors.ts'
import { blocks, overallVerdict } from './facts.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon } from './icons.ts'

/** In what state the environment is, and what a person does next: loud when there is something to do. */
export function stateBox(environment: string, results: readonly Result[], anchors: Anchors): Html {
  const verdict = overallVerdict(results)
  const { is, next } = stateOf(results)
  const culprits = results
    .filter(result => result.verdict !== 'go')
    .flatMap(result => result.checks.filter(blocks))
    .slice(0, 5)
  return html`<section class="state ${verdict}" aria-label="State of ${environment}">
<div><h3>${environment} now</h3><ul>${items(is)}</ul></div>
<div><h3>What to do next</h3>${next.length > 1 ? html`<ol>${items(next)}</ol>` : html`<ul>${items(next)}</ul>`}</div>
${
  culprits.length > 0 &&
  html`<p class="culprits"><span>Evidence:</span> ${culprits.map(
    check => html`<a href="#${anchors.check(check)}">${outcomeIcon(check.outcome)}${check.title}</a> `,
  )}</p>`
}</section>`
}

const items = (sentences: readonly string[]) => sentences.map(sentence => html`<li>${sentence}</li>`)
