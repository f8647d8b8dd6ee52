export const id = 472;
export const ids = [472,561];
export const modules = {

/***/ 5616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ processEdge)
/* harmony export */ });
/* harmony import */ var _report_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3842);

const processEdge = () => ({
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    style: { out: (0,_report_style_js__WEBPACK_IMPORTED_MODULE_0__/* .styleFor */ .j)(process.stdout), err: (0,_report_style_js__WEBPACK_IMPORTED_MODULE_0__/* .styleFor */ .j)(process.stderr) },
    setExitCode: code => {
        process.exitCode = code;
    },
});


/***/ }),

/***/ 5472:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8179);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2807);
/* harmony import */ var _core_exit_code_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1388);
/* harmony import */ var _edge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5616);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7530);





/** Runs the command line; every error ends in a documented exit code. */
async function main(args, edge = (0,_edge_js__WEBPACK_IMPORTED_MODULE_3__/* .processEdge */ .Z)()) {
    try {
        await (0,_program_js__WEBPACK_IMPORTED_MODULE_4__/* .makeProgram */ .v)(edge).parseAsync(args, { from: 'user' });
    }
    catch (error) {
        edge.setExitCode(report(error, edge));
    }
}
function report(error, edge) {
    // Commander has printed its own message already; asking for help is no error.
    if (error instanceof commander__WEBPACK_IMPORTED_MODULE_0__/* .CommanderError */ .b7)
        return error.exitCode === 0 ? 0 : _core_exit_code_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.usage.code;
    if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) {
        edge.err(`${error.problems.map(_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .formatProblem */ .Vw).join('\n')}\n`);
        return _core_exit_code_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.usage.code;
    }
    edge.err(`Gatesheet itself failed; please report this.\n${error instanceof Error ? error.stack : String(error)}\n`);
    return _core_exit_code_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .h.bug.code;
}
if (import.meta.main)
    await main(process.argv.slice(2));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ makeProgram)
});

// UNUSED EXPORTS: exitCodeHelp

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./build/core/exit-code.js
var exit_code = __webpack_require__(1388);
// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(1759);
// EXTERNAL MODULE: ./build/core/redact.js
var redact = __webpack_require__(193);
// EXTERNAL MODULE: ./build/engine/find-commit.js
var find_commit = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/engine/load.js
var load = __webpack_require__(6287);
// EXTERNAL MODULE: ./build/checklist/collect.js
var collect = __webpack_require__(6485);
// EXTERNAL MODULE: ./build/checks/registry.js + 14 modules
var registry = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/core/stage.js
var stage = __webpack_require__(8812);
// EXTERNAL MODULE: ./build/core/template.js
var template = __webpack_require__(8794);
// EXTERNAL MODULE: ./build/gates/registry.js + 22 modules
var gates_registry = __webpack_require__(248);
// EXTERNAL MODULE: ./build/engine/run-stage.js + 6 modules
var run_stage = __webpack_require__(3729);
// EXTERNAL MODULE: ./build/engine/scope.js
var engine_scope = __webpack_require__(3463);
;// CONCATENATED MODULE: ./build/engine/plan.js







