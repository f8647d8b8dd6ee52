/** The stages of the checklist and what stands in them. */
export const stages = `
.stage { border: 1px solid var(--line); border-left: 4px solid var(--area); border-radius: 6px; }
.stage + .stage { margin-top: .4rem; }
.stage > summary { display: grid; grid-template-columns: auto auto minmax(0, 1fr) auto; gap: .2rem .75rem; align-items: baseline; padding: .45rem .9rem; cursor: pointer; list-style: none; }
.stage > summary::-webkit-details-marker { display: none; }
.stage > summary:hover { background: var(--sunken); }
.stage > summary .message { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; color: var(--muted); font-size: .93em; }
.stage[open] > summary .message { white-space: normal; }
.stage .time, .cost { color: var(--muted); font-size: .87rem; white-space: nowrap; }
.inside { padding: .2rem .9rem 1rem; }
.stage:target, .check:target { outline: 2px solid var(--link); outline-offset: 1px; }
.checks { margin-top: .5rem; }
.checks > li { padding: .45rem 0; border-top: 1px solid var(--line); }
.check { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 .7rem; }
.check > .icon { margin-top: .27em; }
.check .title { display: flex; flex-wrap: wrap; gap: .1rem .5rem; align-items: baseline; font-weight: 550; }
.check .message { color: var(--muted); font-size: .93em; }
.check.fail > .what > .message, .check.error > .what > .message, .check.inconclusive > .what > .message { color: var(--ink); }
.check.skipped .title { color: var(--muted); font-weight: 400; }
.flow-name { color: var(--muted); font-size: .87em; font-weight: 600; }
.in-flow { padding-left: 1.3rem !important; }
.compared { margin-top: .25rem; font-size: .9em; }
.compared div { display: flex; gap: .6rem; }
.compared dt { flex: none; width: 4.6rem; color: var(--muted); }
.check.fail .compared div:last-child code { color: var(--fail); }
.findings { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 0 1.5rem; margin-top: .3rem; font-size: .9em; }
.findings li { display: flex; gap: .5em; align-items: baseline; }
.findings .icon { width: .8em; height: .8em; vertical-align: 0; }
.findings span:last-child { color: var(--muted); }
.findings .fail span:last-child, .findings .error span:last-child { color: var(--tone); }
.decision { margin: .6rem 0; padding: .6rem .9rem; border-radius: 6px; background: var(--ground); }
.decision strong { color: var(--tone); }
.decision ul { margin: .2rem 0; padding-left: 1.1rem; list-style: disc; }
.facts { display: grid; gap: .15rem 0; margin-top: 1rem; font-size: .93em; }
.facts div { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .75rem; }
.facts dt { color: var(--muted); }
.sql { margin-top: .8rem; }
.sql summary { cursor: pointer; color: var(--link); }
.sql pre { margin-top: .4rem; padding: .75rem .9rem; overflow: auto; max-height: 30rem; border-radius: 6px; background: var(--sunken); overflow-wrap: normal; tab-size: 2; }
.record td a { display: inline-block; margin-right: .4em; }

@media (max-width: 34rem) {
  .stage > summary { grid-template-columns: minmax(0, 1fr) auto auto; }
  .stage > summary .message { grid-column: 1 / -1; grid-row: 2; }
  .compared div, .facts div { display: block; }
}
`
