/** The page: type, head, cards, boxes, tables. */
export const page = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 72rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.015em; }
h2 { font-size: 1.3rem; line-height: 1.3; letter-spacing: -0.01em; }
h3 { margin: 2rem 0 .6rem; font-size: 1rem; }
h4 { font-size: 1rem; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
.quiet { color: var(--muted); font-size: .9em; }
.nowrap { white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.sprite { position: absolute; }
.icon { width: 1em; height: 1em; flex: none; vertical-align: -.13em; fill: var(--area); }
.icon .mark, .icon .bar-mark, .icon .ring { fill: none; }
symbol .mark { fill: none; stroke: var(--mark); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
symbol .ring { fill: none; stroke: var(--area); stroke-width: 2; }
symbol .bar-mark { fill: none; stroke: var(--area); stroke-width: 2; stroke-linecap: round; }
.badge, .pill { display: inline-flex; align-items: center; gap: .35em; white-space: nowrap; color: var(--tone); background: var(--ground); }
.badge { padding: .12em .6em .12em .4em; border-radius: 1em; font-size: .8rem; font-weight: 700; letter-spacing: .04em; }
.pill { padding: 0 .5em; border-radius: .3em; font-size: .78rem; font-weight: 600; }
.pill.plain { color: var(--muted); background: var(--sunken); }

.page-head { margin-bottom: 1.5rem; }
.kicker { color: var(--muted); font-size: .8rem; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; }
.subject { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; margin-top: .5rem; color: var(--muted); }
.subject code { color: var(--ink); }

.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
.card, .state, .environment { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
.card { display: flex; flex-direction: column; gap: .6rem; padding: 1.1rem 1.25rem; border-top: 4px solid var(--area); }
.card h2 { display: flex; align-items: center; justify-content: space-between; gap: 1rem; }
.card h2 a { color: inherit; text-decoration: none; }
.card h2 a:hover { text-decoration: underline; }
.card .badge { font-size: 1.05rem; }
.card p:last-child { margin-top: auto; }
.tiles { display: flex; gap: 3px; }
.tiles li { flex: 1; min-width: 0; }
.tile { display: block; height: .7rem; border-radius: 2px; background: var(--area); }
.tile.no-go { height: 1.1rem; margin-top: -.2rem; }
.tile.hold { background: repeating-linear-gradient(135deg, var(--area) 0 3px, var(--ground) 3px 6px); }
.tile.none { background: none; border: 1px dashed var(--strong-line); }
.tile:hover { filter: brightness(1.12); }

.state { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem 2rem; margin-top: 1rem; padding: 1rem 1.25rem; }
.state h3 { margin: 0 0 .3rem; font-size: .8rem; letter-spacing: .05em; text-transform: uppercase; color: var(--muted); }
.state li + li { margin-top: .3rem; }
.calm { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 0 1rem; }
.state.go { grid-template-columns: minmax(0, 1fr); align-content: start; font-size: .93em; }
.state.no-go, .state.hold { background: var(--ground); border-color: var(--area); border-left-width: 5px; }
.state.no-go h3, .state.hold h3 { color: var(--tone); }
.state ol { padding-left: 1.3em; list-style: decimal; }
.culprits { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin-top: .3rem; font-size: .93em; }
.culprits .icon { margin-right: .4em; }

.environment { margin-top: 2.5rem; padding: 1.4rem 1.5rem 1.5rem; }
.environment > h2 { display: flex; align-items: center; gap: .8rem; }
.absent { margin-top: .7rem; padding: 0 .9rem; color: var(--muted); }
.absent li { display: flex; gap: .7rem; }
.absent .icon { margin-top: .25em; }

.scroll { overflow-x: auto; margin-top: 1rem; }
table { width: 100%; border-collapse: collapse; font-size: .93em; }
caption:not(.unseen) { padding-bottom: .3rem; text-align: left; font-weight: 600; }
th, td { padding: .4rem .8rem .4rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
th { overflow-wrap: normal; }
thead th { border-top: 0; color: var(--muted); font-size: .85em; font-weight: 600; }
tbody th { font-weight: 500; }
footer { margin-top: 2.5rem; }
footer summary { margin-top: .6rem; cursor: pointer; color: var(--link); }
.alarm { color: var(--fail); }
footer > .quiet { margin-top: 1.5rem; }
.evidence td:last-child { color: var(--muted); }

@media (max-width: 34rem) {
  body { padding: 1.25rem .75rem 2rem; }
  h1 { font-size: 1.5rem; }
  .card, .state { padding: .9rem 1rem; }
  .environment { padding: 1rem .8rem; }
  .state { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  :root { --paper: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .environment { border: 0; padding: 0; }
  .card, .state, .plot, tr, li { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  a { color: inherit; text-decoration: none; }
}
`