/** Names that get their value only while the rollout runs. */
const laterNames = ['baseline', 'previous.sha', 'backup.file'];
/** What a run would do. Reads nothing but the checklist and the environment, and touches nothing. */
function planRollout(facts, redactor) {
    const checks = (0,collect/* placedChecks */.x)(facts.checklist);
    const later = new Set([...laterNames, ...checks.flatMap(({ item }) => Object.keys(item.capture))]);
    return stage/* stages */._$.map(stage => {
        const why = (0,run_stage/* leftOut */.i)(stage, facts);
        if (why !== undefined)
            return { stage, leftOut: why, gate: [], missing: [], items: [] };
        const own = checks.filter(check => check.stage === stage.name);
        const items = own.map(check => planItem(check, facts, redactor, later));
        return { stage, ...planGate(stage, facts, redactor), items };
    });
}
function planItem({ item }, facts, redactor, later) {
    const scope = new engine_scope/* Scope */.H(facts, { baselines: {} });
    const lookup = scope.lookupFor(item.id);
    const kind = (0,registry/* kindOf */.I)(item.kind);
    const known = (name) => lookup(name) ?? (later.has(name) ? `<${name}>` : undefined);
    const { spec, missing } = scope.fillSpec(item.spec, kind, known);
    const outside = item.in && !item.in.includes(facts.environment) ? `only in ${item.in.join(', ')}` : undefined;
    const does = redactor.deep(kind.words(spec));
    return { id: item.id, title: item.title, kind: item.kind, does, missing, leftOut: outside };
}
function planGate(stage, facts, redactor) {
    const section = facts.checklist.sections.get(stage.gate);
    const words = (0,gates_registry/* gateOf */.R)(stage.gate).words;
    if (!words)
        return { gate: [], missing: [] };
    const scope = new engine_scope/* Scope */.H(facts, { baselines: {} });
    const lookup = scope.lookupFor(undefined);
    const fill = (text) => (0,template/* fillTemplate */.ou)(text, lookup).text;
    const missing = new Set();
    // The checks of a section are planned one by one; here only its own settings count.
    const settings = Object.values(section).filter(value => typeof value === 'string');
    (0,template/* eachString */.TP)(settings, text => {
        for (const name of (0,template/* fillTemplate */.ou)(text, lookup).missing)
            missing.add(name);
    });
    const gate = words(stage, (0,template/* mapStrings */.to)(section, fill)).map(line => redactor.text(line));
    return { gate, missing: scope.roots([...missing], lookup) };
}

// EXTERNAL MODULE: ./build/engine/session.js
var session = __webpack_require__(7567);
;// CONCATENATED MODULE: ./build/report/plan.js
/** A plan as text for a terminal. */
function planText(sections, style) {
    return sections
        .map(({ stage, leftOut, gate, missing, items }) => {
        if (leftOut !== undefined)
            return style.dim(`${stage.title}: left out (${leftOut})`);
        const own = gate.map((line, index) => `  - ${line}${index === 0 ? lacks(missing, style) : ''}`);
        return [style.bold(stage.title), ...own, ...items.flatMap(item => itemLines(item, style))].join('\n');
    })
        .join('\n');
}
function itemLines({ title, does, missing, leftOut }, style) {
    if (leftOut)
        return [style.dim(`  - ${title} (${leftOut})`)];
    const head = `  - ${title}${does.text ? style.dim(`  ${does.text}`) : ''}${lacks(missing, style)}`;
    return [head, ...(does.lines ?? []).map(line => style.dim(`      ${line}`))];
}
const lacks = (missing, style) => missing.length > 0 ? style.red(`  no value: ${missing.join(', ')}`) : '';

;// CONCATENATED MODULE: ./build/cli/plan.js








const planCommand = (edge) => new esm/* Command */.uB('plan')
    .description('print what a rollout would do; touches nothing')
    .argument('<file>', 'checklist')
    .requiredOption('-e, --environment <name>', 'environment')
    .option('--commit <sha>', 'commit to roll out (HEAD)')
    .option('--json', 'print the plan as JSON')
    .action(async (file, { environment, commit, json }) => {
    const checklist = await (0,load/* loadChecklist */.VN)(file, edge.cwd);
    (0,load/* checkEnvironment */.Qz)(checklist, environment);
    const redactor = new redact/* Redactor */.pO();
    (0,session/* learnSecrets */.u)(redactor, checklist, edge.env);
    const ports = { clock: clock/* systemClock */.m, env: edge.env };
    const facts = {
        checklist,
        environment,
        commit: await (0,find_commit/* findCommit */.f)(commit, edge),
        run: 'plan',
        since: new Date(),
        ports,
    };
    const plan = planRollout(facts, redactor);
    edge.out(json ? `${JSON.stringify(plan, null, 2)}\n` : `${planText(plan, edge.style.out)}\n`);
});

;// CONCATENATED MODULE: ./build/engine/words.js




