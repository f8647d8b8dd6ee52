import type { CheckResult, Finding } from '../../core/result.ts'
import { formatDuration } from '../../core/units.ts'
import type { Anchors } from './anchors.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon, outcomePill } from './icons.ts'

/** The checks of a stage as a ticked list; the steps of a flow stand below its name. */
export function checkList(checks: readonly CheckResult[], anchors: Anchors): Html {
  if (checks.length === 0) return html`<p class="quiet">No check was made.</p>`
  return html`<ul class="checks">${checks.map((check, index) => [
    check.flow !== undefined &&
      check.flow !== checks[index - 1]?.flow &&
      html`<li class="flow-name">${check.flow}</li>`,
    checkItem(check, anchors),
  ])}</ul>`
}

function checkItem(check: CheckResult, anchors: Anchors): Html {
  const { outcome, findings = [], samples } = check
  return html`<li id="${anchors.check(check)}" class="check ${outcome}${check.flow !== undefined && ' in-flow'}">
${outcomeIcon(outcome)}
<div class="what"><p class="title">${check.title}${[
    outcome !== 'pass' && outcomePill(outcome),
    check.advisory && html`<span class="pill plain" title="reported, never blocks">advisory</span>`,
    check.severity === 'critical' && html`<span class="pill plain">critical</span>`,
  ]}</p>
<p class="message">${check.message}</p>
${comparison(check)}${findings.length > 0 && findingList(findings)}</div>
<p class="cost">${check.attempts > 1 && html`<span class="tries">${check.attempts} ${samples ? 'samples' : 'attempts'}</span>`}<span class="time">${formatDuration(check.durationMs)}</span></p></li>`
}

/** What was expected beside what was observed, where the message does not say it already. */
function comparison({ observed, expected, message }: CheckResult): Html | false {
  const lines = [
    ...(expected === undefined ? [] : [{ label: 'expected', text: expected }]),
    ...(observed === undefined ? [] : [{ label: 'observed', text: observed }]),
  ].filter(({ text }) => !message.includes(text))
  return (
    lines.length > 0 &&
    html`<dl class="compared">${lines.map(
      ({ label, text }) => html`<div><dt>${label}</dt><dd><code>${text}</code></dd></div>`,
    )}</dl>`
  )
}

const findingList = (findings: readonly Finding[]): Html =>
  html`<ul class="findings">${findings.map(
    ({ label, outcome, message }) =>
      html`<li class="${outcome}">${outcomeIcon(outcome)}<code>${label}</code> <span>${message}</span></li>`,
  )}</ul>`
