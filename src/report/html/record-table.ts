import type { Outcome } from '../../core/outcome.ts'
import type { RecordField } from '../../core/result.ts'
import type { Anchors } from './anchors.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon } from './icons.ts'

/** The sign-off record: every value with links to the evidence that it was read from. */
export const recordTable = (fields: readonly RecordField[], anchors: Anchors): Html =>
  html`<div class="scroll"><table class="record"><caption class="unseen">Sign-off record</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">Evidence</th></tr></thead>
<tbody>${fields.map(
    ({ label, value, from }) =>
      html`<tr><th scope="row">${label}</th><td>${answerIcon(value)}${value}</td><td>${
        from.length === 0 ? html`<span class="quiet">none</span>` : from.map(name => evidence(name, anchors))
      }</td></tr>`,
  )}</tbody></table></div>`

function evidence(name: string, anchors: Anchors): Html {
  const anchor = anchors.reference(name)
  return anchor === undefined
    ? html`<code title="not in this report">${name}</code> `
    : html`<a href="#${anchor}"><code>${name}</code></a> `
}

/** The yes and no of the record, as `core/record.ts` words them, for the eye. */
const answers: [RegExp, Outcome][] = [
  [/^yes\b/, 'pass'],
  [/^no \(not reached\)$/, 'skipped'],
  [/^no\b/, 'fail'],
]

function answerIcon(value: string): Html | undefined {
  const outcome = answers.find(([pattern]) => pattern.test(value))?.[1]
  return outcome && html`${outcomeIcon(outcome, true)} `
}