/** What a checklist asks at every stage, in words. */
function inWords(checklist) {
    const checks = (0,collect/* placedChecks */.x)(checklist);
    return stage/* stages */._$
        .filter(stage => checklist.sections.has(stage.gate))
        .map((stage) => ({
        stage,
        gate: (0,gates_registry/* gateOf */.R)(stage.gate).words?.(stage, checklist.sections.get(stage.gate)) ?? [],
        checks: checks
            .filter(check => check.stage === stage.name)
            .map(check => ({ ...check, words: (0,registry/* kindOf */.I)(check.item.kind).words(check.item.spec) })),
    }));
}

// EXTERNAL MODULE: ./build/core/markdown-text.js
var markdown_text = __webpack_require__(5805);
;// CONCATENATED MODULE: ./build/report/checklist-document.js

/** A checklist as a Markdown document that a person could carry out by hand. */
function checklistDocument(checklist, stages) {
    const head = [
        `# ${(0,markdown_text/* plain */.pj)(checklist.name)}`,
        ...(checklist.description ? [(0,markdown_text/* plain */.pj)(checklist.description)] : []),
        `Environments: ${checklist.environments.map(markdown_text/* code */.aY).join(', ')}.`,
    ];
    const sections = stages
        .filter(({ gate, checks }) => gate.length + checks.length > 0)
        .map(section => `## ${section.stage.title}\n\n${stageLines(section).join('\n')}`);
    return `${[...head, ...sections].join('\n\n')}\n`;
}
function stageLines({ gate, checks }) {
    let flow;
    const own = checks.flatMap(({ item, flow: inside, words }) => {
        const opened = inside && inside.title !== flow ? [`- **${(0,markdown_text/* plain */.pj)(inside.title)}**`] : [];
        flow = inside?.title;
        const indent = inside ? '  ' : '';
        const notes = notesOf(item);
        const line = `- [ ] ${(0,markdown_text/* plain */.pj)(item.title)}${words.text ? `: ${words.text}` : ''}${notes ? ` _(${notes})_` : ''}`;
        return [...opened, `${indent}${line}`, ...(words.lines ?? []).map(below => `${indent}  - ${below}`)];
    });
    return [...gate.map(line => `- [ ] ${line}`), ...own];
}
const notesOf = ({ in: only, when, timing, advisory }) => [
    ...(only ? [`only in ${only.join(', ')}`] : []),
    ...(when ? [`when ${(0,markdown_text/* code */.aY)(when)}`] : []),
    ...(timing.until === undefined ? [] : ['wait for it']),
    ...(advisory ? ['advisory'] : []),
].join(', ');

;// CONCATENATED MODULE: ./build/cli/render.js




