import { shortDigest } from '../../core/digest.ts'
import type { Approval } from '../../core/result.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon } from './icons.ts'
import { momentText } from './times.ts'

/** Who said what about which evidence. An approval of other evidence is void, and is shown as such. */
export function approvalsTable(approvals: readonly Approval[], digest: string | undefined): Html {
  const asked = digest !== undefined && html`<code title="${digest}">${shortDigest(digest)}</code>`
  if (approvals.length === 0) return html`<p class="quiet">Nobody has approved the evidence ${asked}.</p>`
  return html`<div class="scroll"><table><caption>Approvals of the evidence ${asked}</caption>
<thead><tr><th scope="col">Who</th><th scope="col">Role</th><th scope="col">Said</th><th scope="col">Of</th><th scope="col">When</th><th scope="col">Comment</th></tr></thead>
<tbody>${approvals.map(
    approval => html`<tr><th scope="row">${approval.by}</th><td>${approval.role ?? 'none'}</td>
<td class="nowrap">${outcomeIcon(approval.state === 'approved' ? 'pass' : 'fail', true)} ${approval.state}</td>
<td>${approval.digest === digest ? 'this evidence' : html`other evidence, void: <code>${shortDigest(approval.digest)}</code>`}</td>
<td>${momentText(approval.at)} (${approval.via === 'terminal' ? 'at the terminal' : 'given beforehand'})</td><td>${approval.comment ?? ''}</td></tr>`,
  )}</tbody></table></div>`
}
