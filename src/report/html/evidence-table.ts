import { isIntact, type Result } from '../../core/result.ts'
import { stageOf } from '../../core/stage.ts'
import type { Anchors } from './anchors.ts'
import { count } from './facts.ts'
import { factsList } from './facts-list.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon } from './icons.ts'

/** Which documents this report was rendered from, and whether they still are what was sealed. */
export function evidenceTable(environment: string, results: readonly Result[], anchors: Anchors): Html {
  const checklists = [...new Set(results.map(({ checklist }) => `${checklist.file}, ${checklist.digest}`))]
  const runs = [...new Set(results.map(({ run }) => run))]
  const changed = results.filter(result => !isIntact(result)).length
  return html`<details${changed > 0 && html` open`}><summary>${environment}: ${count(results.length, 'document')}, ${
    changed > 0
      ? html`<strong class="alarm">${count(changed, 'document')} changed after the seal</strong>`
      : 'all intact'
  }</summary><div class="scroll"><table class="evidence"><caption class="unseen">Evidence of ${environment}</caption>
<thead><tr><th scope="col">Stage</th><th scope="col">Seal</th><th scope="col">Digest of the document</th></tr></thead>
<tbody>${results.map(
    result => html`<tr><th scope="row"><a href="#${anchors.stage(result)}">${stageOf(result.stage).title}</a></th>
<td class="nowrap">${isIntact(result) ? html`${outcomeIcon('pass', true)} intact` : html`${outcomeIcon('fail', true)} changed since it was sealed`}</td>
<td><code>${result.digest}</code></td></tr>`,
  )}</tbody></table></div>
${factsList([
  [runs.length === 1 ? 'Run' : 'Runs', html`<code>${runs.join(', ')}</code>`],
  ['Checklist', html`<code>${checklists.join('; ')}</code>`],
])}</details>`
}