const renderCommand = (edge) => new esm/* Command */.uB('render')
    .description('print a checklist as a Markdown document')
    .argument('<file>', 'checklist')
    .action(async (file) => {
    const checklist = await (0,load/* loadChecklist */.VN)(file, edge.cwd);
    edge.out(checklistDocument(checklist, inWords(checklist)));
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/adapters/signals.js
var signals = __webpack_require__(1044);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/engine/approver.js
var approver = __webpack_require__(2318);
// EXTERNAL MODULE: ./build/engine/open-session.js + 2 modules
var open_session = __webpack_require__(1951);
// EXTERNAL MODULE: ./build/core/state.js
var state = __webpack_require__(2795);
// EXTERNAL MODULE: ./build/report/ticked.js
var ticked = __webpack_require__(4151);
;// CONCATENATED MODULE: ./build/report/sign-off.js



/** The sign-off record as a document; undefined when the rollout has none. */
function signOffDocument(results) {
    const record = results.find(result => result.data.record);
    const fields = record?.data.record;
    if (!record || !fields)
        return undefined;
    const { is, next } = (0,state/* stateOf */.L)(results);
    return `# Sign-off record: ${(0,markdown_text/* plain */.pj)(record.checklist.name)}, ${(0,markdown_text/* plain */.pj)(record.environment)}

${(0,ticked/* recordTable */.im)(fields)}

**State of ${(0,markdown_text/* plain */.pj)(record.environment)}:** ${is.map(markdown_text/* plain */.pj).join(' ')}

**Next:** ${next.map(markdown_text/* plain */.pj).join(' ')}
`;
}

// EXTERNAL MODULE: ./build/report/summary.js + 1 modules
var summary = __webpack_require__(1476);
;// CONCATENATED MODULE: ./build/engine/report-folder.js




/**
 * Writes what people read beside the evidence: the ticked checklist and the sign-off record of each environment, and
 * one HTML report of all. Each file appears whole or not at all.
 * @returns path of the HTML report
 */
async function writeReports(folder, rollouts, operator) {
    const { renderHtmlReport } = await Promise.all(/* import() */[__webpack_require__.e(64), __webpack_require__.e(797)]).then(__webpack_require__.bind(__webpack_require__, 3797));
    await (0,promises_.mkdir)(folder, { recursive: true });
    for (const { environment, results } of rollouts) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(folder, environment), { recursive: true });
        await writeWhole((0,external_node_path_.join)(folder, environment, 'checklist.md'), (0,summary/* summary */.z)(results, Number.POSITIVE_INFINITY));
        const record = signOffDocument(results);
        if (record !== undefined)
            await writeWhole((0,external_node_path_.join)(folder, environment, 'sign-off.md'), record);
    }
    const report = (0,external_node_path_.join)(folder, 'report.html');
    const title = rollouts[0]?.results[0]?.checklist.name ?? 'Rollout';
    await writeWhole(report, renderHtmlReport({ title, generatedAt: new Date().toISOString(), operator, rollouts }));
    return report;
}
async function writeWhole(path, text) {
    await (0,promises_.writeFile)(`${path}.part`, text);
    await (0,promises_.rename)(`${path}.part`, path);
}

// EXTERNAL MODULE: ./build/engine/rollout.js
var rollout = __webpack_require__(2122);
// EXTERNAL MODULE: ./build/engine/stage-for.js
var stage_for = __webpack_require__(4751);
// EXTERNAL MODULE: ./build/report/terminal.js
var terminal = __webpack_require__(3299);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./build/cli/status-line.js

const status_line_frames = ['\u280b', '\u2819', '\u2838', '\u2834', '\u2826', '\u2807'];
const frameMs = 120;
/**
 * One line at the bottom of a terminal that shows what is running; nothing where the stream is no terminal.
 * Spinner packages end the process on Ctrl-C; a rollout must first end its work and write its evidence.
 */
function statusLine(stream) {
    let timer;
    let frame = 0;
    const wipe = () => {
        (0,external_node_readline_.cursorTo)(stream, 0);
        (0,external_node_readline_.clearLine)(stream, 0);
    };
    const clear = () => {
        if (timer === undefined)
            return;
        clearInterval(timer);
        timer = undefined;
        wipe();
    };
    const show = (text) => {
        clear();
        if (!stream.isTTY || text === '')
            return;
        const draw = () => {
            wipe();
            stream.write(`${status_line_frames[frame++ % status_line_frames.length]} ${text.replace(/\s+/g, ' ').slice(0, stream.columns - 3)}`);
        };
        draw();
        timer = setInterval(draw, frameMs);
        timer.unref();
    };
    return { show, clear };
}

;// CONCATENATED MODULE: ./build/cli/live.js


/** Shows a run while it happens: a line for whatever ends, and on a terminal a status line of what is running. */
function liveOutput(stream, style) {
    const running = new Map();
    const status = statusLine(stream);
    const print = (...lines) => {
        status.clear();
        if (lines.length > 0)
            stream.write(`${lines.join('\n')}\n`);
        status.show([...running.values()].join(', '));
    };
    const listen = event => {
        if (event.type === 'check-started')
            running.set(event.id, event.title);
        if (event.type === 'check-retried')
            running.set(event.id, `${event.title} (${event.message})`);
        if (event.type === 'check-ended')
            running.delete(event.result.id);
        if (event.type === 'stage-ended')
            running.clear();
        if (event.type === 'sampled')
            running.set('samples', sampleText(event));
        print(...(0,terminal/* eventLines */.Cl)(event, style));
    };
    return { listen, print, stop: status.clear };
}
const sampleText = ({ round, rounds, failing, }) => `sample ${round} of ${rounds}${failing.length > 0 ? `, failing: ${failing.join(', ')}` : ''}`;

// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: ./build/core/digest.js
var core_digest = __webpack_require__(2552);
;// CONCATENATED MODULE: ./build/cli/terminal-approver.js




/** Asks at the terminal: the digest is typed, so that nobody approves by a stray Enter. */
function terminalApprover(operator, streams, signal, live) {
    const ask = async (question) => {
        live.stop();
        const line = (0,external_node_readline_promises_.createInterface)(streams);
        // In a line editor Ctrl-C does not reach the process.
        line.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
        try {
            return (await line.question(question, { signal })).trim();
        }
        catch (error) {
            throw signal.aborted ? new errors/* ProbeError */.B2('the question', 'was cancelled before anybody answered') : error;
        }
        finally {
            line.close();
        }
    };
    return {
        operator,
        async approvals({ environment, commit, digest, readiness, roles }) {
            live.print(`Sign-off for ${environment}, commit ${commit.slice(0, 12)}:`, ...readiness.map(result => `  ${result.verdict.toUpperCase()} ${(0,stage/* stageOf */.gV)(result.stage).title}: ${result.message}`));
            const answer = await ask(`Type ${(0,core_digest/* shortDigest */.VK)(digest)} to approve this evidence, or anything else to refuse: `);
            const approved = answer === (0,core_digest/* shortDigest */.VK)(digest);
            const role = approved && roles.length > 0 ? await ask(`Your role (${roles.join(', ')}): `) : '';
            return [
                {
                    by: operator,
                    state: approved ? 'approved' : 'rejected',
                    digest,
                    at: new Date().toISOString(),
                    via: 'terminal',
                    ...(role ? { role } : {}),
                    ...(approved || answer === '' ? {} : { comment: answer }),
                },
            ];
        },
        attest: async (_, title) => (await ask(`${title}: is this so? (yes/no) `)).toLowerCase().startsWith('y') ? operator : undefined,
    };
}

;// CONCATENATED MODULE: ./build/cli/run.js

















const runCommand = (edge) => new esm/* Command */.uB('run')
    .description('run one gate, or a whole rollout')
    .argument('<file>', 'checklist')
    .requiredOption('-e, --environment <name>', 'environment')
    .addOption(new esm/* Option */.c$('-g, --gate <gate>', 'gate to run').choices([...stage/* gates */.VF, 'all']).default('all'))
    .option('--phase <phase>', 'which stage of a gate that has two (deploy, migrate, rollback-check, sign-off)')
    .option('--commit <sha>', 'commit to roll out ($GITHUB_SHA, else HEAD)')
    .option('--evidence <folder>', 'folder of the evidence and the report', '.gatesheet')
    .option('--working-directory <folder>', 'folder that the checklist\u2019s paths start from (the current one)')
    .option('--run-id <id>', 'identifies the run ($GITHUB_RUN_ID, else the time)')
    .option('--operator <name>', 'who runs this ($GITHUB_ACTOR, else the user)')
    .option('--yes', 'approve and attest everything as the operator')
    .option('--approvals <file>', 'approvals given beforehand (YAML or JSON)')
    .option('--attest <id=who>', 'somebody attests a manual item; may be repeated', attestation, {})
    .option('--json', 'print the evidence as JSON; progress goes to stderr')
    .action((file, options) => run(file, options, edge));
