import { type Html, html, type Part } from './html.ts'

/** Facts as a list of terms; a fact without a value is left out. */
export const factsList = (facts: readonly (readonly [label: string, value: Part])[]): Html =>
  html`<dl class="facts">${facts.map(
    ([label, value]) => value !== undefined && html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}</dl>`
