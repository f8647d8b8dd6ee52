export const id = 797;
export const ids = [797];
export const modules = {

/***/ 3797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderHtmlReport: () => (/* binding */ renderHtmlReport)
});

;// CONCATENATED MODULE: ./build/report/html/anchors.js
/**
 * Gives every environment, stage and check of one document a place of its own, readable in the address bar. Call the
 * placer once for each rollout of the document.
 */
function placer() {
    const taken = new Set();
    const unique = (wanted) => {
        let name = wanted;
        for (let next = 2; taken.has(name); next++)
            name = `${wanted}-${next}`;
        taken.add(name);
        return name;
    };
    return (name, results) => {
        const environment = unique(plainName(name));
        const places = new Map();
        const references = new Map();
        for (const result of results) {
            const stage = unique(`${environment}.${result.stage}`);
            places.set(result, stage);
            references.set(result.stage, stage);
            for (const check of result.checks) {
                const anchor = unique(`${stage}.${plainName(check.id)}`);
                places.set(check, anchor);
                references.set(`${result.stage}.${check.id}`, anchor);
            }
        }
        const placeOf = (part) => places.get(part) ?? environment;
        return {
            environment,
            part: part => `${environment}.part.${part}`,
            stage: placeOf,
            check: placeOf,
            reference: text => references.get(text),
        };
    };
}
const plainName = (text) => text.replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'unnamed';

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/report/html/html.js
/** Markup that was escaped, or that is the program's own. A class, so that no evidence can pose as it. */
class Html {
    markup;
    constructor(markup) {
        this.markup = markup;
    }
}
/** Tags a template: everything put into it is escaped, for text and for quoted attributes alike. */
const html = (fixed, ...parts) => new Html(fixed.reduce((markup, text, index) => `${markup}${render(parts[index - 1])}${text}`));
const entities = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
    '`': '&#96;',
};
/** Characters that no document may hold, and those that turn the direction of the text after them. */
const unwanted = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
function render(part) {
    if (part instanceof Html)
        return part.markup;
    if (part === undefined || part === false)
        return '';
    if (typeof part === 'object')
        return part.map(render).join('');
    return String(part)
        .replace(unwanted, '\ufffd')
        .replace(/[&<>"'`]/g, character => entities[character] ?? '');
}

;// CONCATENATED MODULE: ./build/report/html/style-colours.js
/** For each meaning a colour for text (readable on paper, WCAG AA), one for areas, and one for grounds. */
const palettes = {
    light: {
        paper: '#f5f6f8',
        surface: '#ffffff',
        sunken: '#f0f2f5',
        line: '#dfe3e9',
        'strong-line': '#c3cad4',
        ink: '#171c24',
        muted: '#586273',
        link: '#1d4fa8',
        pass: '#14703f',
        'pass-area': '#309c62',
        'pass-ground': '#e6f4ec',
        fail: '#b02018',
        'fail-area': '#d8443b',
        'fail-ground': '#fdebe9',
        error: '#86309f',
        'error-area': '#a759bd',
        'error-ground': '#f6eafa',
        unsure: '#7c5200',
        'unsure-area': '#b9820f',
        'unsure-ground': '#fcf2d9',
        pending: '#1f57a8',
        'pending-area': '#5a8fd6',
        'pending-ground': '#e8f0fb',
        skipped: '#5d6673',
        'skipped-area': '#858f9e',
        'skipped-ground': '#eceff3',
        mark: '#ffffff',
    },
    dark: {
        paper: '#0e1116',
        surface: '#161a21',
        sunken: '#1d222b',
        line: '#2a313c',
        'strong-line': '#414b59',
        ink: '#e6e9ee',
        muted: '#9ba6b5',
        link: '#8db7f5',
        pass: '#6bd39c',
        'pass-area': '#379a66',
        'pass-ground': '#142a1f',
        fail: '#ff948b',
        'fail-area': '#dd5147',
        'fail-ground': '#361a1a',
        error: '#dd9ff0',
        'error-area': '#a35bb9',
        'error-ground': '#2e1b36',
        unsure: '#ecc063',
        'unsure-area': '#b98624',
        'unsure-ground': '#2e2512',
        pending: '#93bdf7',
        'pending-area': '#4b80c9',
        'pending-ground': '#16253b',
        skipped: '#9ba6b5',
        'skipped-area': '#6a7587',
        'skipped-ground': '#222831',
        mark: '#0e1116',
    },
};
/** Which meaning a thing has is said by its class; everything else then speaks of `--tone`. */
const tones = [
    ['pass', 'pass'],
    ['go', 'pass'],
    ['fail', 'fail'],
    ['no-go', 'fail'],
    ['error', 'error'],
    ['inconclusive', 'unsure'],
    ['hold', 'unsure'],
    ['pending', 'pending'],
    ['skipped', 'skipped'],
    ['none', 'skipped'],
].map(([name, tone]) => `.${name} { --tone: var(--${tone}); --area: var(--${tone}-area); --ground: var(--${tone}-ground); }`);
const variables = (palette) => Object.entries(palette)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
const colours = `
:root { color-scheme: light dark; ${variables(palettes.light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(palettes.dark)} } }
${tones.join('\n')}
`;

;// CONCATENATED MODULE: ./build/report/html/style-graphics.js
/** The timeline and the plots. */
const graphics = `
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
`;

;// CONCATENATED MODULE: ./build/report/html/style-page.js
/** The page: type, head, cards, boxes, tables. */
const page = `
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
`;

;// CONCATENATED MODULE: ./build/report/html/style-stages.js
/** The stages of the checklist and what stands in them. */
const stages = `
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
`;

;// CONCATENATED MODULE: ./build/report/html/style.js




/** The whole style sheet; the document's policy allows this text and no other. */
const style = `${colours}${page}${graphics}${stages}`;

;// CONCATENATED MODULE: ./build/report/html/document.js



const hash = (0,external_node_crypto_.createHash)('sha256').update(style).digest('base64');
/** Only this very style sheet, and nothing from anywhere: no script, no picture, no font, no form, no frame. */
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
/** A whole document around its body. */
const document_document = (title, body) => html `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>${body}</body>
</html>
`.markup;

// EXTERNAL MODULE: ./build/core/stage.js
var core_stage = __webpack_require__(8812);
;// CONCATENATED MODULE: ./build/report/html/facts.js

/** The result that decides: the first that is not go, else the last. */
const decidingResult = (results) => results.find(result => result.verdict !== 'go') ?? results.at(-1);
/** The verdict of a rollout. Without evidence it holds: silence is never green. */
const overallVerdict = (results) => decidingResult(results)?.verdict ?? 'hold';
/** `1 stage`, `2 stages`. */
const count = (many, what) => `${many} ${what}${many === 1 ? '' : 's'}`;
/** Whether a check stands in the way: advisory checks and left-out ones never do. */
const blocks = (check) => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped';
/** How many checks came to what, as `31 passed, 1 failed`. */
function tally(results) {
    const checks = results.flatMap(result => result.checks);
    return Object.entries(words)
        .map(([outcome, word]) => ({ word, count: checks.filter(check => check.outcome === outcome).length }))
        .filter(({ count }) => count > 0)
        .map(({ word, count }) => `${count} ${word}`)
        .join(', ');
}
/** Stages that a stopped rollout did not come to. Known only where it is known what the checklist leaves out. */
function notReached({ results, leftOut }) {
    if (!leftOut || overallVerdict(results) === 'go')
        return [];
    const known = new Set([
        ...results.map(({ stage }) => (0,core_stage/* stageOf */.gV)(stage).title),
        ...leftOut.map(({ title }) => title),
    ]);
    return core_stage/* stageNames */.hL.filter(name => !onlyWhenNeeded.includes(name) && !known.has((0,core_stage/* stageOf */.gV)(name).title));
}
/** These run only after something was changed, so that their absence says nothing. */
const onlyWhenNeeded = ['rollback-check', 'rollback', 'record'];
const words = {
    pass: 'passed',
    fail: 'failed',
    error: 'could not look',
    inconclusive: 'inconclusive',
    pending: 'pending',
    skipped: 'skipped',
};

// EXTERNAL MODULE: ./build/core/outcome.js
var core_outcome = __webpack_require__(9058);
// EXTERNAL MODULE: ./build/report/symbols.js
var symbols = __webpack_require__(4386);
;// CONCATENATED MODULE: ./build/report/html/icons.js



/** Each outcome has its own shape as well as its colour, for eyes and printers that see no colour. */
const shapes = {
    pass: html `<circle cx="8" cy="8" r="8"/><path class="mark" d="m4.6 8.3 2.3 2.4 4.5-5"/>`,
    fail: html `<path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z"/><path class="mark" d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4"/>`,
    error: html `<path d="M8 .8 16 15H0z"/><path class="mark" d="M8 6v4m0 2.2v.4"/>`,
    inconclusive: html `<rect width="16" height="16" rx="3"/><path class="mark" d="M5.8 6.1c.1-3 4.6-2.9 4.5-.1C10.3 8 8 7.7 8 9.6m0 2.5v.3"/>`,
    pending: html `<circle cx="8" cy="8" r="8"/><path class="mark" d="M8 3.8V8l2.8 1.8"/>`,
    skipped: html `<circle class="ring" cx="8" cy="8" r="6.8"/><path class="bar-mark" d="M5 8h6"/>`,
};
const verdictShape = { go: 'pass', 'no-go': 'fail', hold: 'pending' };
/** Defines every icon once; the pictures in the document refer to these. */
const iconSprite = () => html `<svg class="sprite" width="0" height="0" aria-hidden="true">${Object.entries(shapes).map(([name, shape]) => html `<symbol id="icon.${name}" viewBox="0 0 16 16">${shape}</symbol>`)}</svg>`;
/** An outcome as a picture; the word stands beside it or is read aloud. */
const outcomeIcon = (outcome, wordBeside = false) => html `<svg class="icon ${outcome}" aria-hidden="true"><use href="#icon.${outcome}"/></svg>${!wordBeside && html `<span class="unseen">${outcome}: </span>`}`;
/** A word on a coloured ground for every outcome that is not simply good. */
const outcomePill = (outcome) => html `<span class="pill ${outcome}" title="${core_outcome/* outcomeMeaning */.Y_[outcome]}">${outcome}</span>`;
/** GO, NO-GO or HOLD with its picture. */
const verdictBadge = (verdict) => html `<span class="badge ${verdict}"><svg class="icon" aria-hidden="true"><use href="#icon.${verdictShape[verdict]}"/></svg>${symbols/* verdictWord */.E0[verdict]}</span>`;

;// CONCATENATED MODULE: ./build/report/html/record-table.js


/** The sign-off record: every value with links to the evidence that it was read from. */
const recordTable = (fields, anchors) => html `<div class="scroll"><table class="record"><caption class="unseen">Sign-off record</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">Evidence</th></tr></thead>
<tbody>${fields.map(({ label, value, from }) => html `<tr><th scope="row">${label}</th><td>${answerIcon(value)}${value}</td><td>${from.length === 0 ? html `<span class="quiet">none</span>` : from.map(name => evidence(name, anchors))}</td></tr>`)}</tbody></table></div>`;
function evidence(name, anchors) {
    const anchor = anchors.reference(name);
    return anchor === undefined
        ? html `<code title="not in this report">${name}</code> `
        : html `<a href="#${anchor}"><code>${name}</code></a> `;
}
/** The yes and no of the record, as `core/record.ts` words them, for the eye. */
const answers = [
    [/^yes\b/, 'pass'],
    [/^no \(not reached\)$/, 'skipped'],
    [/^no\b/, 'fail'],
];
function answerIcon(value) {
    const outcome = answers.find(([pattern]) => pattern.test(value))?.[1];
    return outcome && html `${outcomeIcon(outcome, true)} `;
}

// EXTERNAL MODULE: ./node_modules/d3-scale/dist/d3-scale.mjs + 6 modules
var d3_scale = __webpack_require__(704);
// EXTERNAL MODULE: ./node_modules/d3-shape/dist/d3-shape.mjs + 1 modules
var d3_shape = __webpack_require__(6879);
// EXTERNAL MODULE: ./build/core/matcher.js
var matcher = __webpack_require__(2344);
// EXTERNAL MODULE: ./build/core/statistics.js
var statistics = __webpack_require__(1375);
// EXTERNAL MODULE: ./build/core/units.js
var units = __webpack_require__(5673);
;// CONCATENATED MODULE: ./build/report/html/sample-series.js



/** Reads the samples of a check. A baseline is the number that preflight recorded under the id of the check. */
function seriesOf(check, baseline) {
    const samples = (check.samples ?? []).flatMap(sample => {
        const at = Date.parse(sample.at);
        return Number.isFinite(at) ? [{ ...sample, at }] : [];
    });
    const valued = samples.filter(({ value }) => value !== undefined);
    const limit = limitOf(check);
    // Where nothing was measured, the time of each look is drawn.
    const isTime = valued.length === 0 || check.measures === 'latency';
    const points = samples.map(({ at, value, durationMs, outcome, message }) => ({
        at,
        // Where nothing at all was measured, the time of each look still tells something.
        value: valued.length === 0 ? durationMs : value,
        outcome,
        message,
    }));
    const values = points.flatMap(({ value }) => value ?? []);
    const figure = (label, q) => {
        const value = (0,statistics/* quantile */.Y)(values, q);
        return value === undefined ? [] : [{ label, value }];
    };
    return {
        quantity: isTime ? 'Time to answer' : (check.measures ?? 'Measured value'),
        show: isTime ? units/* formatDuration */.a3 : showNumber,
        points,
        lines: [
            ...(typeof baseline === 'number' ? [{ label: 'baseline', value: baseline }] : []),
            ...(limit && limit.value !== baseline ? [limit] : []),
        ],
        figures: [
            ...figure('min', Number.MIN_VALUE),
            ...figure('p50', 0.5),
            ...figure('p95', 0.95),
            ...figure('max', 1),
        ],
    };
}
/** `expected at most 2` and its like: the words of the matchers, with one number after them. */
const limitWords = /\b(at most|below|at least|above) ([\d.]+(?:ms|s|m|h|d|B|KiB|MiB|GiB|TiB|%)?)(?=$|[\s,;)])/g;
/** The one limit that the check sets to what its samples measure. */
function limitOf({ expected, measures, samples }) {
    if (measures === undefined)
        return undefined;
    const failed = samples?.find(({ outcome, message }) => outcome === 'fail' && message)?.message ?? '';
    const own = (expected ?? '').split(', ').find(part => part.startsWith(`${measures} `));
    const named = failed
        .split('; ')
        .find(part => part.startsWith(`${measures} is `))
        ?.split(', expected ')
        .at(1);
    const found = [...(own ?? named ?? '').matchAll(limitWords)];
    const value = found.length === 1 ? (0,matcher/* amountOf */.MT)(found[0]?.[2]) : undefined;
    return value === undefined ? undefined : { label: found[0]?.[0] ?? '', value };
}
/** Short enough for an axis: four significant digits, `14.2M` from a hundred thousand on. */
function showNumber(value) {
    const size = Math.abs(value);
    if (size >= 1e15)
        return value.toExponential(1);
    if (size < 1e5)
        return value.toLocaleString('en-US', { maximumSignificantDigits: size < 1e4 ? 4 : 5 });
    return value.toLocaleString('en-US', { notation: 'compact', maximumSignificantDigits: 4 });
}

;// CONCATENATED MODULE: ./build/report/html/times.js
/** When something ran; undefined when its moment is no date, so that no plot meets a number that is none. */
function spanOf({ startedAt, durationMs, }) {
    const from = Date.parse(startedAt);
    const to = from + durationMs;
    return Number.isFinite(to) ? { from, to } : undefined;
}
/** From the first beginning to the last end. */
function wholeSpan(results) {
    const spans = results.map(spanOf).filter(span => span !== undefined);
    if (spans.length === 0)
        return undefined;
    return { from: Math.min(...spans.map(span => span.from)), to: Math.max(...spans.map(span => span.to)) };
}
/** `20 Nov 2026`: the month in letters, because readers disagree about numbers. */
const day = (ms) => {
    const date = new Date(ms);
    return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};
/** `16:04`, or `16:04:51`. */
const clock = (ms, seconds = false) => new Date(ms).toISOString().slice(11, seconds ? 19 : 16);
/** `20 Nov 2026, 16:00 to 16:29 UTC`; the second day is named when there is one. */
function spanText({ from, to }) {
    if (clock(from) === clock(to) && day(from) === day(to))
        return `${day(from)}, ${clock(from, true)} UTC`;
    return `${day(from)}, ${clock(from)} to ${day(from) === day(to) ? '' : `${day(to)}, `}${clock(to)} UTC`;
}
/** A moment of the evidence as people read it; what is no date is shown as it came. */
function momentText(timestamp) {
    const ms = Date.parse(timestamp);
    return Number.isFinite(ms) ? `${day(ms)}, ${clock(ms, true)} UTC` : timestamp;
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

;// CONCATENATED MODULE: ./build/report/html/samples-plot.js






const width = 360;
const height = 148;
const inner = { left: 52, right: width - 8, top: 14, bottom: height - 22 };
/** With more samples than these the line speaks alone, and only what did not pass is marked. */
const mostDots = 61;
/** As many different messages of samples are told below a plot. */
const mostMessages = 3;
/** The samples of one check over time: a small plot, its figures, and what the failed samples said. */
function samplesPlot(check, baseline, anchors) {
    const series = seriesOf(check, baseline);
    const passed = series.points.filter(({ outcome }) => outcome === 'pass').length;
    const tally = `${passed} of ${series.points.length} samples passed`;
    return html `<figure class="plot ${check.outcome}">
<figcaption><a href="#${anchors.check(check)}">${outcomeIcon(check.outcome)}<span title="${check.title}">${check.title}</span></a>${check.outcome !== 'pass' && outcomePill(check.outcome)}<span class="quiet">${series.quantity}, ${tally}</span></figcaption>
${series.points.length > 0 ? picture(series, `${check.title}: ${series.quantity}, ${tally}`) : html `<p class="quiet">No sample was taken.</p>`}
${series.figures.length > 0 &&
        html `<dl class="figures">${series.figures.map(({ label, value }) => html `<div><dt>${label}</dt><dd>${series.show(value)}</dd></div>`)}</dl>`}
${messages(series.points)}</figure>`;
}
function picture(series, title) {
    const { points, lines, show } = series;
    const x = (0,d3_scale/* scaleLinear */.m4)(timeDomain(points), [inner.left + 4, inner.right - 4]);
    const y = (0,d3_scale/* scaleLinear */.m4)(valueDomain(series), [inner.bottom, inner.top]).nice(3);
    const ticks = y.ticks(3);
    const path = (0,d3_shape/* line */.n8)(point => x(point.at), point => y(point.value ?? 0))
        .defined(({ value }) => value !== undefined)
        .digits(1)(points);
    const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
    return html `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}"><title>${title}</title>
${ticks.map(tick => html `<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text x="${inner.left - 6}" y="${round(y(tick) + 4)}" text-anchor="end">${show(tick)}</text>`)}
${lines.map(({ label, value }) => {
        const place = round(y(value));
        return html `<line class="limit" x1="${inner.left}" x2="${inner.right}" y1="${place}" y2="${place}"/><text class="limit" x="${inner.left + 4}" y="${place - 4}">${label}${label === 'baseline' && ` ${show(value)}`}</text>`;
    })}
${path !== null && html `<path class="series" d="${path}"/>`}
${points.map(point => mark(point, points.length <= mostDots, x, y, show))}
<text x="${inner.left}" y="${height - 6}">${clock(from, true)}</text>${to > from && html `<text x="${inner.right}" y="${height - 6}" text-anchor="end">${clock(to, true)}</text>`}</svg>`;
}
/** A dot for a sample that passed; a cross for one that did not, on the axis when it has no value. */
function mark(point, dots, x, y, show) {
    const { at, value, outcome, message } = point;
    const words = [`${clock(at, true)} ${outcome}`, value !== undefined && show(value), message].filter(Boolean);
    const [left, top] = [round(x(at)), round(value === undefined ? inner.bottom : y(value))];
    if (outcome !== 'pass')
        return html `<path class="cross ${outcome}" d="M${left - 3.5} ${top - 3.5}l7 7m0-7l-7 7"><title>${words.join(': ')}</title></path>`;
    if (!dots || value === undefined)
        return undefined;
    return html `<circle class="dot" cx="${left}" cy="${top}" r="2"><title>${words.join(': ')}</title></circle>`;
}
/** What the samples that did not pass said, each message once; of many the first two and the newest. */
function messages(points) {
    const told = new Map();
    for (const point of points)
        if (point.outcome !== 'pass' && point.message && !told.has(point.message))
            told.set(point.message, point);
    const all = [...told.values()];
    const hidden = all.length - mostMessages;
    const shown = hidden > 0 ? [...all.slice(0, mostMessages - 1), ...all.slice(-1)] : all;
    return (all.length > 0 &&
        html `<ul class="said">${shown.map(({ message, at, outcome }, index) => html `${hidden > 0 && index === mostMessages - 1 && html `<li class="quiet">and ${hidden} more, the newest:</li>`}<li>${outcomeIcon(outcome)}<time>${clock(at, true)}</time> ${message}</li>`)}</ul>`);
}
/** A single moment becomes a minute around it. */
function timeDomain(points) {
    const [from, to] = [Math.min(...points.map(({ at }) => at)), Math.max(...points.map(({ at }) => at))];
    return from < to ? [from, to] : [from - 30_000, to + 30_000];
}
/** From zero, so that heights can be compared; but close around values that differ little from each other. */
function valueDomain({ points, lines }) {
    const values = [...points.flatMap(({ value }) => value ?? []), ...lines.map(({ value }) => value)];
    if (values.length === 0)
        return [0, 1];
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const spread = most - least;
    if (spread > 0 && least > 0 && spread < most / 10)
        return [least - spread / 2, most + spread / 2];
    return least === 0 && most === 0 ? [0, 1] : [Math.min(0, least * 1.1), Math.max(0, most * 1.1)];
}
const round = (value) => Number(value.toFixed(1));

// EXTERNAL MODULE: ./build/core/reason.js
var reason = __webpack_require__(4220);
// EXTERNAL MODULE: ./build/core/digest.js
var core_digest = __webpack_require__(2552);
;// CONCATENATED MODULE: ./build/report/html/approvals-table.js




/** Who said what about which evidence. An approval of other evidence is void, and is shown as such. */
function approvalsTable(approvals, digest) {
    const asked = digest !== undefined && html `<code title="${digest}">${(0,core_digest/* shortDigest */.VK)(digest)}</code>`;
    if (approvals.length === 0)
        return html `<p class="quiet">Nobody has approved the evidence ${asked}.</p>`;
    return html `<div class="scroll"><table><caption>Approvals of the evidence ${asked}</caption>
<thead><tr><th scope="col">Who</th><th scope="col">Role</th><th scope="col">Said</th><th scope="col">Of</th><th scope="col">When</th><th scope="col">Comment</th></tr></thead>
<tbody>${approvals.map(approval => html `<tr><th scope="row">${approval.by}</th><td>${approval.role ?? 'none'}</td>
<td class="nowrap">${outcomeIcon(approval.state === 'approved' ? 'pass' : 'fail', true)} ${approval.state}</td>
<td>${approval.digest === digest ? 'this evidence' : html `other evidence, void: <code>${(0,core_digest/* shortDigest */.VK)(approval.digest)}</code>`}</td>
<td>${momentText(approval.at)} (${approval.via === 'terminal' ? 'at the terminal' : 'given beforehand'})</td><td>${approval.comment ?? ''}</td></tr>`)}</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./build/report/html/facts-list.js

/** Facts as a list of terms; a fact without a value is left out. */
const factsList = (facts) => html `<dl class="facts">${facts.map(([label, value]) => value !== undefined && html `<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;

;// CONCATENATED MODULE: ./build/report/html/backup-facts.js




/** Where the backup is, how it can be recognised, and what it was made with. */
const backupFacts = (backup) => factsList([
    ['Backup', html `<code>${backup.file}</code>`],
    ['Manifest', html `<code>${backup.manifest}</code>`],
    ['Size', `${(0,units/* formatSize */.Xq)(backup.bytes)}, ${backup.entries} entries`],
    ['SHA-256', html `<code>${backup.sha256}</code>`],
    ['Taken', momentText(backup.takenAt)],
    ['Database', backup.database],
    ['Versions', `server ${backup.serverVersion}, pg_dump ${backup.clientVersion}`],
    ['Verified', 'hash of the stored bytes, contents can be listed'],
]);

;// CONCATENATED MODULE: ./build/report/html/check-item.js



/** The checks of a stage as a ticked list; the steps of a flow stand below its name. */
function checkList(checks, anchors) {
    if (checks.length === 0)
        return html `<p class="quiet">No check was made.</p>`;
    return html `<ul class="checks">${checks.map((check, index) => [
        check.flow !== undefined &&
            check.flow !== checks[index - 1]?.flow &&
            html `<li class="flow-name">${check.flow}</li>`,
        checkItem(check, anchors),
    ])}</ul>`;
}
function checkItem(check, anchors) {
    const { outcome, findings = [], samples } = check;
    return html `<li id="${anchors.check(check)}" class="check ${outcome}${check.flow !== undefined && ' in-flow'}">
${outcomeIcon(outcome)}
<div class="what"><p class="title">${check.title}${[
        outcome !== 'pass' && outcomePill(outcome),
        check.advisory && html `<span class="pill plain" title="reported, never blocks">advisory</span>`,
        check.severity === 'critical' && html `<span class="pill plain">critical</span>`,
    ]}</p>
<p class="message">${check.message}</p>
${comparison(check)}${findings.length > 0 && findingList(findings)}</div>
<p class="cost">${check.attempts > 1 && html `<span class="tries">${check.attempts} ${samples ? 'samples' : 'attempts'}</span>`}<span class="time">${(0,units/* formatDuration */.a3)(check.durationMs)}</span></p></li>`;
}
/** What was expected beside what was observed, where the message does not say it already. */
function comparison({ observed, expected, message }) {
    const lines = [
        ...(expected === undefined ? [] : [{ label: 'expected', text: expected }]),
        ...(observed === undefined ? [] : [{ label: 'observed', text: observed }]),
    ].filter(({ text }) => !message.includes(text));
    return (lines.length > 0 &&
        html `<dl class="compared">${lines.map(({ label, text }) => html `<div><dt>${label}</dt><dd><code>${text}</code></dd></div>`)}</dl>`);
}
const findingList = (findings) => html `<ul class="findings">${findings.map(({ label, outcome, message }) => html `<li class="${outcome}">${outcomeIcon(outcome)}<code>${label}</code> <span>${message}</span></li>`)}</ul>`;

// EXTERNAL MODULE: ./build/core/decision.js
var core_decision = __webpack_require__(4402);
;// CONCATENATED MODULE: ./build/report/html/decision-box.js


/** The rollback decision in its words, with everything that led to it. */
const decisionBox = ({ decision = 'go', because, previous, }) => html `<div class="decision ${decision === 'go' ? 'go' : 'no-go'}">
<p><strong>${decision}</strong>: ${core_decision/* decisionMeaning */.mF[decision]}</p>
<ul>${because.map(reason => html `<li>${reason}</li>`)}</ul>
${previous !== undefined && html `<p class="quiet">The release before: <code>${previous}</code></p>`}</div>`;

;// CONCATENATED MODULE: ./build/report/html/migration-facts.js


/** Every migration before and after, and the SQL that was shown. */
function migrationFacts(evidence) {
    const { tool, before, after, preview = [] } = evidence;
    const names = [...new Set([...before, ...(after ?? [])].map(({ name }) => name))];
    return html `${names.length > 0 &&
        html `<div class="scroll"><table><caption>Migrations (${tool})</caption>
<thead><tr><th scope="col">Migration</th><th scope="col">Before</th>${after && html `<th scope="col">After</th>`}<th scope="col">Note</th></tr></thead>
<tbody>${names.map(name => row(name, evidence))}</tbody></table></div>`}
${preview.map(({ name, sql }) => html `<details class="sql"><summary>SQL of <code>${name}</code></summary><pre><code>${sql}</code></pre></details>`)}`;
}
function row(name, { before, after, applied, failed }) {
    const find = (list) => list?.find(item => item.name === name);
    const [then, now] = [find(before), find(after)];
    const notes = [
        name === failed && 'failed in this run',
        applied.includes(name) && 'applied by this run',
        now?.note ?? then?.note,
    ].filter(Boolean);
    return html `<tr><th scope="row"><code>${name}</code></th><td>${state(then)}</td>${after && html `<td>${state(now)}</td>`}<td>${notes.join('; ')}</td></tr>`;
}
const state = (migration) => migration ? html `${outcomeIcon(outcomeOf[migration.state], true)} ${migration.state}` : html `not there`;
const outcomeOf = {
    applied: 'pass',
    pending: 'pending',
    failed: 'fail',
    edited: 'fail',
    'missing-file': 'fail',
    unknown: 'inconclusive',
};

;// CONCATENATED MODULE: ./build/report/html/stage-section.js











/** One stage of the checklist, ticked, with its evidence. What passed is folded, so that the eye finds the rest. */
function stageSection(result, anchors) {
    const { stage, verdict, message, durationMs, data, checks } = result;
    const codes = result.reasons.filter(code => code !== 'all-passed');
    return html `<details class="stage ${verdict}" id="${anchors.stage(result)}"${verdict !== 'go' && html ` open`}>
<summary><h4>${(0,core_stage/* stageOf */.gV)(stage).title}</h4>${verdictBadge(verdict)}<span class="message">${message}${verdict === 'go' && noteworthy(checks)}</span><span class="time">${(0,units/* formatDuration */.a3)(durationMs)}</span></summary>
<div class="inside">
<p class="quiet">Began ${momentText(result.startedAt)}.${codes.length > 0 && html ` Because ${codes.map((code, index) => [index > 0 && '; ', html `<span title="${code}">${reason/* reasons */.O[code]}</span>`])}.`}</p>
${data.rollbackCheck?.decision && decisionBox(data.rollbackCheck)}
${checkList(checks, anchors)}
${data.backup && backupFacts(data.backup)}
${data.migrate && migrationFacts(data.migrate)}
${data.approvals && approvalsTable(data.approvals, data.approvedDigest)}
</div></details>`;
}
/** What a folded stage hides although it is go: advisory failures, what was skipped, what waits for a person. */
const noteworthy = (checks) => checks.filter(({ outcome }) => outcome !== 'pass').map(({ outcome }) => html ` ${outcomePill(outcome)}`);

;// CONCATENATED MODULE: ./build/report/html/time-axis.js


/** A wait longer than the first share of all work (as drawn) is drawn as the second. */
const longWait = { beyond: 0.25, drawn: 0.12 };
/** One stretch of work that dwarfs all other work, as an observation of hours does, is drawn as the second. */
const longWork = { beyond: 3, drawn: 1.5 };
/** Labels of the axis stay this far apart, in percent. */
const labelWidth = 13;
/**
 * The clock of one rollout. Time runs evenly, but for waits (for a person, or between two stages) and for one stretch
 * that would dwarf the rest: these are drawn shorter, and marked as such.
 */
function timeAxis(results) {
    const ran = wholeSpan(results);
    if (!ran)
        return undefined;
    const whole = { from: ran.from, to: Math.max(ran.to, ran.from + 1) };
    const stretches = shorten(stretchesOf(results, whole));
    const bounds = [whole.from, ...stretches.map(({ to }) => to)];
    const total = stretches.reduce((sum, { weight }) => sum + weight, 0) || 1;
    const places = [0];
    for (const { weight } of stretches)
        places.push((places.at(-1) ?? 0) + (weight / total) * 100);
    const scale = (0,d3_scale/* scaleLinear */.m4)(bounds, places).clamp(true);
    const at = (ms) => scale(ms);
    return {
        at,
        ticks: ticksOf(stretches, whole, at),
        shortened: stretches.filter(({ from, to, weight }) => weight < to - from),
    };
}
/** Cuts the whole time at the borders of the stages; where none ran, or one waited for approval, it is a wait. */
function stretchesOf(results, whole) {
    const spans = results.flatMap(result => {
        const span = spanOf(result);
        return span ? [{ ...span, waits: result.stage === 'sign-off' }] : [];
    });
    const cuts = [...new Set([whole.from, ...spans.flatMap(({ from, to }) => [from, to]), whole.to])].sort((a, b) => a - b);
    return cuts.slice(1).map((to, index) => {
        const from = cuts[index] ?? to;
        const running = spans.filter(span => span.from < to && span.to > from);
        return { from, to, weight: to - from, waiting: running.every(span => span.waits) };
    });
}
function shorten(stretches) {
    const workOf = (list) => list.reduce((sum, { waiting, weight }) => sum + (waiting ? 0 : weight), 0);
    const work = workOf(stretches);
    const evened = stretches.map(stretch => stretch.waiting ? stretch : limit(stretch, longWork, work - stretch.weight));
    const drawn = workOf(evened);
    return evened.map(stretch => (stretch.waiting ? limit(stretch, longWait, drawn) : stretch));
}
/** Where there is nothing to compare with, nothing is shortened. */
const limit = (stretch, { beyond, drawn }, others) => others > 0 && stretch.weight > others * beyond ? { ...stretch, weight: others * drawn } : stretch;
/** Round times of day; in every evenly drawn part as many as it has room for. */
function ticksOf(stretches, whole, at) {
    const parts = [];
    for (const { from, to, weight } of stretches) {
        const rate = weight / (to - from);
        const last = parts.at(-1);
        if (last && Math.abs(last.rate - rate) < 1e-9)
            last.to = to;
        else
            parts.push({ from, to, rate });
    }
    const seconds = whole.to - whole.from < 5 * 60_000;
    const moments = parts
        .filter(({ from, to }) => at(to) - at(from) >= labelWidth)
        .flatMap(({ from, to }) => (0,d3_scale/* scaleUtc */.Pp)([from, to], [0, 1])
        .ticks(Math.max(1, Math.floor((at(to) - at(from)) / labelWidth)))
        .map(date => date.getTime()));
    const ticks = [];
    for (const ms of [whole.from, ...moments]) {
        const place = at(ms);
        const before = ticks.at(-1)?.at ?? -labelWidth;
        const needed = labelWidth * (besideEdge(place) || besideEdge(before) ? 1 : 0.75);
        const label = clock(ms, seconds || ms % 60_000 !== 0);
        if (place - before >= needed && ticks.at(-1)?.label !== label)
            ticks.push({ at: place, label });
    }
    return ticks;
}
/** Labels beside an edge of the axis are not centred on their moment: they stand inside. */
const besideEdge = (place) => place < 4 ? 'start' : place > 96 ? 'end' : undefined;

;// CONCATENATED MODULE: ./build/report/html/timeline.js







/** Stages that passed at once and took less than this share of the time are folded. */
const notable = 0.05;
/** Stages and their checks over time, as bars on one clock, with the figures beside them for whoever sees no bars. */
function timeline(results, anchors) {
    const axis = timeAxis(results);
    const whole = wholeSpan(results);
    if (!axis || !whole)
        return html `<p class="quiet">The evidence holds no times to draw.</p>`;
    const grid = anchors.part('grid');
    return html `<figure class="timeline">
<figcaption>${spanText(whole)}: ${(0,units/* formatDuration */.a3)(whole.to - whole.from)} in all.${axis.shortened.length > 0 &&
        html ` Hatched: drawn shorter than it was (${axis.shortened
            .map(({ from, to, waiting }) => `${waiting ? 'waiting ' : ''}${(0,units/* formatDuration */.a3)(to - from)} from ${clock(from)}`)
            .join(', ')}).`}</figcaption>
<div class="row axis">${axisPicture(axis, grid)}</div>
${results.map(result => stageRows(result, axis, anchors, grid, (whole.to - whole.from) * notable))}
</figure>`;
}
/** The labels of the axis; it also defines the grid that every row repeats behind its bars. */
function axisPicture(axis, grid) {
    const hatch = `${grid}.hatch`;
    return html `<svg class="lane" aria-hidden="true"><defs>
<pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"/></pattern>
<g id="${grid}">${axis.shortened.map(({ from, to }) => html `<rect x="${percent(axis.at(from))}" width="${percent(axis.at(to) - axis.at(from))}" height="100%" fill="url(#${hatch})"/>`)}${axis.ticks.map(({ at }) => html `<line class="grid" x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="100%"/>`)}</g></defs>${axis.ticks.map(({ at, label }) => html `<text x="${percent(at)}" y="13" text-anchor="${besideEdge(at) ?? 'middle'}">${label}</text>`)}</svg>`;
}
function stageRows(result, axis, anchors, grid, notableMs) {
    const { title } = (0,core_stage/* stageOf */.gV)(result.stage);
    const smooth = result.verdict === 'go' && !result.checks.some(check => retried(check) || blocks(check));
    const open = !smooth || result.durationMs >= notableMs;
    return html `<details${open && html ` open`}><summary class="row">
<span class="name">${title}${result.verdict !== 'go' && verdictBadge(result.verdict)}</span>
${lane(`${title}: ${result.verdict}, ${(0,units/* formatDuration */.a3)(result.durationMs)}`, grid, [
        bar(result, axis, `whole ${result.verdict}`, 3, 14),
        worstLast(result.checks).map(check => ran(check) && bar(check, axis, check.outcome, 7, 6)),
    ])}
<span class="time">${(0,units/* formatDuration */.a3)(result.durationMs)}</span></summary>
${result.checks.map(check => checkRow(check, axis, anchors, grid))}</details>`;
}
function checkRow(check, axis, anchors, grid) {
    const time = ran(check) ? (0,units/* formatDuration */.a3)(check.durationMs) : check.outcome;
    const often = retried(check) ? `, ${check.attempts} attempts` : '';
    return html `<div class="row inner"><a class="name" href="#${anchors.check(check)}" title="${check.title}">${outcomeIcon(check.outcome)}${check.title}</a>
${lane(`${check.title}: ${check.outcome}, ${time}${often}. ${check.message}`, grid, [
        ran(check) && bar(check, axis, `${check.outcome}${retried(check) ? ' retried' : ''}`, 4, 12),
        failedSamples(check, axis),
    ])}
<span class="time">${retried(check) && html `<span class="tries">${check.attempts} tries</span>`}${time}</span></div>`;
}
const lane = (title, grid, bars) => html `<svg class="lane" role="img" aria-label="${title}"><title>${title}</title><use href="#${grid}"/>${bars}</svg>`;
/** Never narrower than can be seen: a border of its own colour widens it. */
function bar(what, axis, look, y, height) {
    const span = spanOf(what);
    if (!span)
        return undefined;
    const from = Math.min(axis.at(span.from), 99.7);
    const width = Math.max(axis.at(span.to) - from, 0.3);
    return html `<rect class="bar ${look}" x="${percent(from)}" width="${percent(width)}" y="${y}" height="${height}" rx="2"/>`;
}
/** The moments of an observation that did not pass, where they were. */
const failedSamples = ({ samples = [] }, axis) => samples.map(({ at, outcome }) => {
    const ms = Date.parse(at);
    if (outcome === 'pass' || !Number.isFinite(ms))
        return undefined;
    return html `<line class="blip ${outcome}" x1="${percent(axis.at(ms))}" x2="${percent(axis.at(ms))}" y1="1" y2="19"/>`;
});
/** Side by side in one bar the worst lies on top. */
const worstLast = (checks) => checks.toSorted((a, b) => badness.indexOf(a.outcome) - badness.indexOf(b.outcome));
const badness = ['skipped', 'pass', 'pending', 'inconclusive', 'error', 'fail'];
const ran = (check) => check.outcome !== 'skipped' || check.durationMs > 0;
/** Samples are no retries. */
const retried = (check) => check.attempts > 1 && !check.samples;
const percent = (value) => `${Number(value.toFixed(2))}%`;

;// CONCATENATED MODULE: ./build/report/html/environment-section.js








/** Everything about the rollout in one environment: its timeline, its plots, its ticked checklist. */
function environmentSection(rollout, anchors) {
    const { environment, results } = rollout;
    const record = results.findLast(({ data }) => data.record !== undefined)?.data.record;
    const heading = html `<h2>${environment}${verdictBadge(overallVerdict(results))}</h2>`;
    if (results.length === 0)
        return html `<section class="environment" id="${anchors.environment}">${heading}<p>No stage has run.</p>${absent(rollout)}</section>`;
    return html `<section class="environment" id="${anchors.environment}">${heading}
<h3>Timeline</h3>${timeline(results, anchors)}
${plots(results, anchors)}
${record && html `<h3>Sign-off record</h3>${recordTable(record, anchors)}`}
<h3>Checklist</h3>${results.map(result => stageSection(result, anchors))}
${absent(rollout)}</section>`;
}
function plots(results, anchors) {
    const baselines = Object.assign({}, ...results.map(({ data }) => data.baselines));
    const sampled = results.flatMap(({ checks }) => checks.filter(({ samples }) => samples !== undefined));
    return (sampled.length > 0 &&
        html `<h3>Observation</h3><div class="plots">${sampled.map(check => samplesPlot(check, baselines[check.id], anchors))}</div>`);
}
/** Stages without evidence, with the reason: what is not shown was not forgotten. */
function absent(rollout) {
    const reasons = new Map();
    const tell = (title, why) => reasons.set(why, [...(reasons.get(why) ?? []), title]);
    for (const name of notReached(rollout))
        tell((0,core_stage/* stageOf */.gV)(name).title, 'not reached');
    for (const { title, why } of rollout.leftOut ?? [])
        tell(title, why);
    return (reasons.size > 0 &&
        html `<ul class="absent">${[...reasons].map(([why, titles]) => html `<li>${outcomeIcon('skipped', true)}<span>${titles.join(', ')}: ${why}</span></li>`)}</ul>`);
}

// EXTERNAL MODULE: ./build/core/result.js
var core_result = __webpack_require__(4429);
;// CONCATENATED MODULE: ./build/report/html/evidence-table.js






/** Which documents this report was rendered from, and whether they still are what was sealed. */
function evidenceTable(environment, results, anchors) {
    const checklists = [...new Set(results.map(({ checklist }) => `${checklist.file}, ${checklist.digest}`))];
    const runs = [...new Set(results.map(({ run }) => run))];
    const changed = results.filter(result => !(0,core_result/* isIntact */.k)(result)).length;
    return html `<details${changed > 0 && html ` open`}><summary>${environment}: ${count(results.length, 'document')}, ${changed > 0
        ? html `<strong class="alarm">${count(changed, 'document')} changed after the seal</strong>`
        : 'all intact'}</summary><div class="scroll"><table class="evidence"><caption class="unseen">Evidence of ${environment}</caption>
<thead><tr><th scope="col">Stage</th><th scope="col">Seal</th><th scope="col">Digest of the document</th></tr></thead>
<tbody>${results.map(result => html `<tr><th scope="row"><a href="#${anchors.stage(result)}">${(0,core_stage/* stageOf */.gV)(result.stage).title}</a></th>
<td class="nowrap">${(0,core_result/* isIntact */.k)(result) ? html `${outcomeIcon('pass', true)} intact` : html `${outcomeIcon('fail', true)} changed since it was sealed`}</td>
<td><code>${result.digest}</code></td></tr>`)}</tbody></table></div>
${factsList([
        [runs.length === 1 ? 'Run' : 'Runs', html `<code>${runs.join(', ')}</code>`],
        ['Checklist', html `<code>${checklists.join('; ')}</code>`],
    ])}</details>`;
}

// EXTERNAL MODULE: ./build/core/state.js
var core_state = __webpack_require__(2795);
;// CONCATENATED MODULE: ./build/report/html/state-box.js




/** In what state the environment is, and what a person does next: loud when there is something to do. */
function stateBox(environment, results, anchors) {
    const verdict = overallVerdict(results);
    const { is, next } = (0,core_state/* stateOf */.L)(results);
    const culprits = results
        .filter(result => result.verdict !== 'go')
        .flatMap(result => result.checks.filter(blocks))
        .slice(0, 5);
    return html `<section class="state ${verdict}" aria-label="State of ${environment}">
<div><h3>${environment} now</h3><ul>${items(is)}</ul></div>
<div><h3>What to do next</h3>${next.length > 1 ? html `<ol>${items(next)}</ol>` : html `<ul>${items(next)}</ul>`}</div>
${culprits.length > 0 &&
        html `<p class="culprits"><span>Evidence:</span> ${culprits.map(check => html `<a href="#${anchors.check(check)}">${outcomeIcon(check.outcome)}${check.title}</a> `)}</p>`}</section>`;
}
const items = (sentences) => sentences.map(sentence => html `<li>${sentence}</li>`);

;// CONCATENATED MODULE: ./build/report/html/verdict-card.js






/** One environment at a glance: the verdict, why, how long, and every stage as a tile that leads to it. */
function verdictCard(rollout, anchors) {
    const { environment, results } = rollout;
    const verdict = overallVerdict(results);
    const span = wholeSpan(results);
    const figures = [span && `${spanText(span)} (${(0,units/* formatDuration */.a3)(span.to - span.from)})`, tally(results)];
    return html `<article class="card ${verdict}">
<h2><a href="#${anchors.environment}">${environment}</a>${verdictBadge(verdict)}</h2>
<p>${why(results)}</p>
${tiles(rollout, anchors)}
<p class="quiet">${figures.filter(Boolean).join('. ')}</p></article>`;
}
/** The verdict in one sentence. */
function why(results) {
    const deciding = decidingResult(results);
    if (!deciding)
        return 'There is no evidence, so nothing is known.';
    if (deciding.verdict === 'go')
        return `${count(results.length, 'stage')}, every verdict is go.`;
    const { title } = (0,core_stage/* stageOf */.gV)(deciding.stage);
    const causes = deciding.checks.filter(blocks).map(check => `\u201c${check.title}\u201d ${cameTo[check.outcome]}`);
    return `${deciding.verdict === 'hold' ? 'Waits' : 'Stopped'} at ${title}: ${causes.join('; ') || deciding.message}`;
}
const cameTo = {
    pass: 'passed',
    fail: 'failed',
    error: 'could not look',
    inconclusive: 'found no data',
    pending: 'waits for a person',
    skipped: 'was skipped',
};
/** The stages in their order, those that were not reached among them. */
function tiles(rollout, anchors) {
    const orderOf = (name) => core_stage/* stageNames */.hL.indexOf(name);
    const ran = rollout.results.map(result => ({
        order: orderOf(result.stage),
        tile: tile(`${(0,core_stage/* stageOf */.gV)(result.stage).title}: ${result.verdict}`, result.verdict, anchors.stage(result)),
    }));
    const missed = notReached(rollout).map(name => ({
        order: orderOf(name),
        tile: tile(`${(0,core_stage/* stageOf */.gV)(name).title}: not reached`, 'none'),
    }));
    const all = [...ran, ...missed].sort((a, b) => a.order - b.order);
    return html `<ol class="tiles" aria-label="Stages of ${rollout.environment}">${all.map(({ tile }) => html `<li>${tile}</li>`)}</ol>`;
}
function tile(title, look, anchor) {
    const word = html `<span class="unseen">${title}</span>`;
    return anchor === undefined
        ? html `<span class="tile ${look}" title="${title}">${word}</span>`
        : html `<a class="tile ${look}" href="#${anchor}" title="${title}">${word}</a>`;
}

;// CONCATENATED MODULE: ./build/report/html/report.js










/**
 * A whole rollout as one HTML document that needs nothing else: no script, no network, no other file. Everything in it
 * comes from the evidence, and all of that is escaped.
 */
function renderHtmlReport(input) {
    const { rollouts } = input;
    const place = placer();
    const reported = rollouts.map(rollout => ({ rollout, places: place(rollout.environment, rollout.results) }));
    const withEvidence = reported.filter(({ rollout }) => rollout.results.length > 0);
    const states = (go) => withEvidence
        .filter(({ rollout }) => isGo(rollout) === go)
        .map(({ rollout, places }) => stateBox(rollout.environment, rollout.results, places));
    const body = html `${iconSprite()}
<header class="page-head"><p class="kicker">Rollout report</p><h1>${input.title}</h1>${subject(input)}</header>
<main>
<div class="cards">${reported.map(({ rollout, places }) => verdictCard(rollout, places))}</div>
${rollouts.length === 0 && html `<p>There is no evidence to show: no environment was rolled out.</p>`}
${states(false)}<div class="calm">${states(true)}</div>
${reported.map(({ rollout, places }) => environmentSection(rollout, places))}
</main>
<footer><h2>Evidence</h2>${withEvidence.map(({ rollout, places }) => evidenceTable(rollout.environment, rollout.results, places))}
<p class="quiet">Rendered ${momentText(input.generatedAt)} from evidence of gatesheet schema ${schemas(rollouts)}; nothing else went into it.</p></footer>`;
    return document_document(input.title, body);
}
const isGo = ({ results }) => overallVerdict(results) === 'go';
const allResults = (rollouts) => rollouts.flatMap(({ results }) => [...results]);
const schemas = (rollouts) => [...new Set(allResults(rollouts).map(({ schema }) => schema))].join(', ') || '1';
/** Which commit, when, and by whom. */
function subject({ rollouts, operator }) {
    const results = allResults(rollouts);
    const commits = [...new Set(results.map(({ commit }) => commit))];
    const span = wholeSpan(results);
    const facts = [
        ...commits.map(commit => html `Commit <code title="${commit}">${commit.slice(0, 12)}</code>`),
        span && html `${spanText(span)}`,
        operator !== undefined && html `Operator ${operator}`,
    ];
    return html `<ul class="subject">${facts.map(fact => fact && html `<li>${fact}</li>`)}</ul>`;
}


/***/ })

};