async function run(file, options, edge) {
    const [stream, style] = options.json ? [edge.stderr, edge.style.err] : [edge.stdout, edge.style.out];
    const live = liveOutput(stream, style);
    const cancellation = (0,signals/* cancelOnSignals */.d)(text => live.print(text));
    try {
        const approver = await chooseApprover(options, edge, live, cancellation.signal);
        const session = await (0,open_session/* openSession */.f)({
            ...options,
            checklist: file,
            run: options.runId,
            attestations: options.attest,
            approver,
            env: edge.env,
            cwd: edge.cwd,
            signal: cancellation.signal,
            listen: live.listen,
        });
        const { results, deciding, leftOut } = await execute(session, options);
        const rollouts = [{ environment: session.environment, results, leftOut }];
        const report = options.gate === 'all'
            ? await writeReports((0,external_node_path_.resolve)(edge.cwd, options.evidence), rollouts, approver.operator)
            : undefined;
        if (report)
            live.print('', ...(0,terminal/* stateLines */.Bk)(results, session.environment, style), '', `Report: ${report}`);
        if (options.json)
            edge.out(`${JSON.stringify(results, null, 2)}\n`);
        edge.setExitCode(cancellation.exitCode() ?? (0,exit_code/* exitCodeOf */.F)(deciding.verdict));
    }
    finally {
        live.stop();
        cancellation.dispose();
    }
}
async function execute(session, { gate, phase }) {
    if (gate !== 'all') {
        const result = await (0,run_stage/* runStage */.S)((0,stage_for/* stageFor */.U)(gate, phase, session), session);
        return { results: [result], deciding: result, leftOut: [] };
    }
    const { results, deciding, leftOut } = await (0,rollout/* runRollout */.p)(session);
    if (!deciding)
        throw new errors/* UserError */.yo([
            { message: `${session.checklist.file} has nothing to run in ${session.environment}` },
        ]);
    return { results, deciding, leftOut };
}
async function chooseApprover(options, edge, live, signal) {
    const operator = options.operator ?? edge.env['GITHUB_ACTOR'] ?? (0,external_node_os_.userInfo)().username;
    if (options.yes)
        return (0,approver/* yesApprover */.Xh)(operator);
    if (options.approvals) {
        const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(edge.cwd, options.approvals), 'utf8').catch(() => {
            throw new errors/* UserError */.yo([
                {
                    message: `there is no file ${options.approvals}`,
                    cure: 'Give the path of a YAML or JSON list of approvals.',
                },
            ]);
        });
        return (0,approver/* givenApprover */.Fz)(operator, (0,approver/* parseApprovals */.oX)(text, options.approvals));
    }
    const interactive = edge.stdin.isTTY && edge.stdout.isTTY && !options.json;
    return interactive
        ? terminalApprover(operator, { input: edge.stdin, output: edge.stdout }, signal, live)
        : (0,approver/* givenApprover */.Fz)(operator, []);
}
function attestation(given, before) {
    const [id, who] = [given.slice(0, given.indexOf('=')), given.slice(given.indexOf('=') + 1)];
    if (!given.includes('=') || !id || !who)
        throw new esm/* InvalidArgumentError */.Di('write it as ID=WHO');
    return { ...before, [id]: who };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var classic_schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./build/checklist/check-item.js
var check_item = __webpack_require__(1967);
// EXTERNAL MODULE: ./build/checklist/parse.js + 3 modules
var parse = __webpack_require__(484);
;// CONCATENATED MODULE: ./build/checklist/json-schema.js



/**
 * The JSON Schema (draft 2020-12) of a checklist, for editors. Checks are written out kind by kind, because their
 * parser chooses the kind by its key and so hides the forms from the generator.
 */
function checklistJsonSchema(language, kinds, schemas) {
    const defs = {};
    const convert = (schema) => {
        const { $defs, $schema: _, ...json } = json_schema_processors/* toJSONSchema */.bl(schema, {
            io: 'input',
            unrepresentable: 'any',
            override: ({ zodSchema, jsonSchema }) => {
                const ref = zodSchema === schemas.check
                    ? 'check'
                    : zodSchema === schemas.item
                        ? 'check-or-flow'
                        : undefined;
                if (ref)
                    Object.assign(jsonSchema, { $ref: `#/$defs/${ref}` });
            },
        });
        Object.assign(defs, $defs);
        return json;
    };
    for (const kind of kinds)
        defs[`check-${kind.name}`] = { ...convert((0,check_item/* kindSchema */.ue)(kind)), description: kind.summary };
    const check = { anyOf: kinds.map(kind => ({ $ref: `#/$defs/check-${kind.name}` })) };
    const list = { type: 'array', minItems: 1, items: { $ref: '#/$defs/check' } };
    const flow = convert((0,check_item/* flowSchema */.q7)());
    Object.assign(flow.properties, { steps: list, always: list });
    Object.assign(defs, {
        check,
        flow,
        'check-or-flow': { anyOf: [{ $ref: '#/$defs/check' }, { $ref: '#/$defs/flow' }] },
    });
    const sections = Object.fromEntries([...language.sections].map(([gate, schema]) => [gate, convert(schema())]));
    const head = convert(classic_schemas/* strictObject */.rej((0,parse/* headShape */.g)()));
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Gatesheet checklist',
        ...head,
        properties: { ...head.properties, ...sections },
        $defs: defs,
    };
}

