import { decisionMeaning } from '../../core/decision.ts'
import type { GateData } from '../../core/result.ts'
import { type Html, html } from './html.ts'

/** The rollback decision in its words, with everything that led to it. */
export const decisionBox = ({
  decision = 'go',
  because,
  previous,
}: NonNullable<GateData['rollbackCheck']>): Html =>
  html`<div class="decision ${decision === 'go' ? 'go' : 'no-go'}">
<p><strong>${decision}</strong>: ${decisionMeaning[decision]}</p>
<ul>${because.map(reason => html`<li>${reason}</li>`)}</ul>
${previous !== undefined && html`<p class="quiet">The release before: <code>${previous}</code></p>`}</div>`
