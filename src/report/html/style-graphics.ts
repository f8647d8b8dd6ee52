/** The timeline and the plots. */
export const graphics = `
.timeline figcaption { margin-bottom: .6rem; color: var(--muted); font-size: .9em; }
.row { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr) 6.5rem; align-items: center; gap: .75rem; min-height: 22px; font-size: .87rem; }
.row .name { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.row .time { color: var(--muted); text-align: right; white-space: nowrap; }
.row.axis { min-height: 18px; }
.row.axis .lane { grid-column: 2; height: 18px; }
.row.inner .name { padding-left: 1.3rem; color: inherit; text-decoration: none; }
.row.inner .name:hover { text-decoration: underline; }
.row.inner .icon { width: .8em; height: .8em; margin-right: .5em; vertical-align: -.05em; }
.timeline summary { cursor: pointer; font-weight: 600; list-style: none; }
.timeline summary::-webkit-details-marker { display: none; }
.timeline summary .name::before { content: ""; display: inline-block; width: .4em; height: .4em; margin: 0 .55em .1em .2em; border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg); }
.timeline details[open] > summary .name::before { transform: rotate(45deg); }
.timeline summary .badge { margin-left: .5em; padding: 0 .5em 0 .35em; font-size: .7rem; }
.timeline details { border-top: 1px solid var(--line); }
.timeline details[open] { padding-bottom: .3rem; }
.row:hover { background: var(--sunken); }
.row.axis:hover { background: none; }
.lane { display: block; width: 100%; height: 20px; overflow: visible; }
.lane text, .plot text { fill: var(--muted); font-size: 11px; }
.grid { stroke: var(--line); stroke-width: 1; }
.hatch { stroke: var(--line); stroke-width: 2; }
.bar { fill: var(--area); stroke: var(--area); stroke-width: 1; }
.bar.whole { fill: var(--ground); stroke: var(--area); }
.bar.retried { fill-opacity: .35; }
.bar.skipped, .bar.pending { fill-opacity: .4; }
.blip { stroke: var(--tone); stroke-width: 2; }
.tries { margin-right: .5em; padding: 0 .4em; border: 1px solid var(--strong-line); border-radius: .3em; color: var(--muted); font-size: .92em; font-weight: 400; }
.row .tries { font-size: .9em; }

.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1rem; }
.plot { display: grid; grid-row: span 4; grid-template-rows: subgrid; gap: .5rem; padding: .8rem .9rem; border: 1px solid var(--line); border-radius: 8px; }
.plot.fail, .plot.error { border-color: var(--area); }
.plot figcaption { display: flex; flex-wrap: wrap; align-content: start; gap: .1rem .6rem; align-items: baseline; }
.plot figcaption a { display: flex; gap: .5em; color: inherit; font-weight: 600; text-decoration: none; }
.plot figcaption a:hover { text-decoration: underline; }
.plot figcaption .icon { margin-top: .25em; }
.plot figcaption a span[title] { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 2; }
.plot figcaption .quiet { flex-basis: 100%; }
.plot svg:not(.icon) { display: block; width: 100%; height: auto; overflow: visible; }
.series { fill: none; stroke: var(--pending-area); stroke-width: 1.5; stroke-linejoin: round; }
.dot { fill: var(--pending-area); }
.cross { fill: none; stroke: var(--tone); stroke-width: 2; stroke-linecap: round; }
line.limit { stroke: var(--unsure-area); stroke-width: 1.5; stroke-dasharray: 5 3; }
.plot text.limit { fill: var(--unsure); paint-order: stroke; stroke: var(--surface); stroke-width: 3px; }
.figures { display: grid; grid-template-columns: repeat(4, 1fr); border-top: 1px solid var(--line); padding-top: .45rem; }
.figures dt { color: var(--muted); font-size: .75rem; }
.figures dd { font-weight: 600; font-size: .93em; }
.said { font-size: .87em; }
.said .icon { margin-right: .5em; }
.said time { color: var(--muted); margin-right: .3em; }

@media print {
  .row { grid-template-columns: 14rem minmax(0, 1fr) 6rem; break-inside: avoid; }
  .axis text:nth-of-type(even) { display: none; }
}
@media screen and (max-width: 44rem) {
  .row { grid-template-columns: minmax(0, 1fr) auto; gap: 0 .5rem; padding: .15rem 0; }
  .row .lane { grid-row: 2; grid-column: 1 / -1; }
  .row.axis .lane { grid-row: 1; grid-column: 1 / -1; }
  .axis text:nth-of-type(even) { display: none; }
}
`