// EXTERNAL MODULE: ./build/core/result-schema.js
var result_schema = __webpack_require__(2561);
// EXTERNAL MODULE: ./build/gates/language.js
var language = __webpack_require__(4249);
;// CONCATENATED MODULE: ./build/cli/schema.js






const checklistSchemaText = () => `${JSON.stringify(checklistJsonSchema(language/* language */.B, registry/* kinds */.EZ, (0,registry/* schemas */.jo)()), null, 2)}\n`;
const resultSchemaText = () => `${JSON.stringify(json_schema_processors/* toJSONSchema */.bl(result_schema.resultSchema, { unrepresentable: 'any' }), null, 2)}\n`;
const schemaCommand = (edge) => new esm/* Command */.uB('schema')
    .description('print the JSON Schema of checklists, for editors')
    .option('--result', 'of the evidence documents instead')
    .action(({ result }) => {
    edge.out(result ? resultSchemaText() : checklistSchemaText());
});

;// CONCATENATED MODULE: ./build/cli/validate.js





const validateCommand = (edge) => new esm/* Command */.uB('validate')
    .description('check checklists; prints every problem with its place')
    .argument('<file...>', 'checklists')
    .option('--json', 'print the problems as JSON')
    .action(async (files, { json }) => {
    const read = await Promise.all(files.map(async (file) => ({ file, ...(await (0,load/* readChecklist */.zo)(file, edge.cwd)) })));
    if (json)
        edge.out(`${JSON.stringify(read.map(({ file, problems }) => ({ file, problems })), null, 2)}\n`);
    else
        for (const { file, checklist, problems } of read) {
            if (checklist)
                edge.out(`${edge.style.out.green('ok')} ${file}: ${(0,collect/* placedChecks */.x)(checklist).length} checks, gates ${[...checklist.sections.keys()].join(', ')}\n`);
            for (const problem of problems)
                edge.out(`${(0,errors/* formatProblem */.Vw)(problem)}\n`);
        }
    const count = read.reduce((sum, { problems }) => sum + problems.length, 0);
    if (count === 0)
        return;
    if (!json)
        edge.out(edge.style.out.red(`${count} problem${count === 1 ? '' : 's'}\n`));
    edge.setExitCode(exit_code/* exitCodes */.h.usage.code);
});

;// CONCATENATED MODULE: ./build/cli/program.js







/** The command line. Every subcommand is one file and sets the exit code through the edge. */
function makeProgram(edge) {
    const program = new esm/* Command */.uB('gatesheet')
        .description('Your rollout checklist, executed: gates with evidence.')
        .showSuggestionAfterError()
        .showHelpAfterError('(add --help for the options)')
        .configureOutput({ writeOut: text => edge.out(text), writeErr: text => edge.err(text) })
        .exitOverride()
        .addHelpText('after', exitCodeHelp);
    for (const add of [validateCommand, planCommand, runCommand, renderCommand, schemaCommand]) {
        const command = add(edge);
        command.copyInheritedSettings(program);
        command.addHelpText('after', exitCodeHelp);
        program.addCommand(command);
    }
    return program;
}
const exitCodeHelp = `
Exit codes:
${Object.values(exit_code/* exitCodes */.h)
    .map(({ code, means }) => `  ${String(code).padEnd(4)} ${means}`)
    .join('\n')}

NO_COLOR switches colours off. Docs: README.md`;


