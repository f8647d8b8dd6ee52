import { type Outcome, outcomeMeaning, type Verdict } from '../../core/outcome.ts'
import { verdictWord } from '../symbols.ts'
import { type Html, html } from './html.ts'

/** Each outcome has its own shape as well as its colour, for eyes and printers that see no colour. */
const shapes: Record<Outcome, Html> = {
  pass: html`<circle cx="8" cy="8" r="8"/><path class="mark" d="m4.6 8.3 2.3 2.4 4.5-5"/>`,
  fail: html`<path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z"/><path class="mark" d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4"/>`,
  error: html`<path d="M8 .8 16 15H0z"/><path class="mark" d="M8 6v4m0 2.2v.4"/>`,
  inconclusive: html`<rect width="16" height="16" rx="3"/><path class="mark" d="M5.8 6.1c.1-3 4.6-2.9 4.5-.1C10.3 8 8 7.7 8 9.6m0 2.5v.3"/>`,
  pending: html`<circle cx="8" cy="8" r="8"/><path class="mark" d="M8 3.8V8l2.8 1.8"/>`,
  skipped: html`<circle class="ring" cx="8" cy="8" r="6.8"/><path class="bar-mark" d="M5 8h6"/>`,
}

const verdictShape: Record<Verdict, Outcome> = { go: 'pass', 'no-go': 'fail', hold: 'pending' }

/** Defines every icon once; the pictures in the document refer to these. */
export const iconSprite = (): Html =>
  html`<svg class="sprite" width="0" height="0" aria-hidden="true">${Object.entries(shapes).map(
    ([name, shape]) => html`<symbol id="icon.${name}" viewBox="0 0 16 16">${shape}</symbol>`,
  )}</svg>`

/** An outcome as a picture; the word stands beside it or is read aloud. */
export const outcomeIcon = (outcome: Outcome, wordBeside = false): Html =>
  html`<svg class="icon ${outcome}" aria-hidden="true"><use href="#icon.${outcome}"/></svg>${
    !wordBeside && html`<span class="unseen">${outcome}: </span>`
  }`

/** A word on a coloured ground for every outcome that is not simply good. */
export const outcomePill = (outcome: Outcome): Html =>
  html`<span class="pill ${outcome}" title="${outcomeMeaning[outcome]}">${outcome}</span>`

/** GO, NO-GO or HOLD with its picture. */
export const verdictBadge = (verdict: Verdict): Html =>
  html`<span class="badge ${verdict}"><svg class="icon" aria-hidden="true"><use href="#icon.${verdictShape[verdict]}"/></svg>${verdictWord[verdict]}</span>`