/***/ }),

/***/ 2561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resultSchema: () => (/* binding */ resultSchema)
/* harmony export */ });
/* unused harmony exports migrationSchema, findingSchema, sampleSchema, checkResultSchema, backupSchema, migrateSchema, rollbackCheckSchema, approvalSchema, recordFieldSchema, gateDataSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6921);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4402);
/* harmony import */ var _migration_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2726);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9058);
/* harmony import */ var _reason_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4220);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8812);






const timestamp = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('ISO 8601, UTC');
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative().describe('milliseconds');
const migrationSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    state: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_migration_js__WEBPACK_IMPORTED_MODULE_5__/* .migrationStates */ .d),
    note: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
});
const findingSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    label: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomes */ .KI),
    message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
});
const sampleSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    at: timestamp,
    outcome: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomes */ .KI),
    value: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().optional().describe('what was measured, where a number was'),
    durationMs: milliseconds,
    message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
});
const checkResultSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('a check kind, or `step` for what a gate does itself'),
    flow: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional().describe('the flow that this check is a step of'),
    outcome: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .outcomes */ .KI),
    message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('one line; after a failure it names the cure'),
    advisory: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(),
    severity: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO),
    observed: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    expected: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    value: zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J().optional().describe('the measured value that `baseline` names'),
    findings: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(findingSchema).optional(),
    samples: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(sampleSchema).optional(),
    measures: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional().describe('what the value of a sample is: the path that was measured'),
    attempts: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().nonnegative(),
    startedAt: timestamp,
    durationMs: milliseconds,
    line: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive().optional().describe('line of the check in the checklist'),
    data: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()).optional().describe('what later stages need, e.g. fingerprints'),
});
const backupSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    file: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    manifest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    bytes: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive(),
    sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    takenAt: timestamp,
    entries: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().int().positive().describe('entries in the archive\u2019s table of contents'),
    database: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    serverVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    clientVersion: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    verified: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('list')
        .describe('how far it was verified: hash of the bytes and readable contents list'),
});
const migrateSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    tool: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    before: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(migrationSchema),
    after: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(migrationSchema).optional(),
    applied: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).describe('applied by this run'),
    failed: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    preview: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), sql: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() })).optional(),
});
const rollbackCheckSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    decision: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .decisions */ .a).optional(),
    because: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()),
    previous: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional().describe('the release that a rollback returns to'),
});
const approvalSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    by: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    role: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    state: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['approved', 'rejected']),
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    at: timestamp,
    via: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['terminal', 'given']),
    comment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
});
const recordFieldSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    field: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    label: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    value: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    from: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP())
        .describe('`stage.check-id` of the evidence behind the value; `stage` for the whole stage'),
});
/** What a gate found out beyond its checks, for later stages and reports. */
const gateDataSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    baselines: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()),
    previous: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('the release that ran before'),
    backup: backupSchema,
    migrate: migrateSchema,
    rollbackCheck: rollbackCheckSchema,
    approvals: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(approvalSchema),
    approvedDigest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    record: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(recordFieldSchema),
})
    .partial();
const resultSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(1).describe('version of this document\u2019s form'),
    stage: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_stage_js__WEBPACK_IMPORTED_MODULE_3__/* .stageNames */ .hL),
    gate: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_stage_js__WEBPACK_IMPORTED_MODULE_3__/* .gates */ .VF),
    checklist: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), file: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() }),
    environment: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    commit: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    run: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('identifies the run; the same for all stages of a rollout'),
    verdict: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .verdicts */ .rY),
    reasons: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_reason_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonCodes */ .J)).min(1),
    message: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('the verdict in one sentence'),
    startedAt: timestamp,
    durationMs: milliseconds,
    checks: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(checkResultSchema),
    data: gateDataSchema,
    digest: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('SHA-256 of this document without this field, as canonical JSON'),
});


/***/ })

};
