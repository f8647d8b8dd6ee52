export const id = 676;
export const ids = [676];
export const modules = {

/***/ 1759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

const systemClock = {
    now: () => new Date(),
    // `performance` would load a dozen modules of Node for the same number.
    monotonic: () => Number(process.hrtime.bigint()) / 1e6,
    sleep: (ms, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, { signal }).catch(() => undefined),
};


/***/ }),

/***/ 1044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ cancelOnSignals)
/* harmony export */ });
/* harmony import */ var _core_exit_code_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1388);

/**
 * Turns SIGINT and SIGTERM into an abort, so that the run ends its work and writes its evidence. A second signal
 * ends the process at once.
 */
function cancelOnSignals(say) {
    const controller = new AbortController();
    let code;
    const on = (wanted) => () => {
        if (code !== undefined)
            process.exit(wanted);
        code = wanted;
        say('\nCancelling: the running work is ended and the evidence so far is written. Once more ends at once.\n');
        controller.abort();
    };
    const interrupted = on(_core_exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.interrupted.code);
    const terminated = on(_core_exit_code_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .h.terminated.code);
    process.on('SIGINT', interrupted);
    process.on('SIGTERM', terminated);
    return {
        signal: controller.signal,
        exitCode: () => code,
        dispose: () => {
            process.off('SIGINT', interrupted);
            process.off('SIGTERM', terminated);
        },
    };
}


/***/ }),

/***/ 1967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q7: () => (/* binding */ flowSchema),
/* harmony export */   ue: () => (/* binding */ kindSchema),
/* harmony export */   yR: () => (/* binding */ slug),
/* harmony export */   zV: () => (/* binding */ checkSchemas)
/* harmony export */ });
/* unused harmony exports commonKeys, partialKeys */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8532);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2732);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3609);
/* harmony import */ var _core_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9058);
/* harmony import */ var _core_strict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9737);
/* harmony import */ var _yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6828);






/** The keys that every check may have beside its title. */
const partial = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)(() => ({
    id: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()
        .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id holds lower-case letters, digits and hyphens')
        .optional()
        .describe('name in evidence and triggers; from the title when absent'),
    in: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(_core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq).min(1).optional().describe('only in these environments'),
    when: _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq.optional().describe('only when this template comes to true'),
    until: _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .templatedDuration */ .Dt.optional().describe('poll until it passes, for this long at most'),
    every: _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .templatedDuration */ .Dt.optional().describe('pause between polls (1s)'),
    timeout: _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .templatedDuration */ .Dt.optional().describe('limit of one look (30s)'),
    advisory: zod__WEBPACK_IMPORTED_MODULE_5__/* .boolean */ .zMY().optional().describe('reported, never blocks'),
    severity: zod__WEBPACK_IMPORTED_MODULE_5__/* ["enum"] */ .k5n(_core_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .gO).optional().describe('major when absent'),
    'failure-limit': zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig()
        .int()
        .min(0)
        .optional()
        .describe('failed samples that an observation tolerates (0)'),
    'min-samples': zod__WEBPACK_IMPORTED_MODULE_5__/* .number */ .aig().int().min(1).optional().describe('fewer samples are no data (1)'),
    baseline: _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq.optional().describe('path of the value that preflight records for `${baseline}`'),
    capture: zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().regex(/^[a-z][a-z0-9_]*$/, 'a captured name is lower case: `sync_job`'), _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)
        .optional()
        .describe('names for later templates: path of each value'),
}));
const commonKeys = () => ['title', ...Object.keys(partial())];
/** The full form of one kind's items. */
const kindSchema = (kind) => (0,_core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({ title: _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq.describe('the line as people read it'), ...kind.shape(), ...partial() });
const flowSchema = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)(() => (0,_core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .strict */ .O2)({
    flow: _core_strict_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq.describe('name of the flow'),
    id: partial().id,
    in: partial().in,
    when: partial().when,
    steps: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J()).min(1).describe('checks, one after the other'),
    always: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J()).min(1).optional().describe('clean-up checks that run whatever happened'),
}));
/** The schemas of a check, and of a list of checks and flows, for a set of kinds. */
function checkSchemas(kinds) {
    const forms = new Map(kinds.map(kind => [kind.name, { kind, schema: (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)(() => kindSchema(kind)) }]));
    const refuse = (report, input, message, path = []) => {
        report.issues.push({ code: 'custom', input, path, message });
        return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
    };
    const parseCheck = (raw, report) => {
        if (!isMap(raw))
            return refuse(report, raw, 'expected a check: a map with a `title` and a kind such as `http` or `run`');
        const named = Object.keys(raw).filter(key => forms.has(key));
        if (named.length === 0)
            return refuse(report, raw, noKind(Object.keys(raw), [...forms.keys()]));
        // A kind may have a key that is also the name of another: `run` takes `env`.
        const form = named
            .flatMap(key => forms.get(key) ?? [])
            .find(({ kind }) => named.every(key => Object.hasOwn(kind.shape(), key)));
        if (!form)
            return refuse(report, raw, `is of ${named.length} kinds at once (${named.join(', ')}); make it ${named.length} checks`);
        const parsed = form.schema().safeParse(raw);
        if (!parsed.success)
            return passOn(report, parsed.error);
        const spec = parsed.data;
        const fault = form.kind.fault?.(spec);
        return fault ? refuse(report, raw, fault.message, fault.path) : toItem(form.kind, spec, raw);
    };
    const check = zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J().transform(parseCheck);
    const flowSteps = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)(() => zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({ steps: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(check), always: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(check).default([]) }));
    const parseFlow = (raw, report) => {
        const form = flowSchema().safeParse(raw);
        if (!form.success)
            return passOn(report, form.error);
        const { flow: title, id, in: only, when, steps, always } = form.data;
        const inner = flowSteps().safeParse({ steps, always });
        if (!inner.success)
            return passOn(report, inner.error);
        return {
            type: 'flow',
            id: id ?? slug(title),
            title,
            in: only,
            when,
            ...inner.data,
            origin: (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .y)(raw) ?? nowhere,
        };
    };
    const item = zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J()
        .transform((raw, report) => isMap(raw) && 'flow' in raw ? parseFlow(raw, report) : parseCheck(raw, report));
    return { check, item, steps: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(check).min(1), list: zod__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YOg(item).min(1) };
}
const isMap = (raw) => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const nowhere = { path: [], line: 1, column: 1 };
function passOn(report, error) {
    report.issues.push(...error.issues);
    return zod__WEBPACK_IMPORTED_MODULE_6__/* .NEVER */ .tm;
}
/** `API is live` \u2192 `api-is-live` */
const slug = (title) => title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || 'check';
function toItem(kind, spec, raw) {
    const own = Object.fromEntries(Object.entries(spec).filter(([key]) => Object.hasOwn(kind.shape(), key)));
    const given = spec;
    return {
        type: 'check',
        id: given.id ?? slug(given.title),
        title: given.title,
        kind: kind.name,
        spec: own,
        in: given.in,
        when: given.when,
        timing: { until: given.until, every: given.every ?? 1000, timeout: given.timeout ?? 30_000 },
        advisory: given.advisory ?? false,
        severity: given.severity ?? 'major',
        failureLimit: given['failure-limit'] ?? 0,
        minSamples: given['min-samples'] ?? 1,
        baseline: given.baseline,
        capture: given.capture ?? {},
        origin: (0,_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .y)(raw) ?? nowhere,
    };
}
function noKind(keys, kinds) {
    for (const key of keys.filter(key => !commonKeys().includes(key))) {
        const near = (0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(key, kinds);
        if (near)
            return `no kind of check is called \`${key}\`; did you mean \`${near}\`?`;
    }
    return `says nothing to check; add one of ${kinds.map(kind => `\`${kind}\``).join(', ')}`;
}
/** The keys that every check may have, as a schema of their own. */
const partialKeys = () => strict(partial());


/***/ }),

/***/ 6485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ placedFlows),
/* harmony export */   x: () => (/* binding */ placedChecks)
/* harmony export */ });
/** Which stage runs the checks that stand at a path of the checklist. */
const stageAt = {
    preflight: () => 'preflight',
    backup: () => 'backup',
    migrate: () => 'migrate',
    deploy: key => (key === 'before-migrate' ? 'deploy-before-migrate' : 'deploy'),
    smoke: () => 'smoke',
    observe: () => 'observe',
    'rollback-check': () => 'rollback-check-before',
    rollback: () => 'rollback',
    'sign-off': () => 'sign-off',
};
/** Every check of a checklist, in the order of the file. */
function placedChecks(checklist) {
    return [...checklist.sections].flatMap(([gate, section]) => itemsIn(section).flatMap(found => {
        const stage = stageAt[gate](found.origin.path[1]);
        if (found.type === 'check')
            return [{ stage, item: found }];
        return [...found.steps, ...found.always].map(item => ({ stage, item, flow: found }));
    }));
}
/** The flows of a checklist, with their stage. */
const placedFlows = (checklist) => [...checklist.sections].flatMap(([gate, section]) => itemsIn(section).flatMap(found => found.type === 'flow' ? [{ stage: stageAt[gate](found.origin.path[1]), flow: found }] : []));
function itemsIn(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    if (Array.isArray(value))
        return value.flatMap(itemsIn);
    const { type } = value;
    if ((type === 'check' || type === 'flow') && 'origin' in value)
        return [value];
    return Object.values(value).flatMap(itemsIn);
}


/***/ }),

/***/ 3823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ builtIns),
/* harmony export */   t: () => (/* binding */ isEnvironmentName)
/* harmony export */ });
/** Names that every template may use, with their meaning for the reference. */
const builtIns = {
    sha: 'the commit that is rolled out, all characters',
    'short-sha': 'its first 12 characters',
    environment: 'the environment',
    uuid: 'a new UUID for each check, the same in all its attempts',
    now: 'the time when the check starts, ISO 8601, UTC',
    since: 'the time when the run began, ISO 8601, UTC',
    'run-id': 'identifies the run',
    baseline: 'what preflight measured for this check (see `baseline`)',
    'previous.sha': 'the release that ran before (see `rollback-check.previous`)',
    'backup.file': 'path of this run\u2019s backup',
};
/** Environment variables are written in capitals, so that a typo in a lower-case name is found before a run. */
const isEnvironmentName = (name) => /^[A-Z_][A-Z0-9_]*$/.test(name);


/***/ }),

/***/ 484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ headShape),
  W: () => (/* binding */ parseChecklist)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./build/core/digest.js
var digest = __webpack_require__(2552);
// EXTERNAL MODULE: ./build/core/nearest.js
var nearest = __webpack_require__(2732);
// EXTERNAL MODULE: ./build/core/once.js
var once = __webpack_require__(3609);
// EXTERNAL MODULE: ./build/core/path.js
var core_path = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/core/strict.js
var strict = __webpack_require__(9737);
// EXTERNAL MODULE: ./build/checklist/collect.js
var collect = __webpack_require__(6485);
;// CONCATENATED MODULE: ./build/checklist/issues.js

/** Turns a schema's issues into problems with a place, in the order of the file. */
function problemsOf(issues, base, source) {
    return issues.flatMap(issue => toProblems(issue, base, source));
}
function toProblems(issue, base, source) {
    const path = [...base, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
        const messages = issue.message.split('\n');
        return issue.keys.map((key, index) => ({
            key: keyText(path),
            message: messages[index] ?? issue.message,
            at: source.locate([...path, key], 'key'),
        }));
    }
    if (issue.code === 'invalid_key')
        return issue.issues.map(({ message }) => ({
            key: keyText(path),
            message,
            at: source.locate(path, 'key'),
        }));
    if (issue.code === 'invalid_union' && issue.errors.length > 0)
        return problemsOf(likeliest(issue.errors), path, source);
    const value = lookInto(source.value, path);
    const problem = { key: keyText(path), message: describe(issue, value), at: source.locate(path) };
    return [problem];
}
/** Of several forms that a value could have, the one that it came nearest to. */
function likeliest(branches) {
    const depth = (issues) => Math.max(...issues.map(issue => issue.path.length + (issue.code === 'unrecognized_keys' ? 0.6 : 0)));
    const deepest = [...branches].sort((a, b) => depth(b) - depth(a));
    const best = deepest[0] ?? [];
    if (depth(best) > 0 || branches.length === 1)
        return best;
    const expected = branches
        .flat()
        .flatMap(issue => 'expected' in issue
        ? [String(issue.expected)]
        : issue.code === 'invalid_value'
            ? issue.values.map(String)
            : []);
    const own = branches.flat().find(issue => issue.code === 'custom' || issue.code === 'invalid_format');
    if (own)
        return [own];
    const merged = {
        code: 'custom',
        path: [],
        message: `expected ${[...new Set(expected)].join(' or ')}`,
        input: undefined,
    };
    return [merged];
}
function describe(issue, value) {
    if (issue.code === 'invalid_type')
        return value === undefined
            ? 'is required here and missing'
            : `expected ${issue.expected}, found ${typeOf(value)}`;
    if (issue.code === 'invalid_value')
        return value === undefined
            ? 'is required here and missing'
            : `${JSON.stringify(value)} is not allowed; ${(0,nearest/* suggestion */.h)(String(value), issue.values.map(String))}`;
    if (issue.code === 'too_small' && issue.origin === 'array')
        return 'must hold at least one item';
    if (issue.code === 'custom' && value === undefined && issue.message.startsWith('expected '))
        return `is required: ${issue.message}`;
    return issue.message;
}
/** `smoke[2].expect.status` */
const keyText = (path) => path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
function lookInto(value, path) {
    return path.reduce((inner, part) => typeof inner === 'object' && inner !== null ? inner[part] : undefined, value);
}
function typeOf(value) {
    if (value === null)
        return 'nothing';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : typeof value;
}

// EXTERNAL MODULE: ./build/core/template.js
var template = __webpack_require__(8794);
// EXTERNAL MODULE: ./build/core/truth.js
var truth = __webpack_require__(4563);
// EXTERNAL MODULE: ./build/checklist/names.js
var names = __webpack_require__(3823);
;// CONCATENATED MODULE: ./build/checklist/lint.js






/** What a schema cannot see: templates, conditions, ids, captures and paths. */
function lint(facts) {
    const report = (path, message) => ({
        key: keyText(path),
        message,
        at: facts.source.locate(path),
    });
    return [
        ...templateProblems(facts, report),
        ...conditionProblems(facts, report),
        ...idProblems(facts, report),
        ...pathProblems(facts, report),
    ];
}
/** Malformed templates, and lower-case names that nothing defines. */
function templateProblems({ source, checks, vars, unread }, report) {
    const problems = [];
    const raw = rawCaptures(source.value);
    const mayBeKnown = (name, path) => unread.includes(String(path[0])) && (isBuiltIn(name) || raw.includes(name));
    (0,template/* eachString */.TP)(source.value, (text, path) => {
        if (path[0] === 'name' || path[0] === 'description')
            return;
        const parsed = (0,template/* parseTemplate */.QC)(text);
        if ('fault' in parsed)
            problems.push(report(path, `${parsed.fault.message}. ${parsed.fault.cure}`));
        for (const { name, hasFallback } of (0,template/* namesIn */.wX)(text)) {
            const fault = mayBeKnown(name, path) ? undefined : nameFault(name, path, checks, vars);
            const needs = hasFallback ? undefined : sourceOf.get(name);
            const never = needs && !given(source.value, needs) ? `\`${name}\` has no value without \`${needs.join('.')}\`` : '';
            if (fault || never)
                problems.push(report(path, fault ?? never));
        }
    });
    return problems;
}
function nameFault(name, path, checks, vars) {
    const captured = capturesVisibleAt(path, checks);
    if ((0,names/* isEnvironmentName */.t)(name) || vars.includes(name) || captured.includes(name))
        return undefined;
    if (name === 'baseline') {
        const check = checks.find(({ item }) => startsWith(path, item.origin.path));
        if (check?.stage !== 'observe')
            return '`${baseline}` has a value only in the checks of `observe`';
        return check.item.baseline
            ? undefined
            : '`${baseline}` needs `baseline: PATH` beside it, the value to record before the rollout';
    }
    if (isBuiltIn(name))
        return undefined;
    const elsewhere = checks.find(({ item }) => Object.hasOwn(item.capture, name));
    if (elsewhere)
        return `\`${name}\` is captured by \u201c${elsewhere.item.title}\u201d, which does not run before this in the same list`;
    return `nothing is called \`${name}\`; ${(0,nearest/* suggestion */.h)(name, [...captured, ...vars, ...Object.keys(names/* builtIns */.b)])} Environment variables are written in capitals.`;
}
/** The part of the checklist that gives a built-in name its value; found missing only when a rollback needs it. */
const sourceOf = new Map([
    ['previous.sha', ['rollback-check', 'previous']],
    ['backup.file', ['backup']],
]);
const given = (value, path) => path.reduce((inner, key) => inner?.[key], value) !== undefined;
const isBuiltIn = (name) => Object.hasOwn(names/* builtIns */.b, name);
/** Every name that is captured somewhere in the text, well-formed or not. */
function rawCaptures(value) {
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => [
        ...(key === 'capture' && typeof inner === 'object' ? Object.keys(inner ?? {}) : []),
        ...rawCaptures(inner),
    ]);
}
/** Captures of the same list; in a list that runs in order only those of earlier checks. */
function capturesVisibleAt(path, checks) {
    const here = checks.find(({ item }) => startsWith(path, item.origin.path));
    if (!here)
        return [];
    const sequential = here.stage === 'deploy' || here.stage === 'deploy-before-migrate' || path.includes('steps');
    return checks
        .filter(({ stage, item }) => stage === here.stage && item !== here.item && (!sequential || before(item, here.item)))
        .flatMap(({ item }) => Object.keys(item.capture));
}
/** Conditions and environments under which something could never run, or always would. */
function conditionProblems({ checks, flows, environments }, report) {
    return [...checks.map(({ item }) => item), ...flows.map(({ flow }) => flow)].flatMap(item => {
        const problems = [];
        for (const [index, name] of (item.in ?? []).entries())
            if (!environments.includes(name))
                problems.push(report([...item.origin.path, 'in', index], `there is no environment \`${name}\`; ${(0,nearest/* suggestion */.h)(name, environments)}`));
        if (item.when !== undefined && (0,template/* namesIn */.wX)(item.when).length === 0) {
            const constant = (0,truth/* parseTruth */.P)(item.when);
            const effect = constant === undefined
                ? 'is neither true nor false'
                : constant
                    ? 'is always true; leave it out'
                    : 'is never true, so this can never run';
            problems.push(report([...item.origin.path, 'when'], `the condition ${effect}`));
        }
        return problems;
    });
}
/** An id names one check of a stage, and a captured name one value. */
function idProblems({ checks, flows, steps }, report) {
    const problems = [];
    const seen = new Map();
    const all = [...flows.map(({ stage, flow }) => ({ stage, item: flow })), ...checks];
    for (const { stage, item } of all) {
        if (steps(stage).includes(item.id))
            problems.push(report(item.origin.path, `the id \`${item.id}\` is the gate\u2019s own; give this an \`id\``));
        const first = seen.get(`${stage}.${item.id}`);
        if (!first)
            seen.set(`${stage}.${item.id}`, item);
        else
            problems.push(report(item.origin.path, `the id \`${item.id}\` stands here a second time (first in line ${first.origin.line}); give one of them an \`id\``));
    }
    const captured = new Map();
    for (const { stage, item } of checks)
        for (const name of Object.keys(item.capture)) {
            const first = captured.get(`${stage}.${name}`);
            if (first && !apart(first, item))
                problems.push(report([...item.origin.path, 'capture', name], `\u201c${first.title}\u201d captures \`${name}\` already`));
            captured.set(`${stage}.${name}`, item);
            if (isBuiltIn(name))
                problems.push(report([...item.origin.path, 'capture', name], `\`${name}\` is a built-in name`));
            if (stage === 'observe')
                problems.push(report([...item.origin.path, 'capture', name], 'captured values are not kept in `observe`'));
        }
    return problems;
}
/** Paths that cannot be read, or that look where the kind shows nothing. */
function pathProblems({ checks, kindOf }, report) {
    return checks.flatMap(({ item, stage }) => {
        const { subject, name } = kindOf(item.kind);
        const places = [
            ...Object.keys(item.spec['expect'] ?? {}).map((path) => [
                ['expect', path],
                path,
            ]),
            ...Object.entries(item.capture).map(([as, path]) => [['capture', as], path]),
            ...(item.baseline === undefined ? [] : [[['baseline'], item.baseline]]),
        ];
        const problems = places.flatMap(([at, path]) => {
            const root = (0,core_path/* rootOf */.I5)(path);
            if (subject.length === 0)
                return [
                    report([...item.origin.path, ...at], `a check of kind \`${name}\` has no values to look into`),
                ];
            if (!subject.includes(root))
                return [
                    report([...item.origin.path, ...at], `\`${name}\` shows no \`${root}\`; ${(0,nearest/* suggestion */.h)(root, subject)}`),
                ];
            const fault = (0,core_path/* pathFault */.a9)(path);
            return fault ? [report([...item.origin.path, ...at], `this path cannot be read: ${fault}`)] : [];
        });
        if (item.baseline !== undefined && stage !== 'observe')
            problems.push(report([...item.origin.path, 'baseline'], 'baselines are recorded only for the checks of `observe`'));
        return problems;
    });
}
/** Every path that a check looks at. */
const pathsOf = (item) => [
    ...Object.keys(item.spec['expect'] ?? {}),
    ...Object.values(item.capture),
    ...(item.baseline === undefined ? [] : [item.baseline]),
];
const startsWith = (path, start) => start.length > 0 && start.every((part, index) => path[index] === part);
const before = (a, b) => a.origin.line < b.origin.line || (a.origin.line === b.origin.line && a.origin.column < b.origin.column);
/** Checks of different environments may capture the same name. */
const apart = (a, b) => Boolean(a.in && b.in && !a.in.some(name => b.in?.includes(name)));

// EXTERNAL MODULE: ./build/core/stage.js
var core_stage = __webpack_require__(8812);
;// CONCATENATED MODULE: ./build/checklist/references.js



/** References to stages and checks that are not there. */
function checkReferences(checklist, checks, language, source) {
    const idsOf = (stage) => [
        ...checks.filter(check => check.stage === stage).map(({ item }) => item.id),
        ...language.steps(stage),
    ];
    return [...checklist.sections].flatMap(([gate, section]) => language.references(gate, section).flatMap(({ to, path, among = core_stage/* stageNames */.hL }) => {
        const at = [gate, ...path];
        const fault = referenceFault(to, idsOf, checklist.sections, among);
        return fault ? [{ key: keyText(at), message: fault, at: source.locate(at) }] : [];
    }));
}
function referenceFault(to, idsOf, sections, among) {
    const dot = to.indexOf('.');
    const name = dot < 0 ? to : to.slice(0, dot);
    const id = dot < 0 ? undefined : to.slice(dot + 1);
    if (!core_stage/* stageNames */.hL.includes(name))
        return `there is no stage \`${name}\`; ${(0,nearest/* suggestion */.h)(name, core_stage/* stageNames */.hL)}`;
    const stage = (0,core_stage/* stageOf */.gV)(name);
    if (!among.includes(stage.name))
        return `\`${name}\` is no part of the rollout itself, so this can never fire; name one of ${among.map(item => `\`${item}\``).join(', ')}`;
    if (!sections.has(stage.gate))
        return `this checklist has no \`${stage.gate}\``;
    if (id === undefined)
        return undefined;
    const ids = idsOf(stage.name);
    return ids.includes(id) ? undefined : `\`${name}\` has no check \`${id}\`; ${(0,nearest/* suggestion */.h)(id, ids)}`;
}

// EXTERNAL MODULE: ./build/checklist/yaml.js
var yaml = __webpack_require__(6828);
;// CONCATENATED MODULE: ./build/checklist/parse.js











/** The keys beside the gates' sections. */
const headShape = (0,once/* once */.O)(() => {
    const environment = schemas/* string */.YjP()
        .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'an environment name holds letters, digits, `-` and `_`');
    return {
        gatesheet: schemas/* literal */.euz(1).describe('version of the format'),
        name: strict/* text */.Qq.describe('title of the document'),
        description: strict/* text */.Qq.optional(),
        environments: schemas/* array */.YOg(environment).min(1).optional().describe('staging and production when absent'),
        vars: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'this is no name'), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* record */.g1P(environment, schemas/* string */.YjP())]))
            .optional()
            .describe('names for templates; one value, or one for each environment'),
        concurrency: schemas/* number */.aig().int().min(1).max(64).optional().describe('checks side by side (8)'),
    };
});
/** Reads a checklist. All problems at once; a checklist only when there is none. */
async function parseChecklist(text, file, language) {
    const source = (0,yaml/* readYaml */.g)(text, file);
    if (source.problems.length > 0)
        return { problems: source.problems };
    const { value } = source;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return {
            problems: [{ message: 'a checklist is a map that begins with `gatesheet: 1`', at: source.locate([]) }],
        };
    const given = value;
    const { head, problems } = parseHead(given, source, language);
    const sections = new Map();
    for (const [gate, schema] of language.sections) {
        if (!(gate in given))
            continue;
        const parsed = schema().safeParse(given[gate]);
        if (parsed.success)
            sections.set(gate, parsed.data);
        else
            problems.push(...problemsOf(parsed.error.issues, [gate], source));
    }
    if (![...language.sections.keys()].some(gate => gate in given))
        problems.push({ message: `asks for nothing: add a gate such as \`preflight\``, at: source.locate([]) });
    const checklist = {
        name: head.name ?? '',
        file,
        digest: (0,digest/* sha256 */.sc)(text),
        environments: head.environments ?? ['staging', 'production'],
        vars: head.vars ?? {},
        sections,
        concurrency: head.concurrency ?? 8,
        description: head.description,
    };
    const checks = (0,collect/* placedChecks */.x)(checklist);
    await (0,core_path/* preparePaths */.mY)(checks.flatMap(({ item }) => pathsOf(item)));
    const { environments, vars } = checklist;
    const facts = {
        source,
        environments,
        checks,
        flows: (0,collect/* placedFlows */.b)(checklist),
        kindOf: language.kindOf,
        vars: Object.keys(vars),
        steps: language.steps,
        unread: [...language.sections.keys()].filter(gate => gate in given && !sections.has(gate)),
    };
    // A section that could not be read would make every reference into it look wrong.
    const complete = problems.length === 0;
    problems.push(...lint(facts), ...varProblems(checklist, source), ...scopeProblems(checklist, source));
    if (complete)
        problems.push(...checkReferences(checklist, checks, language, source));
    problems.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
    return problems.length > 0 ? { problems } : { checklist, problems };
}
function parseHead(given, source, language) {
    const known = [...Object.keys(headShape()), ...language.sections.keys()];
    const problems = Object.keys(given)
        .filter(key => !known.includes(key))
        .map(key => ({
        message: `unknown key \`${key}\`; ${(0,nearest/* suggestion */.h)(key, known)}`,
        at: source.locate([key], 'key'),
    }));
    // Each by itself, so that a fault in one does not make the names of another look unknown.
    const head = {};
    for (const [key, schema] of Object.entries(headShape())) {
        const parsed = schema.safeParse(given[key]);
        if (parsed.success)
            head[key] = parsed.data;
        else
            problems.push(...problemsOf(parsed.error.issues, [key], source));
    }
    return { head, problems };
}
/** Environments that a whole gate is limited to. A name that is none would leave the gate out without a word. */
function scopeProblems({ sections, environments }, source) {
    return [...sections].flatMap(([gate, section]) => (section.in ?? []).flatMap((name, index) => environments.includes(name)
        ? []
        : [
            {
                key: `${gate}.in[${index}]`,
                message: `there is no environment \`${name}\`; ${(0,nearest/* suggestion */.h)(name, environments)}`,
                at: source.locate([gate, 'in', index]),
            },
        ]));
}
function varProblems({ vars, environments }, source) {
    return Object.entries(vars).flatMap(([name, value]) => typeof value === 'string'
        ? []
        : Object.keys(value)
            .filter(environment => !environments.includes(environment))
            .map(environment => ({
            key: `vars.${name}`,
            message: `there is no environment \`${environment}\`; ${(0,nearest/* suggestion */.h)(environment, environments)}`,
            at: source.locate(['vars', name, environment], 'key'),
        })));
}


/***/ }),

/***/ 6828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);

const largest = 1024 * 1024;
/** No checklist is nested like this; a value that holds itself is. */
const deepest = 64;
const originKey = Symbol('origin');
/** Reads YAML 1.2. Every map in the value knows where it stands (see `originOf`). */
function readYaml(text, file) {
    const at = locator(text, file);
    const refuse = (message, cure, offset = 0) => ({
        value: undefined,
        problems: [{ message, cure, at: at(offset) }],
        locate: () => at(offset),
    });
    const tooDeep = () => refuse('the file is nested too deeply', 'A checklist is a short document.');
    if (text.length > largest)
        return refuse('the file is larger than 1 MiB', 'A checklist is a short document.');
    const nul = text.indexOf('\0');
    if (nul >= 0)
        return refuse('the file holds a NUL byte', 'Save it as UTF-8 text.');
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { prettyErrors: false, uniqueKeys: true });
    const problems = document.errors.map(error => ({
        message: explain(error.code, error.message),
        at: at(error.pos[0]),
    }));
    const locate = (path, of = 'value') => at(offsetOf(document, path, of));
    if (problems.length > 0)
        return { value: undefined, problems, locate };
    try {
        const odd = oddKey(document);
        if (odd !== undefined)
            return refuse('a key must be a text', 'Put the text in quotes if it begins with `?`, `{`, `[` or `*`.', odd);
        const value = document.toJS({ maxAliasCount: 50 });
        if (nestsDeeper(value, deepest))
            return tooDeep();
        noteOrigins(value, [], path => {
            const { line, column } = locate(path);
            return { path, line, column };
        });
        return { value, problems, locate };
    }
    catch (error) {
        if (error instanceof RangeError)
            return tooDeep();
        const message = error instanceof Error ? error.message : String(error);
        const alias = /alias.*: (\S+)$/.exec(message)?.[1];
        const offset = alias === undefined ? 0 : Math.max(0, text.indexOf(`*${alias}`));
        return refuse(message, 'Write repeated parts out, or use fewer aliases.', offset);
    }
}
/** From an offset to its line and column. (The counter of the YAML package miscounts in some broken texts.) */
function locator(text, file) {
    let starts;
    return offset => {
        starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
        const line = Math.max(1, starts.findLastIndex(start => start <= offset) + 1);
        return { file, line, column: offset - (starts[line - 1] ?? 0) + 1 };
    };
}
/** Where a map, a list or an alias stands as a key; turning such keys into texts can take for ever. */
function oddKey(document) {
    let found;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Pair: (_, { key }) => {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(key) && !(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(key))
                return undefined;
            found = key.range?.[0] ?? 0;
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    return found;
}
function nestsDeeper(value, levels) {
    if (typeof value !== 'object' || value === null)
        return false;
    return levels === 0 || Object.values(value).some(item => nestsDeeper(item, levels - 1));
}
/** Where a map of a read value stands. */
const originOf = (value) => value[originKey]?.();
/** The place itself is only looked up for the few maps that are asked. */
function noteOrigins(value, path, origin) {
    if (typeof value !== 'object' || value === null || Object.hasOwn(value, originKey))
        return;
    Object.defineProperty(value, originKey, { value: () => origin(path), enumerable: false });
    for (const [key, item] of Object.entries(value))
        if (typeof item === 'object')
            noteOrigins(item, [...path, Array.isArray(value) ? Number(key) : key], origin);
}
function offsetOf(document, path, of) {
    for (let length = path.length; length >= 0; length--) {
        const part = path.slice(0, length);
        if (of === 'key' && length > 0) {
            const pair = pairOf(document, part);
            if (pair && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.key) && pair.key.range)
                return pair.key.range[0];
        }
        const node = document.getIn(part, true);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range)
            return node.range[0];
    }
    return 0;
}
function pairOf(document, path) {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent))
        return undefined;
    const key = path.at(-1);
    return parent.items.find(item => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(item) && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && String(item.key.value) === String(key));
}
const explain = (code, message) => code === 'DUPLICATE_KEY'
    ? 'this key stands here a second time; keep one'
    : code === 'RESOURCE_EXHAUSTION'
        ? 'the file is nested too deeply'
        : (message.split('\n')[0] ?? message);


/***/ }),

/***/ 9037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ kindOf),
  EZ: () => (/* binding */ kinds),
  jo: () => (/* binding */ registry_schemas)
});

// EXTERNAL MODULE: ./build/checklist/check-item.js
var check_item = __webpack_require__(1967);
// EXTERNAL MODULE: ./build/core/once.js
var once = __webpack_require__(3609);
;// CONCATENATED MODULE: ./build/core/check.js

/** Ties the types of a kind together; the registry holds kinds without their types. */
const defineKind = (kind) => ({ ...kind, shape: (0,once/* once */.O)(() => kind.shape()) });

// EXTERNAL MODULE: ./build/core/markdown-text.js
var markdown_text = __webpack_require__(5805);
// EXTERNAL MODULE: ./build/core/shell-quote.js
var shell_quote = __webpack_require__(9821);
// EXTERNAL MODULE: ./build/core/strict.js
var strict = __webpack_require__(9737);
;// CONCATENATED MODULE: ./build/checks/commit.js




const commit = defineKind({
    name: 'commit',
    summary: 'The commit to roll out is a real one and lies on this branch.',
    example: `
title: The commit is on main
commit: { on: main }`,
    shape: () => ({ commit: (0,strict/* strict */.O2)({ on: strict/* text */.Qq.describe('branch that must contain the commit') }) }),
    subject: ['commit'],
    words: ({ commit: { on } }) => ({ text: `The commit lies on ${(0,markdown_text/* code */.aY)(on)}.` }),
    async observe({ commit: { on } }, { ports, signal, folder, commit: sha }) {
        const git = async (args) => ports.shell({ command: `git ${args}`, cwd: folder }, signal);
        const commitRef = (0,shell_quote/* shellQuote */.Z)(`${sha}^{commit}`);
        const inside = await git('rev-parse --is-inside-work-tree');
        const known = await git(`cat-file -e ${commitRef}`);
        const shallow = await git('rev-parse --is-shallow-repository');
        const seen = {
            commit: sha,
            known: inside.exitCode === 0 ? known.exitCode === 0 : undefined,
            shallow: shallow.stdout.trim() === 'true',
            branchFound: false,
            onBranch: false,
        };
        for (const ref of [`refs/remotes/origin/${on}`, `refs/heads/${on}`]) {
            const branch = await git(`rev-parse --verify --quiet ${(0,shell_quote/* shellQuote */.Z)(ref)}`);
            if (branch.exitCode !== 0)
                continue;
            seen.branchFound = true;
            const ancestor = await git(`merge-base --is-ancestor ${commitRef} ${(0,shell_quote/* shellQuote */.Z)(ref)}`);
            if (ancestor.exitCode === 0)
                return { ...seen, onBranch: true };
        }
        return seen;
    },
    judge({ commit: { on } }, seen) {
        const short = seen.commit.slice(0, 12);
        const subject = { commit: seen.commit };
        const expected = `a commit on ${on}`;
        if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(seen.commit))
            return {
                outcome: 'fail',
                message: `\u201c${short}\u201d is no full commit SHA; pass all 40 characters`,
                expected,
                subject,
            };
        if (seen.known === undefined)
            return {
                outcome: 'inconclusive',
                message: 'this folder is no git repository; check the code out first',
                expected,
                subject,
            };
        if (seen.known && seen.onBranch)
            return { outcome: 'pass', message: `${short} is on ${on}`, observed: short, expected, subject };
        if (seen.shallow)
            return {
                outcome: 'inconclusive',
                message: `the clone is shallow, so nobody can tell whether ${short} is on ${on}; check out with \`fetch-depth: 0\``,
                expected,
                subject,
            };
        const why = !seen.known
            ? 'is not in this repository'
            : seen.branchFound
                ? `is not on ${on}`
                : `cannot be compared: no branch ${on} here`;
        return {
            outcome: 'fail',
            message: `${short} ${why}; merge it to ${on} first, or roll out another commit`,
            expected,
            subject,
        };
    },
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./build/core/redact.js
var redact = __webpack_require__(193);
// EXTERNAL MODULE: ./build/core/truth.js
var truth = __webpack_require__(4563);
;// CONCATENATED MODULE: ./build/checks/env.js







const env_name = (0,once/* once */.O)(() => schemas/* string */.YjP().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable'));
const ruleSchema = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    secret: schemas/* boolean */.zMY().optional().describe('never shown anywhere, whatever its name'),
    optional: schemas/* literal */.euz(true).optional().describe('may be absent; when set, the other rules hold'),
    or: env_name().optional().describe('this other variable may stand in for it'),
    when: strict/* text */.Qq.optional().describe('only required when this comes to true'),
    default: schemas/* string */.YjP().optional().describe('what the service uses when it is absent; that value is judged'),
    url: (0,strict/* listOf */.c3)(strict/* text */.Qq).optional().describe('a URL with one of these schemes'),
    'min-length': schemas/* number */.aig().int().min(1).optional().describe('characters'),
    pattern: strict/* text */.Qq.optional().describe('regular expression that must find something'),
    equals: schemas/* string */.YjP().optional(),
    'one-of': schemas/* array */.YOg(schemas/* string */.YjP()).min(1).optional(),
    'same-as': env_name().optional().describe('the same value as this variable'),
}).refine(rule => rule.pattern === undefined || isRegExp(rule.pattern), {
    message: '`pattern` is no regular expression',
    path: ['pattern'],
}));
/** One rule that a value can break: the words for it, or undefined when the value keeps it. */
const breaches = [
    (value, { url }) => (url ? urlBreach(value, url) : undefined),
    (value, rule) => {
        const least = rule['min-length'];
        return least && value.length < least ? `has ${value.length} characters, needs ${least}` : undefined;
    },
    (value, { pattern }) => pattern && !new RegExp(pattern).test(value) ? `does not match \`${pattern}\`` : undefined,
    (value, { equals }, _, shown) => equals !== undefined && value !== equals ? `is ${shown}, must be \`${equals}\`` : undefined,
    (value, rule, _, shown) => {
        const allowed = rule['one-of'];
        return allowed && !allowed.includes(value)
            ? `is ${shown}, must be one of ${allowed.join(', ')}`
            : undefined;
    },
    (value, rule, values) => {
        const other = rule['same-as'];
        return other && values[other] !== value ? `differs from ${other}` : undefined;
    },
];
const env = defineKind({
    name: 'env',
    summary: 'Environment variables are set and well formed. An empty value counts as missing; values are never shown.',
    example: `
title: Required variables are set
env:
  DATABASE_URL: { url: postgresql+asyncpg }
  APP_AUTH_BEARER_TOKENS: { or: APP_AUTH_TOKEN_USER_MAP }
  LLM_API_KEY: { secret: true, min-length: 20 }
  TODOIST_TOKEN: { when: "\${SYNC_ENABLED:-false}" }
  TODOIST_API_BASE: { default: "https://api.todoist.com/api/v1", url: https }
  LLM_PROVIDER:`,
    shape: () => ({
        env: schemas/* union */.KCZ([
            schemas/* array */.YOg(env_name()).transform(names => Object.fromEntries(names.map(key => [key, null]))),
            schemas/* record */.g1P(env_name(), schemas/* union */.KCZ([schemas/* null */.chJ(), ruleSchema()])),
        ])
            .describe('names, each with its rules; a name alone must be set'),
    }),
    subject: [],
    fault: ({ env }) => Object.keys(env).length === 0
        ? { message: 'asserts nothing: name at least one variable', path: ['env'] }
        : undefined,
    words: ({ env }) => ({
        text: '',
        lines: Object.entries(env).map(([key, rule]) => variableWords(key, rule ?? {})),
    }),
    async observe({ env }, { ports }) {
        const rules = Object.values(env).filter(rule => rule !== null);
        const others = rules.flatMap(rule => [rule.or, rule['same-as']]).filter(other => other !== undefined);
        return Object.fromEntries([...Object.keys(env), ...others].map(key => [key, ports.env[key] || undefined]));
    },
    judge({ env }, values) {
        const findings = Object.entries(env).map(([key, rule]) => judgeVariable(key, rule ?? {}, values));
        const wrong = findings.filter(finding => finding.outcome === 'fail');
        const skipped = findings.filter(finding => finding.outcome === 'skipped').length;
        const set = findings.length - wrong.length - skipped;
        return {
            outcome: wrong.length > 0 ? 'fail' : set > 0 ? 'pass' : 'skipped',
            message: wrong.length > 0
                ? `${wrong.map(finding => `${finding.label} ${finding.message}`).join('; ')}. Set ${wrong.length === 1 ? 'it' : 'them'} in this environment\u2019s secrets or variables.`
                : `${set} set${skipped > 0 ? `, ${skipped} not needed here` : ''}`,
            findings,
        };
    },
});
/** `REDIS_URL` (`redis://\u2026` or `rediss://\u2026`; at least 20 characters) */
function variableWords(key, rule) {
    const notes = [
        ...(rule.url ? [rule.url.map(scheme => (0,markdown_text/* code */.aY)(`${scheme}://\u2026`)).join(' or ')] : []),
        ...(rule['min-length'] ? [`at least ${rule['min-length']} characters`] : []),
        ...(rule.pattern ? [`like ${(0,markdown_text/* code */.aY)(rule.pattern)}`] : []),
        ...(rule.equals === undefined ? [] : [`is ${(0,markdown_text/* code */.aY)(rule.equals)}`]),
        ...(rule['one-of'] ? [`one of ${rule['one-of'].map(markdown_text/* code */.aY).join(', ')}`] : []),
        ...(rule['same-as'] ? [`the same as ${(0,markdown_text/* code */.aY)(rule['same-as'])}`] : []),
        ...(rule.default === undefined ? [] : [`default ${(0,markdown_text/* code */.aY)(rule.default)}`]),
        ...(rule.when ? [`when ${(0,markdown_text/* code */.aY)(rule.when)}`] : []),
        ...(rule.optional ? ['optional'] : []),
    ];
    const name = rule.or ? `${(0,markdown_text/* code */.aY)(key)} or ${(0,markdown_text/* code */.aY)(rule.or)}` : (0,markdown_text/* code */.aY)(key);
    return notes.length > 0 ? `${name} (${notes.join('; ')})` : name;
}
function judgeVariable(label, rule, values) {
    const finding = (outcome, message) => ({ label, outcome, message });
    if (rule.when !== undefined) {
        const needed = (0,truth/* parseTruth */.P)(rule.when);
        if (needed === undefined)
            return finding('fail', `has a condition that is neither true nor false: \`${rule.when}\``);
        if (!needed && values[label] === undefined)
            return finding('skipped', 'not needed here');
    }
    const value = values[label];
    if (value === undefined) {
        if (rule.or !== undefined && values[rule.or] !== undefined)
            return finding('pass', `${rule.or} is set instead`);
        if (rule.default !== undefined)
            return judgeValue(label, rule.default, rule, values, 'absent, the default holds');
        if (rule.optional)
            return finding('skipped', 'absent, which is allowed');
        return finding('fail', rule.or ? `is missing, and so is ${rule.or}` : 'is missing or empty');
    }
    return judgeValue(label, value, rule, values, 'set');
}
function judgeValue(label, value, rule, values, good) {
    const shown = rule.secret || (0,redact/* isSecretName */.eh)(label) ? 'another value' : `\`${value}\``;
    const breach = breaches.map(judge => judge(value, rule, values, shown)).find(words => words !== undefined);
    return breach ? { label, outcome: 'fail', message: breach } : { label, outcome: 'pass', message: good };
}
function urlBreach(value, schemes) {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\/[^\s/]/i.exec(value)?.[1];
    if (!scheme)
        return `is no URL (\`${schemes[0]}://\u2026\` is asked for)`;
    return schemes.includes(scheme.toLowerCase())
        ? undefined
        : `starts with \`${scheme}://\`, must start with ${schemes.map(name => `\`${name}://\``).join(' or ')}`;
}
function isRegExp(pattern) {
    try {
        new RegExp(pattern);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/checks/files.js






const largest = 64 * 1024 * 1024;
const forbidden = (0,once/* once */.O)(() => schemas/* union */.KCZ([
    strict/* text */.Qq,
    (0,strict/* strict */.O2)({
        in: strict/* text */.Qq.describe('glob'),
        text: strict/* text */.Qq.describe('that no file may hold (its last 64 MiB are read)'),
    }),
]));
const files = defineKind({
    name: 'files',
    summary: 'Files exist, do not exist, or do not hold a text.',
    example: `
title: The image paths exist and nothing logs to the console
files:
  require: [backend/Dockerfile, backend/Dockerfile.worker]
  forbid: [.env.production, { in: "src/**/*.ts", text: console.log }]`,
    shape: () => ({
        files: (0,strict/* strict */.O2)({
            require: schemas/* array */.YOg(strict/* text */.Qq).min(1).optional().describe('globs that must each find a file'),
            forbid: schemas/* array */.YOg(forbidden())
                .min(1)
                .optional()
                .describe('globs that must find none, or texts that none may hold'),
        }),
    }),
    subject: [],
    fault: ({ files }) => files.require || files.forbid
        ? undefined
        : { message: 'asserts nothing: add `require` or `forbid`', path: ['files'] },
    words: ({ files }) => ({
        text: '',
        lines: [
            ...(files.require ?? []).map(pattern => `${(0,markdown_text/* code */.aY)(pattern)} is there`),
            ...(files.forbid ?? []).map(rule => typeof rule === 'string'
                ? `${(0,markdown_text/* code */.aY)(rule)} is not there`
                : `no ${(0,markdown_text/* code */.aY)(rule.in)} holds ${(0,markdown_text/* code */.aY)(rule.text)}`),
        ],
    }),
    async observe({ files }, { ports, folder }) {
        const required = (files.require ?? []).map(async (pattern) => ({
            pattern,
            found: await ports.files.glob(pattern, folder),
        }));
        const forbid = (files.forbid ?? []).map(async (rule) => {
            if (typeof rule === 'string')
                return { label: rule, found: await ports.files.glob(rule, folder) };
            const found = [];
            let searched = 0;
            for (const path of await ports.files.glob(rule.in, folder)) {
                const held = await ports.files.readTail((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(folder, path), largest);
                if (held !== undefined)
                    searched += 1;
                if (held?.includes(rule.text))
                    found.push(path);
            }
            return { label: `${rule.in} with \u201c${rule.text}\u201d`, found, searched };
        });
        return { required: await Promise.all(required), forbidden: await Promise.all(forbid) };
    },
    judge(_, seen) {
        const findings = [
            ...seen.required.map(({ pattern, found }) => ({
                label: pattern,
                outcome: found.length > 0 ? 'pass' : 'fail',
                message: found.length > 0 ? 'there' : 'is missing; add it, or correct the path',
            })),
            ...seen.forbidden.map(({ label, found, searched }) => {
                if (found.length > 0)
                    return { label, outcome: 'fail', message: `must not be there: ${listed(found)}` };
                if (searched === 0)
                    return {
                        label,
                        outcome: 'inconclusive',
                        message: 'was looked for in no file; correct the path',
                    };
                return { label, outcome: 'pass', message: 'not there' };
            }),
        ];
        const wrong = findings.filter(finding => finding.outcome !== 'pass');
        const failed = wrong.some(finding => finding.outcome === 'fail');
        return {
            outcome: failed ? 'fail' : wrong.length > 0 ? 'inconclusive' : 'pass',
            message: wrong.length > 0
                ? wrong.map(finding => `${finding.label} ${finding.message}`).join('; ')
                : `${findings.length} as they should be`,
            findings,
        };
    },
});
const listed = (found) => found.length <= 3 ? found.join(', ') : `${found.slice(0, 3).join(', ')} and ${found.length - 3} more`;

// EXTERNAL MODULE: ./build/core/matcher.js
var core_matcher = __webpack_require__(2344);
// EXTERNAL MODULE: ./build/core/path.js
var core_path = __webpack_require__(3059);
;// CONCATENATED MODULE: ./build/checks/expect.js






/** What an observation must hold: a path into it, and what must stand there. */
const expectSchema = (0,once/* once */.O)(() => schemas/* record */.g1P(schemas/* string */.YjP(), (0,core_matcher/* matcherSchema */.C3)()).refine(given => Object.keys(given).length > 0, {
    message: 'asserts nothing: name at least one path',
}));
/** Judges an observation; the message names each path that was not as expected. */
function judgeExpectations(expected, subject) {
    const results = Object.entries(expected).map(([path, matcher]) => {
        const actual = (0,core_path/* valueAt */.fK)(subject, path);
        return { path, matcher, actual, ok: (0,core_matcher/* matches */.cK)(matcher, actual) };
    });
    const wrong = results.filter(result => !result.ok);
    const asked = results.map(({ path, matcher }) => phrase(path, matcher)).join(', ');
    const seen = results.map(({ path, actual }) => `${path} ${shown(path, actual)}`).join(', ');
    return {
        outcome: wrong.length === 0 ? 'pass' : 'fail',
        message: wrong.length === 0
            ? seen
            : wrong
                .map(({ path, matcher, actual }) => `${path} is ${shown(path, actual)}, expected ${phrase('', matcher)}`)
                .join('; '),
        observed: seen,
        expected: asked,
        subject,
    };
}
/** ` Expect \u2026`, or nothing. */
const expectWords = (expected) => expected === undefined
    ? ''
    : ` Expect ${Object.entries(expected)
        .map(([path, matcher]) => (0,markdown_text/* plain */.pj)(phrase(path, matcher)))
        .join(', ')}.`;
const phrase = (path, matcher) => `${path} ${(0,core_matcher/* describeMatcher */.OT)(matcher)}`.trim();
/** An answer may hold secrets that nobody knew before. */
const shown = (path, actual) => typeof actual === 'string' && (0,redact/* isSecretPath */._p)(path) ? redact/* mask */.dK : (0,redact/* withoutSecretFields */.Qw)((0,core_matcher/* show */.WU)(actual));

;// CONCATENATED MODULE: ./build/checks/json.js
/** The JSON value of a text; undefined when it is none. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/checks/http.js







const request = (0,once/* once */.O)(() => schemas/* string */.YjP()
    .regex(/^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \S/, 'expected a method and a URL: `GET ${API_URL}/health`'));
const http = defineKind({
    name: 'http',
    summary: 'An HTTP request is answered as it should: status 2xx unless `expect` says otherwise. TLS certificates are verified; redirects are shown, not followed, unless allowed.',
    example: `
title: Capture
http: POST \${API_URL}/v1/capture/thought
headers: { Authorization: "Bearer \${SMOKE_TOKEN}", Idempotency-Key: "\${uuid}" }
json: { chat: prod-smoke, text: "gatesheet \${sha}" }
expect: { status: 200, json.inbox_item_id: { not-empty: true }, latency: { below: 2s } }
capture: { item: json.inbox_item_id }`,
    shape: () => ({
        http: request().describe('method and URL'),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
        json: schemas/* json */.Pq9().optional().describe('sent as JSON'),
        form: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional().describe('sent as a form'),
        body: schemas/* string */.YjP().optional().describe('sent as it is'),
        redirects: schemas/* number */.aig().int().min(0).max(10).optional().describe('how many redirects are followed (0)'),
        expect: expectSchema().optional(),
    }),
    subject: ['status', 'headers', 'json', 'body', 'latency'],
    fault({ json, form, body }) {
        const bodies = [json, form, body].filter(given => given !== undefined);
        return bodies.length > 1 ? { message: 'give only one of `json`, `form` and `body`' } : undefined;
    },
    words: ({ http, expect }) => ({ text: `${(0,markdown_text/* code */.aY)(http)}.${expectWords(expect)}` }),
    observe(spec, { ports, signal }) {
        const space = spec.http.indexOf(' ');
        const { body, type } = bodyOf(spec);
        return ports.http({
            method: spec.http.slice(0, space),
            url: spec.http.slice(space + 1).trim(),
            headers: {
                'user-agent': 'gatesheet',
                ...(type ? { 'content-type': type } : {}),
                ...lowerKeys(spec.headers),
            },
            body,
            redirects: spec.redirects ?? 0,
        }, signal);
    },
    judge({ expect }, seen) {
        const { status, headers, body, latencyMs, truncated } = seen;
        const subject = { status, headers, body, latency: Math.round(latencyMs), json: parseJson(body) };
        const success = { status: { 'at-least': 200, below: 300 } };
        const judged = judgeExpectations(expect?.['status'] === undefined ? { ...success, ...expect } : expect, subject);
        const words = (0,redact/* withoutSecretFields */.Qw)(body.trim().replace(/\s+/g, ' ')).slice(0, 160);
        const answer = words ? `; it answered \u201c${words}\u201d` : '';
        const cut = truncated ? ' (the body was cut at 1 MiB)' : '';
        if (judged.outcome === 'pass')
            return { ...judged, message: `${status} in ${Math.round(latencyMs)} ms` };
        return { ...judged, message: `${judged.message}${answer}${cut}` };
    },
});
function bodyOf(spec) {
    if (spec.json !== undefined)
        return { body: JSON.stringify(spec.json), type: 'application/json' };
    if (spec.form !== undefined)
        return { body: new URLSearchParams(spec.form).toString(), type: 'application/x-www-form-urlencoded' };
    return { body: spec.body, type: undefined };
}
const lowerKeys = (headers = {}) => Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/core/fingerprint.js

/** Fingerprints what a value stands for (see `identitiesOf`). */
function fingerprint(value, salt = (0,external_node_crypto_.randomBytes)(16).toString('hex')) {
    return {
        salt,
        hashes: identitiesOf(value).map(identity => (0,external_node_crypto_.scryptSync)(identity, salt, 32, { N: 4096 }).toString('hex')),
    };
}
/** Whether a value stands for the same thing, or shares a member with it. */
const recognises = (known, value) => fingerprint(value, known.salt).hashes.some(hash => known.hashes.includes(hash));
const usualPorts = {
    http: '80',
    https: '443',
    postgres: '5432',
    postgresql: '5432',
    redis: '6379',
    rediss: '6379',
    amqp: '5672',
    mysql: '3306',
};
/**
 * What a value stands for: of a URL the server and the path, since another user or password on the same database
 * is still the same database; of a list each member; else the value itself.
 */
function identitiesOf(value) {
    const url = /^([a-z][a-z0-9.-]*)(?:\+[a-z0-9_]+)?:\/\/(?:[^@/]*@)?([^/?#]+)([^?#]*)/i.exec(value);
    if (url) {
        const [, scheme = '', host = '', path = ''] = url;
        const port = /:\d+$/.test(host) ? '' : `:${usualPorts[scheme.toLowerCase()] ?? ''}`;
        return [`${host.toLowerCase()}${port}${path.replace(/\/+$/, '')}`];
    }
    return value
        .split(',')
        .map(member => member.trim())
        .filter(Boolean);
}

;// CONCATENATED MODULE: ./build/checks/isolated.js





const isolated = defineKind({
    name: 'isolated',
    summary: 'This environment shares no database, queue or secret with another one. In the other environment the check records salted fingerprints of its values; here it compares them.',
    example: `
title: Production shares no infrastructure with staging
isolated: { from: staging, values: [DATABASE_URL, REDIS_URL, APP_AUTH_BEARER_TOKENS] }`,
    shape: () => ({
        isolated: (0,strict/* strict */.O2)({
            from: strict/* text */.Qq.describe('the other environment'),
            values: schemas/* array */.YOg(strict/* text */.Qq).min(1).describe('names of the variables'),
        }),
    }),
    subject: [],
    words: ({ isolated: { from, values } }) => ({
        text: `Not shared with ${from}: ${values.map(markdown_text/* code */.aY).join(', ')}.`,
    }),
    async observe({ isolated: { from, values } }, { environment, lookup, evidence }) {
        const present = values.map(name => [name, lookup(name) || undefined]);
        if (environment === from)
            return {
                recorded: Object.fromEntries(present.flatMap(([name, value]) => (value ? [[name, fingerprint(value)]] : []))),
            };
        const checks = (await evidence(from, 'preflight'))?.checks ?? [];
        const known = Object.assign({}, ...checks.map(check => check.data?.['fingerprints'] ?? {}));
        if (Object.keys(known).length === 0)
            return { nothingToCompareWith: true };
        const compare = (name, value) => {
            const other = known[name];
            if (value === undefined)
                return 'unset here';
            if (!other)
                return 'unset there';
            return recognises(other, value) ? 'same' : 'differs';
        };
        return { compared: Object.fromEntries(present.map(([name, value]) => [name, compare(name, value)])) };
    },
    judge({ isolated: { from, values } }, seen) {
        if ('nothingToCompareWith' in seen)
            return {
                outcome: 'inconclusive',
                message: `there is no preflight evidence of ${from} to compare with; run its preflight first and keep the evidence`,
            };
        if ('recorded' in seen) {
            const count = Object.keys(seen.recorded).length;
            return count === 0
                ? {
                    outcome: 'inconclusive',
                    message: `none of ${values.join(', ')} is set, so there is nothing to compare with later`,
                }
                : {
                    outcome: 'pass',
                    message: `fingerprints of ${count} values recorded, for the other environments to compare with`,
                    data: { fingerprints: seen.recorded },
                };
        }
        const findings = values.map((label) => ({ label, ...words(seen.compared[label] ?? 'unset here', from) }));
        const shared = findings.filter(finding => finding.outcome === 'fail').map(finding => finding.label);
        const compared = findings.some(finding => finding.outcome !== 'skipped');
        return {
            outcome: shared.length > 0 ? 'fail' : compared ? 'pass' : 'inconclusive',
            message: shared.length > 0
                ? `${shared.join(', ')} ${shared.length === 1 ? 'is what' : 'are what'} ${from} uses; give this environment its own before anything runs`
                : compared
                    ? `nothing in common with ${from}`
                    : 'no value could be compared',
            findings,
        };
    },
});
const words = (comparison, from) => ({
    same: { outcome: 'fail', message: `is the one that ${from} uses` },
    differs: { outcome: 'pass', message: `differs from ${from}` },
    'unset here': { outcome: 'skipped', message: 'not set here' },
    'unset there': { outcome: 'skipped', message: `not set in ${from}` },
})[comparison];

// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
;// CONCATENATED MODULE: ./build/checks/log.js







const log_largest = 4 * 1024 * 1024;
const source = (0,once/* once */.O)(() => schemas/* union */.KCZ([
    (0,strict/* strict */.O2)({ file: strict/* text */.Qq.describe('path of a log file; its last 4 MiB are read') }),
    (0,strict/* strict */.O2)({ command: strict/* text */.Qq.describe('prints the log, e.g. `docker compose logs api --since ${since}`') }),
]));
const log = defineKind({
    name: 'log',
    summary: 'A log holds, or does not hold, a text. `after` leaves out what an earlier release wrote.',
    example: `
title: The worker listens
log:
  of: { command: "docker compose logs worker --since \${since}" }
  contains: Worker started, listening for jobs...
  absent: [Traceback, worker_moved_to_dlq]
until: 2m`,
    shape: () => ({
        log: (0,strict/* strict */.O2)({
            of: source(),
            after: strict/* text */.Qq.optional().describe('only what follows the last line with this text'),
            contains: (0,strict/* listOf */.c3)(strict/* text */.Qq).optional().describe('texts that must all be there'),
            absent: (0,strict/* listOf */.c3)(strict/* text */.Qq).optional().describe('texts that must not be there'),
        }),
        expect: expectSchema().optional().describe('paths into `lines` (how many) and `text`'),
    }),
    subject: ['lines', 'text'],
    shell: ['command'],
    fault: ({ log, expect }) => log.contains || log.absent || expect
        ? undefined
        : { message: 'asserts nothing: add `contains`, `absent` or `expect`', path: ['log'] },
    words: ({ log: { of, after, contains = [], absent = [] }, expect }) => ({
        text: `In ${(0,markdown_text/* code */.aY)('file' in of ? of.file : of.command)}${after ? ` after ${(0,markdown_text/* code */.aY)(after)}` : ''}.${expectWords(expect)}`,
        lines: [
            ...contains.map(text => `there is ${(0,markdown_text/* code */.aY)(text)}`),
            ...absent.map(text => `there is no ${(0,markdown_text/* code */.aY)(text)}`),
        ],
    }),
    async observe({ log: { of } }, { ports, signal, folder }) {
        if ('file' in of) {
            const path = of.file.startsWith('/') ? of.file : `${folder}/${of.file}`;
            const found = await ports.files.readTail(path, log_largest);
            if (found === undefined)
                throw new errors/* ProbeError */.B2(of.file, 'there is no such file; check the path, or wait for the service with `until`');
            return { name: of.file, text: found };
        }
        const { stdout, stderr, exitCode } = await ports.shell({ command: of.command, cwd: folder }, signal);
        if (exitCode !== 0)
            throw new errors/* ProbeError */.B2(of.command, `ended with exit code ${exitCode}: ${stderr.trim().slice(-300)}`);
        return { name: of.command, text: stdout + stderr };
    },
    judge({ log: { after, contains = [], absent = [] }, expect }, { name, text }) {
        const part = after === undefined ? text : afterLast(text, after);
        const lines = part === undefined ? [] : part.split('\n').filter(line => line !== '');
        const subject = { lines: lines.length, text: part ?? '' };
        const from = after === undefined ? `the log (${name})` : `the log (${name}) after \u201c${after}\u201d`;
        if (lines.length === 0)
            return {
                outcome: 'inconclusive',
                message: `${from} holds no lines, so it proves nothing`,
                observed: 'no lines',
                subject,
            };
        const missing = contains.filter(wanted => !lines.some(line => line.includes(wanted)));
        const bad = absent.flatMap(unwanted => lines.find(line => line.includes(unwanted)) ?? []);
        const rest = expect ? judgeExpectations(expect, subject) : undefined;
        const faults = [
            ...(missing.length > 0
                ? [
                    `${quoted(missing)} ${missing.length === 1 ? 'is' : 'are'} not in ${from}; its last line: ${quoted(lines.slice(-1))}`,
                ]
                : []),
            ...bad.map(line => `${from} holds ${quoted([line])}`),
            ...(rest?.outcome === 'fail' ? [rest.message] : []),
        ];
        const found = contains.map(wanted => lines
            .findLast(line => line.includes(wanted))
            ?.trim()
            .slice(0, 200));
        return {
            outcome: faults.length > 0 ? 'fail' : 'pass',
            message: faults.length > 0
                ? faults.join('; ')
                : found.length > 0
                    ? `found ${quoted(found.filter(line => line !== undefined))}`
                    : `not found in ${lines.length} lines`,
            expected: [...contains.map(wanted => `contains \u201c${wanted}\u201d`), ...absent.map(bad => `no \u201c${bad}\u201d`)].join(', '),
            subject,
        };
    },
});
const quoted = (lines) => lines.map(line => `\u201c${line.trim().slice(0, 200)}\u201d`).join(' and ');
function afterLast(text, marker) {
    const at = text.lastIndexOf(marker);
    if (at < 0)
        return undefined;
    const end = text.indexOf('\n', at);
    return end < 0 ? '' : text.slice(end + 1);
}

;// CONCATENATED MODULE: ./build/checks/manual.js



const manual = defineKind({
    name: 'manual',
    summary: 'Only a person can know: pending until somebody attests it by its id (`--attest ID=WHO`).',
    example: `
title: The on-call rota covers the next 24 hours
manual: Look at the rota; name the primary and the secondary.`,
    shape: () => ({ manual: strict/* text */.Qq.describe('what the person is to look at') }),
    subject: [],
    words: ({ manual }) => ({ text: (0,markdown_text/* plain */.pj)(manual) }),
    observe: async (_, { attestedBy }) => ({ attestedBy }),
    judge: ({ manual }, { attestedBy }) => attestedBy === undefined
        ? { outcome: 'pending', message: manual }
        : { outcome: 'pass', message: `attested by ${attestedBy}`, observed: attestedBy },
});

;// CONCATENATED MODULE: ./build/checks/run.js






const run = defineKind({
    name: 'run',
    summary: 'A shell command does what it should: exit code 0 unless `expect` says otherwise.',
    example: `
title: The repository's own checks pass
run: python scripts/verify_repo.py --ops-preflight
working-directory: backend
timeout: 5m`,
    shape: () => ({
        run: strict/* text */.Qq.describe('command line for `/bin/sh`; captured values in it are quoted'),
        'working-directory': strict/* text */.Qq.optional(),
        env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional().describe('added to the environment of the command'),
        expect: expectSchema().optional(),
    }),
    subject: ['exit-code', 'stdout', 'stderr', 'json'],
    shell: ['run'],
    words: ({ run, expect, 'working-directory': folder }) => ({
        text: `Run ${(0,markdown_text/* code */.aY)(run)}${folder ? ` in ${(0,markdown_text/* code */.aY)(folder)}` : ''}.${expectWords(expect)}`,
    }),
    observe: (spec, { ports, signal, folder }) => ports.shell({
        command: spec.run,
        cwd: spec['working-directory'] ? `${folder}/${spec['working-directory']}` : folder,
        env: spec.env,
    }, signal),
    judge({ expect }, seen) {
        const { stdout, stderr, exitCode } = seen;
        const subject = { 'exit-code': exitCode, stdout, stderr, json: parseJson(stdout) };
        if (exitCode === null)
            return { outcome: 'fail', message: `was ended by ${seen.signal}${lastWords(seen)}`, subject };
        const judged = judgeExpectations({ 'exit-code': 0, ...expect }, subject);
        if (judged.outcome === 'pass')
            return { ...judged, message: lastLine(stdout) ?? 'done' };
        return { ...judged, message: `${judged.message}${lastWords(seen)}` };
    },
});
const lastLine = (text) => text.trim().split('\n').at(-1)?.trim().slice(0, 200) || undefined;
const lastWords = ({ stderr, stdout }) => {
    const line = lastLine(stderr) ?? lastLine(stdout);
    return line ? `; its last words: \u201c${line}\u201d` : '; it printed nothing';
};

;// CONCATENATED MODULE: ./build/checks/sql.js




const sql = defineKind({
    name: 'sql',
    summary: 'A query, run in a read-only transaction, gives what it should.',
    example: `
title: The seed data is there
sql: SELECT count(*)::int AS n FROM inbox_item
database: \${DATABASE_URL}
expect: { "rows[0].n": { at-least: 1 } }`,
    shape: () => ({
        sql: strict/* text */.Qq.describe('one query'),
        database: strict/* text */.Qq.describe('its URL'),
        expect: expectSchema().describe('paths into `rows`, `row-count` and `value` (first column of the first row)'),
    }),
    subject: ['rows', 'row-count', 'value'],
    words: ({ sql, expect }) => ({ text: `${(0,markdown_text/* code */.aY)(sql)}.${expectWords(expect)}` }),
    observe: (spec, { ports, signal }) => ports.sql({ url: spec.database, text: spec.sql }, signal),
    judge({ expect }, { rows, rowCount }) {
        const value = Object.values(rows[0] ?? {})[0];
        return judgeExpectations(expect, { rows, 'row-count': rowCount, value });
    },
});

// EXTERNAL MODULE: ./node_modules/semver/functions/coerce.js
var coerce = __webpack_require__(5385);
// EXTERNAL MODULE: ./node_modules/semver/functions/satisfies.js
var satisfies = __webpack_require__(8011);
// EXTERNAL MODULE: ./node_modules/semver/ranges/valid.js
var valid = __webpack_require__(4737);
;// CONCATENATED MODULE: ./build/checks/tools.js









const range = (0,once/* once */.O)(() => schemas/* string */.YjP().refine(given => valid(given) !== null, 'expected a version range such as `>=15`'));
const tool = (0,once/* once */.O)(() => schemas/* string */.YjP().regex(/^[A-Za-z0-9._+-]+$/, 'this is no name of a program'));
const wish = (0,once/* once */.O)(() => schemas/* union */.KCZ([
    schemas/* null */.chJ(),
    range(),
    (0,strict/* strict */.O2)({
        version: range().optional(),
        command: strict/* text */.Qq.optional().describe('prints the version (`TOOL --version`)'),
    }),
]));
const tools = defineKind({
    name: 'tools',
    summary: 'Programs are installed, at least in this version.',
    example: `
title: PostgreSQL's client tools are there
tools: { pg_dump: ">=15", pg_restore: ">=15", psql: }`,
    shape: () => ({
        tools: schemas/* record */.g1P(tool(), wish()).describe('programs, each with a version range (npm\u2019s syntax) or nothing'),
    }),
    subject: [],
    shell: ['command'],
    fault: ({ tools }) => Object.keys(tools).length === 0
        ? { message: 'asserts nothing: name at least one program', path: ['tools'] }
        : undefined,
    words: ({ tools }) => ({
        text: '',
        lines: Object.entries(tools).map(([name, given]) => {
            const version = typeof given === 'string' ? given : given?.version;
            return version ? `${(0,markdown_text/* code */.aY)(name)} ${(0,markdown_text/* code */.aY)(version)}` : (0,markdown_text/* code */.aY)(name);
        }),
    }),
    async observe({ tools }, { ports, signal, folder }) {
        const looks = Object.entries(tools).map(async ([name, given]) => {
            const command = (typeof given === 'object' && given?.command) || `${(0,shell_quote/* shellQuote */.Z)(name)} --version`;
            const there = await ports.shell({ command: `command -v ${(0,shell_quote/* shellQuote */.Z)(name)}`, cwd: folder }, signal);
            if (there.exitCode !== 0)
                return [name, { found: false, printed: '' }];
            const { stdout, stderr } = await ports.shell({ command, cwd: folder }, signal);
            return [name, { found: true, printed: `${stdout}\n${stderr}`.trim().split('\n')[0] ?? '' }];
        });
        return Object.fromEntries(await Promise.all(looks));
    },
    judge({ tools }, seen) {
        const findings = Object.entries(tools).map(([name, given]) => {
            const wanted = typeof given === 'string' ? given : given?.version;
            const { found, printed } = seen[name] ?? { found: false, printed: '' };
            const version = coerce(printed)?.version;
            if (!found)
                return {
                    label: name,
                    outcome: 'fail',
                    message: `is not on the PATH${wanted ? ` (${wanted} is needed)` : ''}`,
                };
            if (!wanted)
                return { label: name, outcome: 'pass', message: version ?? 'there' };
            if (!version)
                return { label: name, outcome: 'inconclusive', message: `printed no version: \u201c${printed}\u201d` };
            const good = satisfies(version, wanted);
            return {
                label: name,
                outcome: good ? 'pass' : 'fail',
                message: good ? version : `is ${version}, needs ${wanted}`,
            };
        });
        const wrong = findings.filter(finding => finding.outcome !== 'pass');
        return {
            outcome: wrong.some(finding => finding.outcome === 'fail')
                ? 'fail'
                : wrong.length > 0
                    ? 'inconclusive'
                    : 'pass',
            message: wrong.length > 0
                ? `${wrong.map(finding => `${finding.label} ${finding.message}`).join('; ')}. Install it on the machine that runs this.`
                : findings.map(finding => `${finding.label} ${finding.message}`).join(', '),
            findings,
        };
    },
});

;// CONCATENATED MODULE: ./build/checks/registry.js












/** Every kind of check. A new kind is one file here beside, one import and one word in this list. */
const kinds = [env, tools, commit, files, isolated, run, http, sql, log, manual];
const byName = new Map(kinds.map(kind => [kind.name, kind]));
/** The kind of a parsed check. */
function kindOf(name) {
    const kind = byName.get(name);
    if (!kind)
        throw new Error(`no check kind ${name}`);
    return kind;
}
/** The schemas of checks and lists of checks that gates build their sections from. */
const registry_schemas = (0,once/* once */.O)(() => (0,check_item/* checkSchemas */.zV)(kinds));


/***/ }),

/***/ 4402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   a: () => (/* binding */ decisions),
/* harmony export */   mF: () => (/* binding */ decisionMeaning)
/* harmony export */ });
/** What a rollback check can decide, from the mildest to the gravest. */
const decisions = ['go', 'roll-back-app', 'roll-forward', 'restore'];
const decisionMeaning = {
    go: 'nothing calls for a rollback: keep the new release',
    'roll-back-app': 'put the previous release back; the data stays as it is',
    'roll-forward': 'the previous release cannot run on this schema: repair with a new release',
    restore: 'the data is in doubt: a person decides whether to restore the backup',
};
/** Decides from what happened; pure, with its reasons in words. The gravest demand wins. */
function decide(situation) {
    const { fired, stopped, applied, backwardCompatible } = situation;
    const demands = fired.map(trigger => ({
        decision: trigger.decision,
        because: `the trigger \u201c${trigger.title}\u201d fired`,
    }));
    for (const stage of stopped)
        demands.push({ decision: 'roll-back-app', because: `${stage} did not end with go` });
    if (demands.length === 0)
        return { decision: 'go', because: ['no trigger fired and every stage ended with go'] };
    const gravest = Math.max(...demands.map(demand => decisions.indexOf(demand.decision)));
    let decision = decisions[gravest] ?? 'restore';
    const because = demands.map(demand => demand.because);
    if (decision === 'roll-back-app' && applied.length > 0 && !backwardCompatible) {
        decision = 'roll-forward';
        because.push(`the previous release does not run on the schema after ${applied.join(', ')}`);
    }
    else if (decision === 'roll-back-app' && applied.length > 0) {
        because.push(`the previous release runs on the schema after ${applied.join(', ')} (declared backward-compatible)`);
    }
    return { decision, because };
}


/***/ }),

/***/ 2552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* unused harmony export canonicalJson */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/** JSON with sorted keys and no spaces, so that equal values always give equal text. */
function canonicalJson(value) {
    if (value === null || typeof value !== 'object')
        return JSON.stringify(value) ?? 'null';
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
/** `sha256:` and the hex SHA-256 of the canonical JSON of a value. */
const digestOf = (value) => sha256(canonicalJson(value));
/** `sha256:` and the hex SHA-256 of a text or of bytes. */
const sha256 = (data) => `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(data).digest('hex')}`;
/** What people are shown and type: enough of the digest to tell two apart. */
const shortDigest = (digest) => digest.replace(/^sha256:/, '').slice(0, 12);


/***/ }),

/***/ 2807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ ProbeError),
/* harmony export */   Vw: () => (/* binding */ formatProblem),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* unused harmony export formatLocation */
const formatLocation = (at) => `${at.file}:${at.line}:${at.column}`;
const formatProblem = (problem) => [
    problem.at ? `${formatLocation(problem.at)}: ` : '',
    problem.key ? `${problem.key}: ` : '',
    problem.message,
    problem.cure ? `\n  ${problem.cure}` : '',
].join('');
/** The user's input is wrong. Carries all problems at once; never shown with a stack trace. */
class UserError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(formatProblem).join('\n'));
        this.name = 'UserError';
        this.problems = problems;
    }
}
/** A check could not look at its target: names the target and what was seen. */
class ProbeError extends Error {
    target;
    constructor(target, seen, options) {
        // A target may be a long command; what was seen must not be lost behind it.
        super(`${target.length > 200 ? `${target.slice(0, 200)}\u2026` : target}: ${seen}`, options);
        this.name = 'ProbeError';
        this.target = target;
    }
}
/** The text of anything that can be thrown, with the causes that say more than it does. */
function messageOf(error) {
    if (!(error instanceof Error))
        return String(error);
    if (error instanceof AggregateError && error.errors.length > 0) {
        const parts = [...new Set(error.errors.map(messageOf))];
        return error.message ? `${error.message}: ${parts.join('; ')}` : parts.join('; ');
    }
    const cause = error.cause === undefined ? '' : messageOf(error.cause);
    return cause && !error.message.includes(cause) ? `${error.message}: ${cause}` : error.message || error.name;
}


/***/ }),

/***/ 1388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
/** Every exit code of the command line, with its meaning; `--help` and the reference print this table. */
const exitCodes = {
    go: { code: 0, means: 'go: everything asked for was done and passed' },
    'no-go': { code: 1, means: 'no-go: a check, a step or a rollback trigger stopped the rollout' },
    usage: { code: 2, means: 'the command line or the checklist is wrong; nothing was started' },
    hold: { code: 3, means: 'hold: waits for a person, or there was no data to judge' },
    bug: { code: 70, means: 'an error inside Gatesheet; please report it with the trace' },
    interrupted: { code: 130, means: 'cancelled by SIGINT; evidence so far was written' },
    terminated: { code: 143, means: 'cancelled by SIGTERM; evidence so far was written' },
};
const exitCodeOf = (verdict) => exitCodes[verdict].code;


/***/ }),

/***/ 5805:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/**
 * Untrusted text as harmless Markdown on one line: no markup, no HTML, no mention, no link, no table or fence break.
 * A zero-width space after `@` and `#` keeps GitHub from notifying people and linking issues. What is harmless in
 * GitHub's flavour (parentheses, underscores inside words) stays as it is, so that the text can also be read raw.
 */
function plain(text) {
    return text
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/[\\`*[\]|~]/g, character => `\\${character}`)
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
        .replace(/^([#+=-])/, '\\$1')
        .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
        .replace(/([@#])(?=\w)/g, '$1\u200b')
        .replace(/\b(https?|ftp):\/\//gi, '$1:\u200b//')
        .replace(/\bwww\./gi, 'www\u200b.');
}
/** Untrusted text as inline code, whatever backticks are in it. */
function code(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return line === '' ? '` `' : `${fence}${pad}${line}${pad}${fence}`;
}
/** Untrusted text as a fenced block that it cannot close. */
function fenced(text, language = '') {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text.replace(/\s+$/, '')}\n${fence}`;
}
/** A line of a table; cells are Markdown already. */
const row = (cells) => `| ${cells.map(cell => cell.replaceAll('\n', ' ')).join(' | ')} |`;


/***/ }),

/***/ 2344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C3: () => (/* binding */ matcherSchema),
/* harmony export */   MT: () => (/* binding */ amountOf),
/* harmony export */   OT: () => (/* binding */ describeMatcher),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   cK: () => (/* binding */ matches)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6921);
/* harmony import */ var _once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3609);
/* harmony import */ var _strict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9737);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5673);





/** What a value must be: a plain value (equality) or conditions that must all hold. */
const matcherSchema = (0,_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)(() => {
    const scalar = zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_4__/* ["null"] */ .chJ()]);
    const amount = zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()])
        .describe('a number, duration (`500ms`), size, rate (`1%`) or template');
    const conditions = (0,_strict_js__WEBPACK_IMPORTED_MODULE_1__/* .strict */ .O2)({
        equals: scalar.describe('the very value'),
        not: scalar.describe('any value but this one'),
        'one-of': zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(scalar).min(1).describe('one of these values'),
        'not-empty': zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz(true).describe('there, and not an empty text, list or object'),
        exists: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY().describe('there at all (`false`: absent)'),
        contains: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).describe('a text with this part, or a list with this item'),
        'not-contains': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).describe('a text or list without it'),
        matches: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).describe('a text that this regular expression finds'),
        type: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['string', 'number', 'boolean', 'array', 'object', 'null']).describe('of this JSON type'),
        'at-least': amount.describe('\u2265'),
        'at-most': amount.describe('\u2264'),
        above: amount.describe('>'),
        below: amount.describe('<'),
    })
        .partial()
        .refine(given => Object.keys(given).length > 0, {
        message: 'asserts nothing: name at least one condition',
        // A misspelt condition is reported as such, and only once.
        when: ({ issues }) => issues.length === 0,
    })
        .refine(given => given.matches === undefined || isRegExp(given.matches), {
        message: '`matches` is no regular expression',
        path: ['matches'],
    });
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .union */ .KCZ([scalar, conditions]).meta({ id: 'matcher' });
});
/** One entry a condition: whether it holds, and the words for what it expects. */
const rules = {
    equals: { holds: (given, actual) => same(given, actual), words: '' },
    not: { holds: (given, actual) => actual !== undefined && !same(given, actual), words: 'not' },
    'one-of': { holds: (given, actual) => given.some(item => same(item, actual)), words: 'one of' },
    'not-empty': { holds: (_, actual) => !isEmpty(actual), words: 'not empty' },
    exists: { holds: (given, actual) => (actual !== undefined) === given, words: 'exists:' },
    contains: { holds: (given, actual) => contains(actual, given), words: 'contains' },
    'not-contains': {
        holds: (given, actual) => actual !== undefined && !contains(actual, given),
        words: 'does not contain',
    },
    matches: {
        holds: (given, actual) => typeof actual === 'string' && new RegExp(given).test(actual),
        words: 'matches',
    },
    type: { holds: (given, actual) => typeName(actual) === given, words: 'of type' },
    'at-least': { holds: (given, actual) => compare(actual, given, (a, b) => a >= b), words: 'at least' },
    'at-most': { holds: (given, actual) => compare(actual, given, (a, b) => a <= b), words: 'at most' },
    above: { holds: (given, actual) => compare(actual, given, (a, b) => a > b), words: 'above' },
    below: { holds: (given, actual) => compare(actual, given, (a, b) => a < b), words: 'below' },
};
/** Whether a value is what the matcher asks for. An absent value matches nothing but `exists: false`. */
function matches(matcher, actual) {
    if (!isConditions(matcher))
        return same(matcher, actual);
    return entriesOf(matcher).every(([name, given]) => rules[name].holds(given, actual));
}
/** The matcher in words: `at least 1 and below 500ms`. */
function describeMatcher(matcher) {
    if (!isConditions(matcher))
        return show(matcher);
    return entriesOf(matcher)
        .map(([name, given]) => given === true && name === 'not-empty' ? 'not empty' : `${rules[name].words} ${show(given)}`.trim())
        .join(' and ');
}
/** A value as reports show it: short, on one line. */
function show(value) {
    if (value === undefined)
        return 'nothing';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const line = text.replace(/\s+/g, ' ');
    return line.length > 200 ? `${line.slice(0, 200)}\u2026` : line === '' ? '(empty)' : line;
}
const isConditions = (matcher) => typeof matcher === 'object' && matcher !== null;
const entriesOf = (given) => Object.entries(given);
/** Templates always give text, so a number or a boolean equals its own text. */
function same(expected, actual) {
    if (typeof expected === 'string' && (typeof actual === 'number' || typeof actual === 'boolean'))
        return expected === String(actual);
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(expected, actual);
}
const isEmpty = (value) => value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0);
const contains = (actual, part) => typeof actual === 'string'
    ? actual.includes(part)
    : Array.isArray(actual) && actual.some(item => same(part, item));
/** A finite number with or without a unit, in the base unit (ms, bytes, share of one). */
const amountOf = (value) => {
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : undefined;
    if (typeof value !== 'string' || value.trim() === '')
        return undefined;
    const number = Number(value);
    return Number.isFinite(number) ? number : ((0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E9)(value) ?? (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRate */ .WN)(value) ?? (0,_units_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSize */ .DB)(value));
};
function compare(actual, given, holds) {
    const a = amountOf(actual);
    const b = amountOf(given);
    return a !== undefined && b !== undefined && holds(a, b);
}
function typeName(value) {
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'array' : typeof value;
}
function isRegExp(text) {
    // A template is filled before it is used, so it cannot be judged here.
    if (text.includes('${'))
        return true;
    try {
        new RegExp(text);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 2726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ migrationStates),
/* harmony export */   e: () => (/* binding */ namesOf)
/* harmony export */ });
/** Where one migration stands, read from the database's own ledger and the files. Only the first two may proceed. */
const migrationStates = ['applied', 'pending', 'failed', 'edited', 'missing-file', 'unknown'];
const namesOf = (list, state) => list.filter(item => item.state === state).map(item => item.name);


/***/ }),

/***/ 2732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ suggestion),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** The known name that the writer most likely meant; undefined when none is near. */
function nearest(name, known) {
    if (known.length === 0)
        return undefined;
    const lower = name.toLowerCase();
    const best = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(lower, known);
    const limit = Math.max(1, Math.floor(Math.max(name.length, best.length) / 3));
    const away = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(lower, best.toLowerCase());
    // Two letters the wrong way round count as one slip.
    return away <= limit || (away === 2 && sorted(lower) === sorted(best.toLowerCase())) ? best : undefined;
}
const sorted = (text) => [...text].sort().join('');
/** "did you mean `x`?" or the list of what is known. */
function suggestion(name, known) {
    const near = nearest(name, known);
    if (near)
        return `did you mean \`${near}\`?`;
    return `known: ${known.map(item => `\`${item}\``).join(', ')}`;
}


/***/ }),

/***/ 3609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once)
/* harmony export */ });
/**
 * Makes a value when it is first asked for. Schemas are made this way: building all of them costs more than a gate
 * that needs three of them takes to run.
 */
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}


/***/ }),

/***/ 9058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ outcomes),
/* harmony export */   Y_: () => (/* binding */ outcomeMeaning),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   rY: () => (/* binding */ verdicts)
/* harmony export */ });
/** The closed list of what one check can come to. */
const outcomes = ['pass', 'fail', 'inconclusive', 'error', 'skipped', 'pending'];
const verdicts = ['go', 'no-go', 'hold'];
const severities = ['critical', 'major', 'minor'];
/** What each outcome means, in the words that reports and the reference use. */
const outcomeMeaning = {
    pass: 'looked, and it is as it should be',
    fail: 'looked, and it is not as it should be',
    inconclusive: 'looked, and found no data to judge',
    error: 'could not look',
    skipped: 'left out, for the reason given',
    pending: 'waits for a person',
};


/***/ }),

/***/ 3059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ rootOf),
/* harmony export */   a9: () => (/* binding */ pathFault),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   mY: () => (/* binding */ preparePaths)
/* harmony export */ });
/** A dotted path as most checklists write it: `json.items[0].id`, `headers.x-request-id`. */
const plain = /^(?:\.[A-Za-z0-9_-]+|\[\d+\])*$/;
/** The first name of a path: the part of an observation that it looks into. */
const rootOf = (path) => /^[^.[]*/.exec(path)?.[0] ?? '';
const restOf = (path) => path.slice(rootOf(path).length);
let jsonPath;
/**
 * Makes JSONPath (RFC 9535) ready where one of the paths needs it. It takes longer to load than a whole preflight
 * takes to run, and few checklists use a wildcard or a filter.
 */
async function preparePaths(paths) {
    if (jsonPath === undefined && paths.some(path => !plain.test(restOf(path))))
        jsonPath = (await __webpack_require__.e(/* import() */ 525).then(__webpack_require__.bind(__webpack_require__, 4525))).query;
}
/** Undefined when the path can be read, else what is wrong with it. Needs `preparePaths`. */
function pathFault(path) {
    if (plain.test(restOf(path)))
        return undefined;
    try {
        valueAt({}, path);
        return undefined;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
/**
 * The value at a path; undefined when nothing is there. A path that is more than names and indexes is read as
 * JSONPath after its root and gives the list of values that it finds, undefined when there is none.
 */
function valueAt(subject, path) {
    const root = subject[rootOf(path)];
    const rest = restOf(path);
    if (plain.test(rest))
        return walk(root, rest);
    if (!jsonPath)
        throw new Error(`the path ${path} was not prepared`);
    const found = jsonPath((root ?? null), `$${rest}`);
    return found.length === 0 ? undefined : found;
}
const walk = (value, rest) => (rest.match(/[A-Za-z0-9_-]+/g) ?? []).reduce((inner, key) => typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
    ? inner[key]
    : undefined, value);


/***/ }),

/***/ 4220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ reasonCodes),
/* harmony export */   O: () => (/* binding */ reasons)
/* harmony export */ });
/**
 * The closed list of reason codes, each with the sentence that the reference prints.
 * Scripts may rely on a code; a code is never renamed, only added.
 */
const reasons = {
    'all-passed': 'every blocking check passed',
    'check-failed': 'a blocking check failed',
    'check-error': 'a blocking check could not look',
    'check-inconclusive': 'a blocking check found no data to judge',
    'waiting-for-a-person': 'a check waits for a person',
    'nothing-checked': 'the gate checked nothing, and silence is never green',
    'not-in-environment': 'the checklist does not ask for this gate in this environment',
    'backup-failed': 'no backup of this run exists',
    'backup-unverified': 'a backup was written but did not verify, and was removed',
    'migration-failed': 'a migration failed; the evidence names what was applied',
    'migration-state-unclear': 'the ledger and the migration files disagree; nothing was applied',
    'deploy-unproved': 'a deploy step or its proof failed',
    'trigger-fired': 'a rollback trigger fired',
    'no-way-back': 'the way back is not prepared',
    'rolled-back': 'the rollback steps ran and the checks after them passed',
    'rollback-failed': 'the rollback did not end in a verified state',
    'restore-needs-a-person': 'the decision is to restore data, which only a person may confirm',
    'approval-missing': 'nobody has approved this evidence yet',
    'approval-rejected': 'an approver said no',
    'approval-void': 'the approval was given for other evidence or another commit',
    'stage-missing': 'evidence of an earlier stage is missing',
    cancelled: 'the run was cancelled',
};
const reasonCodes = Object.keys(reasons);


/***/ }),

/***/ 29:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jh: () => (/* binding */ runsAgain),
/* harmony export */   lI: () => (/* binding */ fillRecord),
/* harmony export */   zB: () => (/* binding */ recordFields)
/* harmony export */ });
/** The fields that a record can ask for by name. Whatever is not in the evidence is said to be unknown. */
const recordFields = {
    timestamp: { label: 'Rollout timestamp (UTC)', read: ({ now }) => ({ value: now, from: ['record'] }) },
    operator: { label: 'Operator', read: ({ operator }) => ({ value: operator, from: ['record'] }) },
    commit: {
        label: 'Git SHA deployed',
        read: ({ results }) => {
            const deployed = results.get('deploy') ?? results.get('deploy-before-migrate');
            if (!deployed)
                return { value: 'nothing was deployed', from: [] };
            const back = results.get('rollback');
            const previous = results.get('rollback-check-before')?.data.rollbackCheck?.previous;
            if (back && runsAgain(back))
                return {
                    value: `${previous ?? 'the previous release'} (rolled back from ${deployed.commit})`,
                    from: ['rollback'],
                };
            if (back)
                return { value: `unclear: the rollback from ${deployed.commit} failed`, from: ['rollback'] };
            return { value: deployed.commit, from: [deployed.stage] };
        },
    },
    backup: {
        label: 'DB backup completed',
        read: facts => yesNo(facts, ['backup'], facts.results.get('backup')?.data.backup?.file),
    },
    migration: {
        label: 'Migration completed',
        read: facts => yesNo(facts, ['migrate'], facts.results.get('migrate')?.data.migrate?.applied.join(', ')),
    },
    smoke: { label: 'Production smoke passed', read: facts => yesNo(facts, ['smoke']) },
    observation: { label: 'Observation passed', read: facts => yesNo(facts, ['observe']) },
    'rollback-path': {
        label: 'Rollback path verified',
        read: facts => yesNo(facts, ['rollback-check-before']),
    },
    decision: {
        label: 'Rollback decision',
        read: ({ results }) => {
            const decision = results.get('rollback-check')?.data.rollbackCheck?.decision;
            return { value: decision ?? 'none was needed', from: decision ? ['rollback-check.decision'] : [] };
        },
    },
    approvals: {
        label: 'Approved by',
        read: ({ results }) => {
            const approvals = results.get('sign-off')?.data.approvals ?? [];
            const names = approvals
                .filter(approval => approval.state === 'approved')
                .map(({ by, role }) => (role ? `${by} (${role})` : by));
            return { value: names.join(', ') || 'nobody', from: approvals.length > 0 ? ['sign-off'] : [] };
        },
    },
};
/** Whether a rollback put the previous release back; its data may still wait for a person. */
const runsAgain = ({ reasons }) => reasons.includes('rolled-back') || reasons.includes('restore-needs-a-person');
/** Fills the record from the evidence; every value names where it comes from. */
const fillRecord = (wishes, facts) => wishes.map(wish => {
    if (typeof wish !== 'string')
        return { field: wish.title, label: wish.title, ...yesNo(facts, wish.passed) };
    const known = recordFields[wish];
    if (!known)
        return { field: wish, label: wish, value: 'unknown field', from: [] };
    return { field: wish, label: known.label, ...known.read(facts) };
});
/** `yes` only when all of them passed; `no` when one did not; else what was not reached. */
function yesNo(facts, references, detail) {
    const looks = references.map(reference => passed(reference, facts));
    const from = references.filter((_, index) => looks[index] !== undefined);
    if (looks.some(look => look === false))
        return { value: 'no', from };
    if (looks.every(look => look === true))
        return { value: detail ? `yes (${detail})` : 'yes', from };
    return { value: 'no (not reached)', from };
}
function passed(reference, { results }) {
    const [stage = '', id] = reference.split('.');
    const result = results.get(stage);
    if (!result)
        return undefined;
    if (id === undefined)
        return result.verdict === 'go';
    const outcome = result.checks.find(check => check.id === id)?.outcome;
    return outcome === undefined || outcome === 'skipped' ? undefined : outcome === 'pass';
}


/***/ }),

/***/ 193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qw: () => (/* binding */ withoutSecretFields),
/* harmony export */   _p: () => (/* binding */ isSecretPath),
/* harmony export */   dK: () => (/* binding */ mask),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   io: () => (/* binding */ isSecretHeader),
/* harmony export */   pO: () => (/* binding */ Redactor)
/* harmony export */ });
const secretName = /TOKEN|SECRET|PASSWORD|PASSWD|PRIVATE|CREDENTIAL|API[-_]?KEY|ACCESS[-_]KEY|_KEY$|^KEY$|AUTH(?!ORS?(?![A-Z]))|DSN|COOKIE|WEBHOOK/i;
const secretHeader = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token)$/i;
/** Shorter values are words like `true` or `prod`; masking them would blank out half a report. */
const shortestGuess = 6;
/** A shorter piece of a secret gives nothing away, and may be a word of its own. */
const shortestPiece = 8;
const mask = '***';
/** Whether a variable's name alone says that its value is a secret. */
const isSecretName = (name) => secretName.test(name);
/** Whether a header's value is never shown. */
const isSecretHeader = (name) => secretHeader.test(name);
/** Whether the last name of a path says that its value is a secret: `headers.set-cookie`, `json.access_token`. */
const isSecretPath = (path) => {
    const name = path.split(/[.[\]]+/).findLast(part => part !== '') ?? '';
    return isSecretHeader(name) || isSecretName(name);
};
/** JSON, also a piece of it, without the texts whose names say that they are secret. */
const withoutSecretFields = (json) => json.replace(/"([^"]+)"(\s*:\s*)"(?:[^"\\]|\\.)*"?/g, (whole, name, colon) => isSecretName(name) ? `"${name}"${colon}"${mask}"` : whole);
/**
 * Knows secret values and takes them out of everything that leaves the process, also where they were
 * URL-encoded, JSON-escaped or base64-encoded on the way.
 */
class Redactor {
    #forms = new Set();
    #pattern;
    /** Tells quickly that no secret begins in a text. */
    #beginnings;
    /** Adds a value that must never be shown. */
    add(value) {
        if (!value || value.trim().length < 3)
            return;
        for (const given of [value, value.trim()])
            for (const form of formsOf(given))
                this.#forms.add(form);
        this.#pattern = undefined;
        this.#beginnings = undefined;
    }
    /** Adds what an environment holds: values with a secret's name, and the passwords inside URLs. */
    addEnvironment(env) {
        for (const [name, value] of Object.entries(env)) {
            if (!value)
                continue;
            if (isSecretName(name) && !/_URL$|_FILE$|_PATH$/i.test(name) && value.length >= shortestGuess) {
                this.add(value);
                for (const member of membersOf(value))
                    this.add(member);
            }
            for (const password of urlSecrets(value, /WEBHOOK/i.test(name)))
                this.add(password);
        }
    }
    /** The values, for a sink with its own masking (the runner's). */
    get values() {
        return [...this.#forms];
    }
    text(text) {
        if (this.#forms.size === 0)
            return text;
        this.#pattern ??= anyOf([...this.#forms].sort((a, b) => b.length - a.length), 'g');
        this.#beginnings ??= anyOf([...this.#forms].map(form => form.slice(0, shortestPiece)), '');
        return this.#withoutBeginnings(text.replace(this.#pattern, mask));
    }
    /** A message that was shortened may end inside a secret. */
    #withoutBeginnings(text) {
        if (!this.#beginnings?.test(text))
            return text;
        return text.replace(/[^\u2026\u201d]+(?=[\u2026\u201d]|$)/g, part => {
            for (const form of this.#forms) {
                const at = form.length > shortestPiece ? part.lastIndexOf(form.slice(0, shortestPiece)) : -1;
                if (at >= 0 && form.startsWith(part.slice(at)))
                    return `${part.slice(0, at)}${mask}`;
            }
            return part;
        });
    }
    /** The same value with every string and key in it redacted. */
    deep(value) {
        if (typeof value === 'string')
            return this.text(value);
        if (Array.isArray(value))
            return value.map(item => this.deep(item));
        if (value === null || typeof value !== 'object')
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.text(key), this.deep(item)]));
    }
}
/** Of a list of tokens, or of a map of tokens and users, each member is a secret of its own. */
function membersOf(value) {
    const members = value.split(/[,;\s]+/).filter(member => member.length >= shortestGuess);
    const halves = members.filter(member => !member.includes('://')).flatMap(member => member.split(/[:=]/));
    return [...members, ...[...halves, ...stringsInJson(value)].filter(part => part.length >= shortestPiece)];
}
function stringsInJson(text) {
    const found = [];
    try {
        JSON.parse(text, (key, value) => {
            found.push(key, ...(typeof value === 'string' ? [value] : []));
            return value;
        });
    }
    catch {
        // It is no JSON.
    }
    return found;
}
/** What is secret in the URLs of a text, as written and decoded: passwords, tokens, and the path of a webhook. */
function urlSecrets(text, isWebhook) {
    const found = [
        // `postgres:postgres@\u2026/postgres`: to mask that word everywhere would hide names and paths, and nothing else.
        ...[...text.matchAll(/[a-z][a-z0-9+.-]*:\/\/([^\s/:@]*):([^\s@/]+)@[^\s/?#,]*\/?([^\s?#,]*)/gi)].flatMap(([, user, password = '', path]) => (password === user || password === path ? [] : [password])),
        ...all(/https?:\/\/([^\s/:@]{8,})@/gi, text),
        ...[...text.matchAll(/[?&]([A-Za-z0-9_.-]+)=([^&#\s]+)/g)].flatMap(([, name = '', value = '']) => isSecretName(name) && value.length >= shortestGuess ? [value] : []),
        ...(isWebhook ? all(/\/([^\s/?#]{16,})/g, text.replace(/^\w+:\/\/[^/]*/, '')) : []),
    ];
    return found.flatMap(password => {
        try {
            return [password, decodeURIComponent(password)];
        }
        catch {
            return [password];
        }
    });
}
const all = (pattern, text) => [...text.matchAll(pattern)].map(match => match[1] ?? '').filter(Boolean);
const anyOf = (texts, flags) => new RegExp([...new Set(texts)].map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), flags);
function formsOf(value) {
    // Half a surrogate pair, which JSON can hold, has no encoding.
    const whole = value.toWellFormed();
    const json = JSON.stringify(value).slice(1, -1);
    const urls = [encodeURIComponent(whole), new URLSearchParams({ v: whole }).toString().slice(2)];
    const encoded = [
        value,
        // Messages are put on one line.
        value.replace(/\s+/g, ' '),
        ...urls,
        ...urls.map(url => url.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase())),
        json,
        // A body that is JSON, quoted in JSON.
        JSON.stringify(json).slice(1, -1),
        json.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ];
    return [...new Set([...encoded, ...base64Forms(value)])];
}
/**
 * Base64 of a value inside a longer text depends on where it starts, so each of the three alignments is known,
 * without the characters at either end that neighbours would change.
 */
function base64Forms(value) {
    if (Buffer.byteLength(value) < shortestGuess)
        return [];
    const aligned = [0, 1, 2].map(shift => {
        const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)])
            .toString('base64')
            .replace(/=+$/, '');
        const from = shift === 0 ? 0 : shift + 1;
        const whole = (shift + Buffer.byteLength(value)) % 3 === 0;
        return text.slice(from, whole ? undefined : -1);
    });
    return aligned
        .flatMap(form => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
        .filter(form => form.length >= shortestGuess);
}


/***/ }),

/***/ 4429:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ isIntact),
/* harmony export */   o: () => (/* binding */ seal)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2552);

/** Seals a result with its digest. */
const seal = (result) => ({ ...result, digest: (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(result) });
/** Whether a document still is what was sealed. */
function isIntact(result) {
    const { digest, ...rest } = result;
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .digestOf */ .ol)(rest) === digest;
}


/***/ }),

/***/ 9821:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ quoteAfter),
/* harmony export */   Z: () => (/* binding */ shellQuote)
/* harmony export */ });
const plain = /^[A-Za-z0-9_@%+=:,./-]+$/;
/** A text as one word of a POSIX shell. */
const shellQuote = (text) => plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
/**
 * A text from outside as it may follow `before` in a shell line: one word. Undefined where no quotes make it safe,
 * because it would stand inside of quotes, backticks or a here-document, which such a text could end.
 */
function quoteAfter(before, text) {
    if (plain.test(text))
        return text;
    return endsInTheOpen(before) ? shellQuote(text) : undefined;
}
/** Whether what follows a piece of a shell line stands outside of all quotes. When in doubt, it does not. */
function endsInTheOpen(line) {
    tokens.lastIndex = 0;
    while (tokens.lastIndex < line.length)
        if (!tokens.test(line))
            return false;
    return true;
}
/** What is whole in itself at the start of a shell line; `$'`, `$((`, backticks and here-documents are not known. */
const tokens = new RegExp([
    // A quoted text. What a double-quoted one may run or end in the middle makes it unclear.
    /'[^']*'/,
    /"(?:[^"\\`$]|\\[\s\S]|\$(?![({])|\$\{[^}"'`$]*\})*"/,
    // A comment to the end of its line, where it begins a word.
    /(?<=^|[\s;&|()<>])#[^\n]*\n/,
    /(?<!^|[\s;&|()<>])#/,
    /\\[\s\S]/,
    /\$(?!'|\(\(|$)/,
    /<(?!<)/,
    /[^'"`\\$<#]/,
]
    .map(({ source }) => source)
    .join('|'), 'y');


/***/ }),

/***/ 8812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ changingStages),
/* harmony export */   VF: () => (/* binding */ gates),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   _$: () => (/* binding */ stages),
/* harmony export */   az: () => (/* binding */ evidenceFile),
/* harmony export */   gV: () => (/* binding */ stageOf),
/* harmony export */   hL: () => (/* binding */ stageNames),
/* harmony export */   sH: () => (/* binding */ readinessStages)
/* harmony export */ });
const gates = [
    'preflight',
    'backup',
    'migrate',
    'deploy',
    'smoke',
    'observe',
    'rollback-check',
    'rollback',
    'sign-off',
];
/**
 * The stages of a rollout in the order they run. A gate that works at two points of the way has a stage for each:
 * everything before the sign-off only reads (and writes backups), so that people approve what was really found.
 */
const stages = [
    { name: 'preflight', gate: 'preflight', title: 'Preflight' },
    { name: 'backup', gate: 'backup', title: 'Backup' },
    { name: 'migrate-preview', gate: 'migrate', phase: 'preview', title: 'Migration preview' },
    { name: 'rollback-check-before', gate: 'rollback-check', phase: 'before', title: 'Rollback readiness' },
    { name: 'sign-off', gate: 'sign-off', phase: 'approve', title: 'Sign-off' },
    {
        name: 'deploy-before-migrate',
        gate: 'deploy',
        phase: 'before-migrate',
        title: 'Deploy (before migrations)',
    },
    { name: 'migrate', gate: 'migrate', phase: 'apply', title: 'Migrate' },
    { name: 'deploy', gate: 'deploy', phase: 'after-migrate', title: 'Deploy' },
    { name: 'smoke', gate: 'smoke', title: 'Smoke' },
    { name: 'observe', gate: 'observe', title: 'Observe' },
    { name: 'rollback-check', gate: 'rollback-check', phase: 'after', title: 'Rollback decision' },
    { name: 'rollback', gate: 'rollback', title: 'Rollback' },
    { name: 'record', gate: 'sign-off', phase: 'record', title: 'Sign-off record' },
];
const stageNames = stages.map(stage => stage.name);
/** The stage of a name. */
function stageOf(name) {
    const stage = stages.find(item => item.name === name);
    if (!stage)
        throw new Error(`no stage ${name}`);
    return stage;
}
/** The stages of a gate, in order. */
const stagesOf = (gate) => stages.filter(stage => stage.gate === gate);
/** What the approver's digest covers: everything that runs before the sign-off. */
const readinessStages = stageNames.slice(0, stageNames.indexOf('sign-off'));
/** From here on production may have changed, so that a stop asks for a rollback decision. */
const changingStages = [
    'deploy-before-migrate',
    'migrate',
    'deploy',
    'smoke',
    'observe',
];
/** `01-preflight.json`: evidence files sort in the order of the rollout. */
const evidenceFile = (name) => `${String(stageNames.indexOf(name) + 1).padStart(2, '0')}-${name}.json`;


/***/ }),

/***/ 2795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ stateOf)
/* harmony export */ });
/* harmony import */ var _migration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2726);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8812);



/** Tells from the evidence alone what state the environment is in. */
function stateOf(list) {
    const results = new Map(list.map(result => [result.stage, result]));
    const touched = _stage_js__WEBPACK_IMPORTED_MODULE_1__/* .changingStages */ .N2.some(stage => results.has(stage));
    return {
        is: [
            ...(touched
                ? [releaseState(results), ...schemaState(results)]
                : ['Nothing was changed: the release and the schema are as before.']),
            ...backupState(results),
        ],
        next: nextSteps(list, results),
    };
}
function releaseState(results) {
    const before = results.get('rollback-check-before')?.data.rollbackCheck?.previous;
    const previous = before ? `The previous release ${before.slice(0, 12)}` : 'The previous release';
    const rollback = results.get('rollback');
    if (rollback)
        return (0,_record_js__WEBPACK_IMPORTED_MODULE_0__/* .runsAgain */ .jh)(rollback)
            ? `${previous} runs again, and passed its checks after the rollback.`
            : 'Which release runs is not certain: the rollback did not end in a verified state.';
    const deploys = [results.get('deploy-before-migrate'), results.get('deploy')].filter(result => result !== undefined);
    const commit = deploys[0]?.commit.slice(0, 12) ?? '';
    if (deploys.length === 0)
        return `${previous} runs: no deploy step was reached.`;
    // After a failed migration the rest of the deploy was not reached.
    const proofs = [...deploys, results.get('migrate'), results.get('smoke')];
    if (proofs.every(result => result === undefined || result.verdict === 'go'))
        return `The new release ${commit} runs.`;
    return `The new release ${commit} is (partly) deployed and not proved to work.`;
}
function schemaState(results) {
    const result = results.get('migrate');
    const migrate = result?.data.migrate;
    if (!result)
        return ['The schema is as before: no migration was started.'];
    const tried = result.checks.some(check => check.id === 'apply');
    if (!migrate || (result.verdict !== 'go' && tried && !migrate.after))
        return ['Which migrations were applied is not certain: look at the ledger of the database.'];
    const applied = migrate.applied.length > 0
        ? `Migrations applied, and still there: ${migrate.applied.join(', ')}.`
        : 'No migration was applied.';
    if (!migrate.failed)
        return [applied];
    const pending = migrate.after
        ? (0,_migration_js__WEBPACK_IMPORTED_MODULE_2__/* .namesOf */ .e)(migrate.after, 'pending').filter(name => name !== migrate.failed)
        : [];
    const rest = pending.length > 0 ? ` Not started: ${pending.join(', ')}.` : '';
    const undone = migrate.tool === 'sql' ? ' and left nothing behind (its transaction was rolled back)' : '';
    return [`${applied} ${migrate.failed} failed${undone}.${rest}`];
}
function backupState(results) {
    const backup = results.get('backup');
    const taken = backup?.data.backup;
    if (taken)
        return [`A backup of ${taken.takenAt} is at ${taken.file} (sha256 ${taken.sha256.slice(0, 12)}\u2026).`];
    return backup ? ['This run has no backup, and left no partial file.'] : [];
}
function nextSteps(list, results) {
    const stopped = list.find(result => result.verdict !== 'go');
    if (!stopped)
        return [
            results.has('record')
                ? 'Nothing: the rollout is complete.'
                : 'Every stage that ran ended with go; run the next one, where there is one.',
        ];
    const decision = results.get('rollback-check')?.data.rollbackCheck?.decision;
    const rollback = results.get('rollback');
    const backup = results.get('backup')?.data.backup;
    const cause = `Look at ${(0,_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .stageOf */ .gV)(stopped.stage).title.toLowerCase()}: ${stopped.message}`;
    if (stopped.reasons.includes('cancelled'))
        return [
            'Run again: migrations that are applied are skipped, what is missing is done.',
            ...(_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .changingStages */ .N2.some(stage => results.has(stage))
                ? ['Or go back to the previous release: `gatesheet run \u2026 --gate rollback`.']
                : []),
        ];
    if (rollback?.reasons.includes('rollback-failed'))
        return [
            'Put the previous release back by hand, now.',
            cause,
            ...(backup ? [`If the data is in doubt, the backup is ${backup.file}.`] : []),
        ];
    if (decision === 'roll-forward')
        return ['Repair with a new release: the previous one does not run on this schema.', cause];
    if (decision === 'restore')
        return [`A person decides whether to restore ${backup?.file ?? 'a backup'}.`, cause];
    if (decision && decision !== 'go' && !rollback)
        return ['The checklist has no rollback steps: put the previous release back by hand.', cause];
    if (stopped.verdict === 'hold')
        return [cause, 'Nothing has to be undone; run this stage again when that is settled.'];
    return [cause, 'Correct it in a new commit or in the environment, then roll out again.'];
}


/***/ }),

/***/ 1375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
/** The nearest-rank quantile (0 < q \u2264 1): always a value that was really measured. Undefined without data. */
function quantile(values, q) {
    if (values.length === 0)
        return undefined;
    const sorted = Float64Array.from(values).sort();
    return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}


/***/ }),

/***/ 9737:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ templatedDuration),
/* harmony export */   O2: () => (/* binding */ strict),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8532);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6921);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2732);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8794);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5673);




// A schema is used a few times in a run: compiling it to a function first would take longer than it saves.
zod__WEBPACK_IMPORTED_MODULE_2__/* .config */ .$W({ jitless: true });
/** An object that refuses unknown keys and names the nearest known one; one line of the message for each key. */
const strict = (shape) => zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(shape, {
    error: issue => issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => `unknown key \`${key}\`; ${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggestion */ .h)(key, Object.keys(shape))}`).join('\n')
        : undefined,
});
/** A duration such as `90s`, as milliseconds. */
const duration = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .regex(_units_js__WEBPACK_IMPORTED_MODULE_1__/* .durationPattern */ .Zq, 'expected a duration such as `90s`, `5m`, `2h` or `14d`')
    .transform(text => (0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(text) ?? 0)
    .refine(ms => ms > 0, 'a duration must be longer than nothing');
/** A duration in milliseconds, or a template that comes to a duration; its defaults are judged at once. */
const templatedDuration = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .regex(/\$\{.*\}|^\d+(?:\.\d+)?(?:ms|s|m|h|d)$/, 'expected a duration such as `90s`, `5m`, `2h` or `14d`')
    .transform((given, context) => {
    const filled = (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .namesIn */ .wX)(given).length > 0 ? (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .fillTemplate */ .ou)(given, () => undefined) : { text: given, missing: [] };
    if (filled.missing.length > 0)
        return given;
    const parsed = duration.safeParse(filled.text);
    if (parsed.success)
        return (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .namesIn */ .wX)(given).length > 0 ? given : parsed.data;
    context.issues.push({
        code: 'custom',
        input: given,
        message: parsed.error.issues[0]?.message ?? 'no duration',
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
});
/** A text that must say something. */
const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1, 'must not be empty');
/** One value or a list of them, as a list. */
const listOf = (item) => zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([item, zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(item).min(1)])
    .transform(given => (Array.isArray(given) ? given : [given]));


/***/ }),

/***/ 8794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   TP: () => (/* binding */ eachString),
/* harmony export */   ou: () => (/* binding */ fillTemplate),
/* harmony export */   to: () => (/* binding */ mapStrings),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
const namePattern = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
/**
 * Takes `${NAME}`, `${NAME:-default}` and `$${` (a literal `${`) apart.
 * A default is literal text: it may not hold another `${`.
 */
function parseTemplate(text) {
    const parts = [];
    let literal = '';
    let at = 0;
    while (at < text.length) {
        if (text.startsWith('$${', at)) {
            literal += '${';
            at += 3;
        }
        else if (text.startsWith('${', at)) {
            const end = text.indexOf('}', at);
            if (end < 0)
                return { fault: faultOf('`${` is never closed', text.slice(at)) };
            const part = parseName(text.slice(at + 2, end));
            if (!part)
                return { fault: faultOf('this is no name', text.slice(at, end + 1)) };
            if (literal)
                parts.push({ literal });
            literal = '';
            parts.push(part);
            at = end + 1;
        }
        else {
            literal += text[at];
            at += 1;
        }
    }
    if (literal)
        parts.push({ literal });
    return { parts };
}
/** The names that a text uses; none when the text is malformed. */
function namesIn(text) {
    const parsed = parseTemplate(text);
    if ('fault' in parsed)
        return [];
    return parsed.parts.flatMap(part => 'name' in part ? [{ name: part.name, hasFallback: part.fallback !== undefined }] : []);
}
/**
 * Fills a template. A name without a value and without a default is reported in `missing`, never filled with nothing.
 * `quote` is applied to each value before it is put in (a shell needs that; plain text does not).
 */
function fillTemplate(text, lookup, quote = value => value) {
    const parsed = parseTemplate(text);
    if ('fault' in parsed)
        return { text, missing: [] };
    const missing = [];
    const filled = parsed.parts.map(part => {
        if ('literal' in part)
            return part.literal;
        const value = lookup(part.name);
        if (value !== undefined && value !== '')
            return quote(value, part.name);
        if (part.fallback !== undefined)
            return part.fallback;
        missing.push(part.name);
        return '';
    });
    return { text: filled.join(''), missing };
}
/** Calls `visit` for every string in a value, with the path to it. Keys are not templates. */
function eachString(value, visit, path = []) {
    if (typeof value === 'string')
        visit(value, path);
    else if (Array.isArray(value))
        for (const [index, item] of value.entries())
            eachString(item, visit, [...path, index]);
    else if (isPlainObject(value))
        for (const [key, item] of Object.entries(value))
            eachString(item, visit, [...path, key]);
}
/** The same value with every string in it replaced. */
function mapStrings(value, replace) {
    if (typeof value === 'string')
        return replace(value);
    if (Array.isArray(value))
        return value.map(item => mapStrings(item, replace));
    if (!isPlainObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, replace)]));
}
const isPlainObject = (value) => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
function parseName(inside) {
    const split = inside.indexOf(':-');
    const name = split < 0 ? inside : inside.slice(0, split);
    if (!namePattern.test(name))
        return undefined;
    return split < 0 ? { name } : { name, fallback: inside.slice(split + 2) };
}
const faultOf = (what, where) => ({
    message: `${what}: \`${where.length > 40 ? `${where.slice(0, 40)}\u2026` : where}\``,
    cure: 'Write `${NAME}` or `${NAME:-default}`; for a literal dollar and brace write `$${`.',
});


/***/ }),

/***/ 4563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseTruth)
/* harmony export */ });
const truths = new Map([
    ...['true', 'yes', 'on', '1'].map(word => [word, true]),
    ...['false', 'no', 'off', '0', ''].map(word => [word, false]),
]);
/** `true`, `yes`, `on`, `1` and their opposites, in any case; undefined for anything else. */
const parseTruth = (text) => truths.get(text.trim().toLowerCase());


/***/ }),

/***/ 5673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   WN: () => (/* binding */ parseRate),
/* harmony export */   Xq: () => (/* binding */ formatSize),
/* harmony export */   Zq: () => (/* binding */ durationPattern),
/* harmony export */   a3: () => (/* binding */ formatDuration)
/* harmony export */ });
/* unused harmony exports sizePattern, ratePattern */
const durations = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const sizes = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 };
const durationPattern = /^(?:\d+(?:\.\d+)?)(?:ms|s|m|h|d)$/;
const sizePattern = /^(?:\d+(?:\.\d+)?)(?:B|KiB|MiB|GiB|TiB)$/;
const ratePattern = /^\d+(?:\.\d+)?%$/;
/** `90s`, `5m`, `2h`, `14d`, `250ms` \u2192 milliseconds; undefined when it is no duration. */
const parseDuration = (text) => scaled(text, durationPattern, durations);
/** `10MiB` \u2192 bytes; undefined when it is no size. */
const parseSize = (text) => scaled(text, sizePattern, sizes);
/** `1%` \u2192 0.01; undefined when it is no rate. */
const parseRate = (text) => ratePattern.test(text) ? Number(text.slice(0, -1)) / 100 : undefined;
/** Milliseconds \u2192 the two largest units, e.g. `1m 30s`, `840 ms`. */
function formatDuration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1).replace(/\.0$/, '')} s`;
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 60)
        return two(minutes, 'm', Math.floor((ms % 60_000) / 1000), 's');
    const hours = Math.floor(minutes / 60);
    return hours < 24 ? two(hours, 'h', minutes % 60, 'm') : two(Math.floor(hours / 24), 'd', hours % 24, 'h');
}
/** Bytes \u2192 `12.3 MiB`. */
function formatSize(bytes) {
    const units = Object.entries(sizes).reverse();
    const [unit, factor] = units.find(([, size]) => bytes >= size) ?? ['B', 1];
    return factor === 1 ? `${bytes} B` : `${(bytes / factor).toFixed(1)} ${unit}`;
}
function scaled(text, pattern, factors) {
    if (!pattern.test(text))
        return undefined;
    const unit = text.replace(/^[\d.]+/, '');
    return Number.parseFloat(text) * (factors[unit] ?? Number.NaN);
}
const two = (a, unitA, b, unitB) => b === 0 ? `${a}${unitA}` : `${a}${unitA} ${b}${unitB}`;


/***/ }),

/***/ 2318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ givenApprover),
/* harmony export */   Xh: () => (/* binding */ yesApprover),
/* harmony export */   oX: () => (/* binding */ parseApprovals)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6921);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2807);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3609);




const givenSchema = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_2__/* .once */ .O)(() => zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1),
    role: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
    state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['approved', 'rejected']).default('approved'),
    digest: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    at: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().default(() => new Date().toISOString()),
    comment: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional(),
})));
/** Approvals from a YAML or JSON text. @throws UserError when they are none */
function parseApprovals(text, file) {
    const at = { file, line: 1, column: 1 };
    let value;
    try {
        value = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo([{ message: (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error), at }]);
    }
    const parsed = givenSchema().safeParse(value);
    if (parsed.success)
        return parsed.data.map(item => ({ ...item, via: 'given' }));
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(parsed.error.issues.map(issue => ({ message: issue.message, key: issue.path.join('.'), at })));
}
/** Approvals that were given beforehand; nobody is asked. */
const givenApprover = (operator, approvals) => ({
    operator,
    approvals: async () => [...approvals],
    attest: async () => undefined,
});
/** The operator approves and attests everything that is asked: for scripts and rehearsals. */
const yesApprover = (operator) => ({
    operator,
    approvals: async ({ digest, roles }) => {
        const at = new Date().toISOString();
        const approve = (role) => ({
            by: operator,
            state: 'approved',
            digest,
            at,
            via: 'given',
            comment: '--yes',
            ...(role ? { role } : {}),
        });
        return roles.length > 0 ? roles.map(role => approve(role)) : [approve()];
    },
    attest: async () => operator,
});


/***/ }),

/***/ 3192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ findCommit)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);

/** The commit that was given, the runner's, or HEAD of the working folder. @throws UserError when there is none */
async function findCommit(given, at) {
    const known = given ?? at.env['GITHUB_SHA'];
    if (known && /^[0-9a-f]{40}$/.test(known))
        return known;
    const [{ execFile }, { promisify }] = await Promise.all([Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19)), Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7975, 19))]);
    try {
        const { stdout } = await promisify(execFile)('git', ['rev-parse', '--verify', `${known || 'HEAD'}^{commit}`], { cwd: at.cwd });
        return stdout.trim();
    }
    catch {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([
            {
                message: known
                    ? `there is no commit \`${known}\` here`
                    : 'this folder is no git repository, so the commit is not known',
                cure: 'Give all 40 characters with `--commit`.',
            },
        ]);
    }
}


/***/ }),

/***/ 6287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qz: () => (/* binding */ checkEnvironment),
/* harmony export */   VN: () => (/* binding */ loadChecklist),
/* harmony export */   zo: () => (/* binding */ readChecklist)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _checklist_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(484);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2807);
/* harmony import */ var _core_nearest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2732);
/* harmony import */ var _gates_language_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4249);






/** Reads a checklist file; all of its problems, or the checklist. */
async function readChecklist(file, cwd) {
    const at = { file, line: 1, column: 1 };
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, file), 'utf8');
    }
    catch (error) {
        const code = error.code;
        const message = code === 'ENOENT'
            ? 'there is no such file'
            : code === 'EISDIR'
                ? 'this is a folder'
                : `cannot be read (${code})`;
        return { problems: [{ message, cure: 'Give the path of a checklist.', at }] };
    }
    return (0,_checklist_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseChecklist */ .W)(text, file, _gates_language_js__WEBPACK_IMPORTED_MODULE_5__/* .language */ .B);
}
/** The same, when nothing can be done without a good checklist. @throws UserError with every problem */
async function loadChecklist(file, cwd) {
    const { checklist, problems } = await readChecklist(file, cwd);
    if (!checklist)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problems);
    return checklist;
}
/** @throws UserError when the checklist does not know the environment */
function checkEnvironment(checklist, environment) {
    if (!checklist.environments.includes(environment))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([
            {
                message: `${checklist.file} has no environment \`${environment}\`; ${(0,_core_nearest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestion */ .h)(environment, checklist.environments)}`,
            },
        ]);
}


/***/ }),

/***/ 1951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/adapters/clock.js
var clock = __webpack_require__(1759);
;// CONCATENATED MODULE: ./build/adapters/ports.js

/** The real edges. Each loads what it drives when it is first used. */
const realPorts = (env) => ({
    clock: clock/* systemClock */.m,
    http: async (request, signal) => (await __webpack_require__.e(/* import() */ 713).then(__webpack_require__.bind(__webpack_require__, 6713))).httpRequest(request, signal),
    sql: async (request, signal) => (await __webpack_require__.e(/* import() */ 613).then(__webpack_require__.bind(__webpack_require__, 4613))).sqlQuery(request, signal),
    shell: async (command, signal) => (await __webpack_require__.e(/* import() */ 31).then(__webpack_require__.bind(__webpack_require__, 5031))).runShell(command, signal, env),
    files: {
        readTail: async (path, maxBytes) => (await __webpack_require__.e(/* import() */ 58).then(__webpack_require__.bind(__webpack_require__, 3058))).readTail(path, maxBytes),
        glob: async (pattern, folder) => (await __webpack_require__.e(/* import() */ 58).then(__webpack_require__.bind(__webpack_require__, 3058))).globFiles(pattern, folder),
    },
    env,
});

// EXTERNAL MODULE: ./build/core/redact.js
var redact = __webpack_require__(193);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/core/result.js
var result = __webpack_require__(4429);
// EXTERNAL MODULE: ./build/core/stage.js
var core_stage = __webpack_require__(8812);
;// CONCATENATED MODULE: ./build/engine/evidence-store.js





/** Evidence in a folder: `<folder>/<environment>/01-preflight.json`, earlier runs below `earlier/`. */
function folderStore(folder) {
    const pathOf = (environment, stage) => (0,external_node_path_.join)(folder, environment, (0,core_stage/* evidenceFile */.az)(stage));
    return {
        async read(environment, stage) {
            const path = pathOf(environment, stage);
            const text = await (0,promises_.readFile)(path, 'utf8').catch(error => {
                // What is there and cannot be read must not look as if it were not there.
                if (error.code === 'ENOENT')
                    return undefined;
                throw error;
            });
            return text === undefined ? undefined : parse(text, path);
        },
        async write(result) {
            const path = pathOf(result.environment, result.stage);
            await (0,promises_.mkdir)((0,external_node_path_.join)(folder, result.environment), { recursive: true });
            await (0,promises_.writeFile)(`${path}.part`, `${JSON.stringify(result, null, 2)}
`);
            await (0,promises_.rename)(`${path}.part`, path);
            return path;
        },
        async setAside(environment, from) {
            const own = (0,external_node_path_.join)(folder, environment);
            const later = new Set(core_stage/* stageNames */.hL.slice(core_stage/* stageNames */.hL.indexOf(from)).map(core_stage/* evidenceFile */.az));
            const names = await (0,promises_.readdir)(own).catch(() => []);
            // What a killed run left half written is no evidence.
            for (const name of names.filter(name => name.endsWith('.part')))
                await (0,promises_.rm)((0,external_node_path_.join)(own, name), { force: true });
            const old = names.filter(name => later.has(name));
            if (old.length === 0)
                return;
            const earlier = (0,external_node_path_.join)(own, 'earlier', new Date().toISOString().replace(/[:.]/g, '-'));
            await (0,promises_.mkdir)(earlier, { recursive: true });
            for (const name of old)
                await (0,promises_.rename)((0,external_node_path_.join)(own, name), (0,external_node_path_.join)(earlier, name));
        },
    };
}
/** @throws UserError when a document was changed after it was sealed, or is none of ours */
async function parse(text, path) {
    const { resultSchema } = await __webpack_require__.e(/* import() */ 561).then(__webpack_require__.bind(__webpack_require__, 2561));
    const refuse = (message) => {
        throw new errors/* UserError */.yo([
            { message, cure: 'Remove the file and run that stage again.', at: { file: path, line: 1, column: 1 } },
        ]);
    };
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return refuse('this evidence is no JSON');
    }
    const parsed = resultSchema.safeParse(json);
    if (!parsed.success)
        return refuse('this is no evidence of this version of Gatesheet');
    return (0,result/* isIntact */.k)(parsed.data)
        ? parsed.data
        : refuse('this evidence was changed after it was written; its digest does not fit');
}

// EXTERNAL MODULE: ./build/engine/find-commit.js
var find_commit = __webpack_require__(3192);
// EXTERNAL MODULE: ./build/engine/load.js
var load = __webpack_require__(6287);
// EXTERNAL MODULE: ./build/engine/session.js
var session = __webpack_require__(7567);
;// CONCATENATED MODULE: ./build/engine/open-session.js







/** Opens a run on this machine. @throws UserError with everything that is wrong with the input */
async function openSession(options) {
    const { environment, env, cwd, approver, attestations, signal, listen } = options;
    const checklist = await (0,load/* loadChecklist */.VN)(options.checklist, cwd);
    (0,load/* checkEnvironment */.Qz)(checklist, environment);
    const folder = (0,external_node_path_.resolve)(cwd, options.workingDirectory ?? '.');
    const redactor = new redact/* Redactor */.pO();
    (0,session/* learnSecrets */.u)(redactor, checklist, env);
    return {
        checklist,
        environment,
        commit: await (0,find_commit/* findCommit */.f)(options.commit, { env, cwd: folder }),
        run: options.run ?? env['GITHUB_RUN_ID'] ?? new Date().toISOString().replace(/[:.]/g, '-'),
        since: new Date(),
        folder,
        ports: realPorts(env),
        redactor,
        store: folderStore((0,external_node_path_.resolve)(cwd, options.evidence)),
        approver,
        attestations,
        signal,
        listen,
    };
}


/***/ }),

/***/ 2122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runRollout)
/* harmony export */ });
/* harmony import */ var _core_stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8812);
/* harmony import */ var _run_stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3729);


/**
 * Runs every stage that the checklist has for this environment, in order. The first verdict that is not go stops the
 * way forward; once production may have changed, the rollback decision is then taken, and carried out when it is to
 * put the previous release back. The record is written in any case.
 */
async function runRollout(session) {
    const results = [];
    const notAsked = [];
    const run = async (name) => {
        const stage = (0,_core_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(name);
        const why = (0,_run_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .leftOut */ .i)(stage, session);
        if (why !== undefined) {
            notAsked.push({ title: stage.title, why });
            session.listen({ type: 'stage-left-out', stage, environment: session.environment, why });
            return undefined;
        }
        const result = await (0,_run_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .runStage */ .S)(stage, session);
        results.push(result);
        return result;
    };
    let stopped;
    for (const stage of forward) {
        const result = await run(stage.name);
        if (result && result.verdict !== 'go') {
            stopped = result;
            break;
        }
    }
    const changed = results.some(result => _core_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .changingStages */ .N2.includes(result.stage));
    if (changed && !session.signal.aborted) {
        const decision = await run('rollback-check');
        const asked = decision?.data.rollbackCheck?.decision;
        if (decision && decision.verdict !== 'go')
            stopped ??= decision;
        if (asked === 'roll-back-app' || asked === 'restore')
            await run('rollback');
    }
    await run('record');
    return { results, deciding: stopped ?? results.at(-1), leftOut: notAsked };
}
/** Everything up to the decision. */
const forward = _core_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stages */ ._$.filter(stage => !['rollback-check', 'rollback', 'record'].includes(stage.name));


/***/ }),

/***/ 3729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ leftOut),
  S: () => (/* binding */ runStage)
});

// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/core/path.js
var core_path = __webpack_require__(3059);
// EXTERNAL MODULE: ./build/core/reason.js
var reason = __webpack_require__(4220);
// EXTERNAL MODULE: ./build/core/result.js
var core_result = __webpack_require__(4429);
// EXTERNAL MODULE: ./build/core/stage.js
var core_stage = __webpack_require__(8812);
// EXTERNAL MODULE: ./build/core/template.js
var template = __webpack_require__(8794);
;// CONCATENATED MODULE: ./build/core/verdict.js
/**
 * Rolls check outcomes up to a gate's verdict: a failure or an error stops, missing data and waiting people hold,
 * and a gate in which nothing was judged holds too, because silence is never green. Advisory checks never block.
 */
function rollUp(checks) {
    const blocking = checks.filter(check => !check.advisory);
    const has = (outcome) => blocking.some(check => check.outcome === outcome);
    const stops = [];
    if (has('fail'))
        stops.push('check-failed');
    if (has('error'))
        stops.push('check-error');
    const holds = [];
    if (has('inconclusive'))
        holds.push('check-inconclusive');
    if (has('pending'))
        holds.push('waiting-for-a-person');
    if (stops.length > 0)
        return { verdict: 'no-go', reasons: [...stops, ...holds] };
    if (holds.length > 0)
        return { verdict: 'hold', reasons: holds };
    if (!checks.some(check => check.outcome === 'pass'))
        return { verdict: 'hold', reasons: ['nothing-checked'] };
    return { verdict: 'go', reasons: ['all-passed'] };
}

// EXTERNAL MODULE: ./build/gates/registry.js + 22 modules
var registry = __webpack_require__(248);
;// CONCATENATED MODULE: ./build/core/events.js
const startedEvent = (item) => ({
    type: 'check-started',
    id: item.id,
    title: item.title,
});

// EXTERNAL MODULE: ./build/core/matcher.js
var matcher = __webpack_require__(2344);
// EXTERNAL MODULE: ./build/core/statistics.js
var statistics = __webpack_require__(1375);
// EXTERNAL MODULE: ./build/core/units.js
var units = __webpack_require__(5673);
// EXTERNAL MODULE: ./build/checks/registry.js + 14 modules
var checks_registry = __webpack_require__(9037);
// EXTERNAL MODULE: ./build/core/redact.js
var redact = __webpack_require__(193);
// EXTERNAL MODULE: ./build/core/truth.js
var core_truth = __webpack_require__(4563);
;// CONCATENATED MODULE: ./build/engine/deadline.js


/** After an abort an edge has this long to end its work; then it is given up. */
const graceMs = 15_000;
/** Longer timers would fire at once. */
const longestMs = 2 ** 31 - 1;
/**
 * Runs work under a time limit. At the limit, or when the run is cancelled, the signal aborts and the work ends itself;
 * this waits for that, so that nothing is left running.
 * @throws ProbeError that names the limit when it was reached
 */
async function within(limitMs, outer, what, work) {
    if (outer.aborted)
        throw new errors/* ProbeError */.B2(what, 'was cancelled');
    // One controller for both reasons: `AbortSignal.any` costs more than a quick check itself.
    const ending = new AbortController();
    let late = false;
    const end = () => ending.abort();
    const timer = setTimeout(() => {
        late = true;
        end();
    }, Math.min(limitMs, longestMs));
    outer.addEventListener('abort', end);
    let giveUp;
    const stuck = Promise.withResolvers();
    const onAbort = () => {
        giveUp = setTimeout(() => stuck.reject(new errors/* ProbeError */.B2(what, 'did not end when it was told to')), graceMs);
    };
    ending.signal.addEventListener('abort', onAbort);
    try {
        return await Promise.race([work(ending.signal), stuck.promise]);
    }
    catch (error) {
        if (outer.aborted)
            throw new errors/* ProbeError */.B2(what, 'was cancelled', { cause: error });
        if (late)
            throw new errors/* ProbeError */.B2(what, `gave no answer within ${(0,units/* formatDuration */.a3)(limitMs)}`);
        throw error;
    }
    finally {
        // A cancellation of the run after this work has ended must not start the clock again.
        outer.removeEventListener('abort', end);
        ending.signal.removeEventListener('abort', onAbort);
        clearTimeout(timer);
        clearTimeout(giveUp);
    }
}

// EXTERNAL MODULE: ./build/engine/session.js
var engine_session = __webpack_require__(7567);
;// CONCATENATED MODULE: ./build/engine/run-check.js










/** Runs one check to its end: condition, templates, polling, judgement, captures. Never throws. */
async function runCheck(item, run) {
    const { session } = run;
    const startedAt = session.ports.clock.now().toISOString();
    const began = session.ports.clock.monotonic();
    session.listen(startedEvent(item));
    const { judgement, attempts } = await look(item, run);
    const result = toResult(item, judgement, {
        attempts,
        startedAt,
        durationMs: session.ports.clock.monotonic() - began,
    });
    const safe = session.redactor.deep(result);
    session.listen({ type: 'check-ended', result: safe });
    return safe;
}
async function look(item, run) {
    const excluded = whyNot(item, run);
    if (excluded)
        return { judgement: excluded, attempts: 0 };
    const prepared = prepare(item, run);
    if ('judgement' in prepared)
        return { judgement: prepared.judgement, attempts: 0 };
    const { clock } = run.session.ports;
    const { until, every, timeout } = prepared;
    const deadline = clock.monotonic() + (until ?? 0);
    for (let attempts = 1;; attempts++) {
        const left = until === undefined ? timeout : Math.max(1000, deadline - clock.monotonic());
        const judgement = await observeOnce(item, prepared, run, Math.min(timeout, left));
        const over = run.signal.aborted || until === undefined || clock.monotonic() + every > deadline;
        // Neither somebody's attestation nor a condition comes while this waits.
        const settled = ['pass', 'skipped', 'pending'].includes(judgement.outcome);
        if (settled || over)
            return { judgement: keep(item, judgement, run, until, attempts), attempts };
        run.session.listen({
            type: 'check-retried',
            id: item.id,
            title: item.title,
            message: run.session.redactor.text(judgement.message),
        });
        await clock.sleep(every, run.signal);
    }
}
/** Why a check is left out here, said aloud; undefined when it runs. */
function whyNot(item, { session, scope }) {
    if (item.in && !item.in.includes(session.environment))
        return { outcome: 'skipped', message: `only in ${item.in.join(', ')}` };
    if (item.when === undefined)
        return undefined;
    const { text, missing } = (0,template/* fillTemplate */.ou)(item.when, scope.lookupFor(undefined));
    const truth = (0,core_truth/* parseTruth */.P)(text);
    if (missing.length > 0)
        return unresolved(missing);
    if (truth === undefined)
        return { outcome: 'error', message: `the condition came to \u201c${text}\u201d, which is neither true nor false` };
    return truth ? undefined : { outcome: 'skipped', message: `its condition ${item.when} is not true here` };
}
/** Fills the templates of a check once, so that all attempts ask the same. */
function prepare(item, { session, scope }, measuring = false) {
    const lookup = scope.lookupFor(item.id, measuring);
    const { spec, missing, unsafe } = scope.fillSpec(item.spec, (0,checks_registry/* kindOf */.I)(item.kind), lookup);
    if (missing.length > 0)
        return { judgement: unresolved(missing) };
    if (unsafe.length > 0)
        return {
            judgement: {
                outcome: 'error',
                message: `${unsafe.join(', ')} came with characters that a shell would read, and stands inside of quotes; write it without quotes, or hand it over with \`env\``,
            },
        };
    (0,template/* eachString */.TP)(spec, (text, path) => {
        const key = String(path.at(-1));
        if (!(0,redact/* isSecretHeader */.io)(key) && !(0,redact/* isSecretName */.eh)(key))
            return;
        // `Bearer abc`: the token is the secret, wherever it turns up again.
        for (const word of text.split(/\s+/))
            if (word.length >= 8)
                session.redactor.add(word);
    });
    try {
        const { until, every, timeout } = item.timing;
        return {
            spec,
            lookup,
            until: until === undefined ? undefined : scope.duration(until),
            every: scope.duration(every),
            timeout: scope.duration(timeout),
        };
    }
    catch (error) {
        return { judgement: { outcome: 'error', message: (0,errors/* messageOf */.bD)(error) } };
    }
}
/** One look and its judgement; whatever goes wrong is the outcome `error`. */
async function observeOnce(item, prepared, run, limitMs) {
    const { session, signal } = run;
    const kind = (0,checks_registry/* kindOf */.I)(item.kind);
    try {
        const seen = await within(limitMs, signal, item.title, inner => kind.observe(prepared.spec, probeContext(item, prepared, session, inner)));
        return kind.judge(prepared.spec, seen);
    }
    catch (error) {
        if (error instanceof errors/* ProbeError */.B2)
            return { outcome: 'error', message: (0,errors/* messageOf */.bD)(error) };
        return { outcome: 'error', message: `could not look: ${(0,errors/* messageOf */.bD)(error)}` };
    }
}
const probeContext = (item, { lookup }, session, signal) => ({
    signal,
    ports: session.ports,
    environment: session.environment,
    commit: session.commit,
    folder: session.folder,
    since: session.since,
    lookup,
    evidence: (environment, stage) => session.store.read(environment, stage),
    attestedBy: (0,engine_session/* attestedBeforehand */.d)(session, item.id),
});
/** Keeps captured values for later checks; a capture that finds nothing is a failure of its check. */
function keep(item, judgement, { scope, session }, until, attempts) {
    if (judgement.outcome !== 'pass') {
        const polled = until !== undefined ? ` (still so after ${(0,units/* formatDuration */.a3)(until)}, ${attempts} attempts)` : '';
        return { ...judgement, message: `${judgement.message}${polled}` };
    }
    for (const [name, path] of Object.entries(item.capture)) {
        const found = (0,core_path/* valueAt */.fK)(judgement.subject ?? {}, path);
        // As a shell has it: the end of the last line is no part of what a command prints.
        const value = typeof found === 'string' ? found.replace(/\n+$/, '') : found;
        if (value === undefined || value === null || value === '')
            return {
                ...judgement,
                outcome: 'fail',
                message: `there is nothing at ${path} to capture as \`${name}\``,
            };
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        if ((0,redact/* isSecretName */.eh)(name) || (0,redact/* isSecretPath */._p)(path))
            session.redactor.add(text);
        scope.captured.set(name, text);
    }
    return judgement;
}
const unresolved = (names) => ({
    outcome: 'error',
    message: `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} no value; set ${names.length === 1 ? 'it' : 'them'}, or write a default as \`\${${names[0]}:-\u2026}\``,
});
/** A judgement as the evidence keeps it. */
function toResult(item, judgement, timing) {
    const value = item.baseline && judgement.subject ? (0,core_path/* valueAt */.fK)(judgement.subject, item.baseline) : undefined;
    const { outcome, message, observed, expected, findings, data } = judgement;
    return {
        id: item.id,
        title: item.title,
        kind: item.kind ?? 'step',
        outcome,
        message: message.replace(/\s+/g, ' ').trim().slice(0, 2000),
        advisory: item.advisory,
        severity: item.severity,
        ...defined({
            observed: observed?.slice(0, 2000),
            expected,
            findings,
            data,
            value,
            line: item.origin?.line,
        }),
        ...timing,
        durationMs: Math.round(timing.durationMs),
    };
}
/** Leaves out what is undefined: the evidence is JSON, and its digest must not depend on absent keys. */
const defined = (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

;// CONCATENATED MODULE: ./build/engine/observe.js






/**
 * Samples all checks together until the window is over. Ends early when a blocking check is past its failure limit,
 * or when the run is cancelled.
 */
async function observeWindow(items, window, run) {
    const { session, signal } = run;
    const { clock } = session.ports;
    const startedAt = clock.now().toISOString();
    const began = clock.monotonic();
    const rounds = Math.max(1, Math.floor(window.forMs / window.everyMs) + 1);
    const watched = items.map(item => ({ item, excluded: whyNot(item, run), taken: [] }));
    const nobody = watched.every(({ excluded }) => excluded);
    let cut = false;
    for (const { item, excluded } of watched)
        if (!excluded)
            session.listen(startedEvent(item));
    for (let round = 1; round <= rounds && !signal.aborted && !nobody; round++) {
        await Promise.all(watched.map(async (watch) => {
            if (!watch.excluded)
                watch.taken.push(await takeSample(watch.item, run));
        }));
        const failing = watched.filter(({ taken }) => taken.length > 0 && taken.at(-1)?.sample.outcome !== 'pass');
        session.listen({ type: 'sampled', round, rounds, failing: failing.map(({ item }) => item.title) });
        cut =
            round < rounds && watched.some(({ item, taken }) => !item.advisory && overLimit(item, samplesOf(taken)));
        // Looks that take longer than the pause must not make the window longer.
        const next = Math.max(began + round * window.everyMs, clock.monotonic());
        if (cut || round === rounds || next > began + window.forMs)
            break;
        await clock.sleep(Math.max(0, next - clock.monotonic()), signal);
    }
    return watched.map(({ item, excluded, taken }) => {
        const samples = samplesOf(taken);
        const judgement = excluded ?? judgeSamples(item, samples, cut || signal.aborted);
        const timing = { attempts: samples.length, startedAt, durationMs: clock.monotonic() - began };
        const value = samples.findLast(sample => sample.value !== undefined)?.value;
        const measures = taken.find(look => look.measures !== undefined)?.measures;
        const expected = taken.findLast(look => look.expected !== undefined)?.expected;
        const safe = session.redactor.deep({
            ...toResult(item, { ...judgement, expected }, timing),
            ...defined({ value, measures }),
            ...(samples.length > 0 ? { samples } : {}),
        });
        session.listen({ type: 'check-ended', result: safe });
        return safe;
    });
}
const samplesOf = (taken) => taken.map(({ sample }) => sample);
async function takeSample(item, run) {
    const { clock } = run.session.ports;
    const at = clock.now().toISOString();
    const began = clock.monotonic();
    const prepared = prepare(item, run);
    const judgement = 'judgement' in prepared ? prepared.judgement : await observeOnce(item, prepared, run, prepared.timeout);
    const found = measured(item, judgement);
    const sample = {
        at,
        outcome: judgement.outcome,
        durationMs: Math.round(clock.monotonic() - began),
        ...defined({ value: found?.value }),
        ...(judgement.outcome === 'pass' ? {} : { message: judgement.message.slice(0, 500) }),
    };
    return { sample, measures: found?.path, expected: judgement.expected };
}
/** What a sample measured: the value of the baseline, else of the first expectation that is a number, else the latency. */
function measured(item, { subject }) {
    const expected = Object.keys(item.spec['expect'] ?? {});
    const paths = [...(item.baseline === undefined ? [] : [item.baseline]), ...expected, 'latency'];
    const found = paths
        .filter(path => path !== 'status' && subject !== undefined)
        .map(path => ({ path, value: (0,matcher/* amountOf */.MT)((0,core_path/* valueAt */.fK)(subject ?? {}, path)) }))
        .find(({ value }) => value !== undefined);
    return found?.value === undefined ? undefined : { path: found.path, value: found.value };
}
const count = (samples, outcome) => samples.filter(sample => sample.outcome === outcome).length;
const overLimit = (item, samples) => count(samples, 'fail') > item.failureLimit || count(samples, 'error') > item.failureLimit;
/** Judges the samples of one check; pure. Few samples, or none that could be judged, are no data. */
function judgeSamples(item, samples, cut) {
    const passed = count(samples, 'pass');
    const failed = count(samples, 'fail');
    const errors = count(samples, 'error');
    const last = samples.findLast(sample => sample.outcome !== 'pass');
    const why = last?.message ? `; last: ${last.message}` : '';
    const tally = `${passed} of ${samples.length} samples passed`;
    if (failed > item.failureLimit)
        return { outcome: 'fail', message: `${tally}, ${failed} failed (${item.failureLimit} tolerated)${why}` };
    if (errors > item.failureLimit)
        return { outcome: 'error', message: `${tally}, ${errors} could not be taken${why}` };
    if (cut)
        return { outcome: 'inconclusive', message: `${tally} before the window was cut short` };
    if (passed + failed < item.minSamples)
        return { outcome: 'inconclusive', message: `${tally}; ${item.minSamples} are needed for a verdict${why}` };
    if (samples.at(-1)?.outcome !== 'pass')
        return {
            outcome: samples.at(-1)?.outcome ?? 'inconclusive',
            message: `${tally}, but it ended failing${why}`,
        };
    // A look that found no answer says nothing of how fast answers are.
    const answered = samples.filter(sample => sample.outcome !== 'error').map(sample => sample.durationMs);
    const p95 = (0,statistics/* quantile */.Y)(answered, 0.95);
    return {
        outcome: 'pass',
        message: `${tally}${p95 === undefined ? '' : `, answered within ${(0,units/* formatDuration */.a3)(p95)} (p95)`}`,
    };
}

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(370);
;// CONCATENATED MODULE: ./build/engine/run-list.js



/** A clean-up step may go on this long after the run was cancelled. */
const cleanUpMs = 20_000;
/**
 * Runs checks and flows side by side, at most `limit` at once. One that names what another captures waits for that
 * one. Results come in the order of the list.
 */
async function runList(items, run, limit) {
    const slots = (0,p_limit/* default */.A)(limit);
    const started = new Map();
    const start = (item, waiting) => {
        const known = started.get(item);
        if (known)
            return known;
        // Two that wait for each other: the one found second goes ahead and names what it lacks.
        const needs = items.filter(other => other !== item && !waiting.includes(other) && dependsOn(item, other));
        const promise = Promise.all(needs.map(other => start(other, [...waiting, item]))).then(() => slots(() => (item.type === 'flow' ? runFlow(item, run) : runCheck(item, run).then(result => [result]))));
        started.set(item, promise);
        return promise;
    };
    return (await Promise.all(items.map(item => start(item, [])))).flat();
}
/** Runs checks in order; after the first that blocks, the rest are not reached. */
async function runSteps(items, run) {
    const results = [];
    let blocker;
    for (const item of items) {
        const result = blocker ? notReached(item, blocker, run) : await runCheck(item, run);
        results.push(result);
        if (!blocker && !result.advisory && result.outcome !== 'pass' && result.outcome !== 'skipped')
            blocker = result;
    }
    return results;
}
async function runFlow(flow, run) {
    const excluded = whyNot(flow, run);
    const mark = (result) => ({ ...result, flow: flow.title });
    if (excluded)
        return [...flow.steps, ...flow.always].map(item => mark(notRun(item, excluded, run)));
    const steps = await runSteps(flow.steps, run);
    const { signal, dispose } = delayed(run.signal, cleanUpMs);
    const always = [];
    for (const item of flow.always)
        always.push(await runCheck(item, { ...run, signal }));
    dispose();
    return [...steps, ...always].map(mark);
}
/** A signal that aborts a while after another one. */
function delayed(first, ms) {
    const controller = new AbortController();
    let timer;
    const start = () => {
        timer = setTimeout(() => controller.abort(), ms);
    };
    if (first.aborted)
        start();
    else
        first.addEventListener('abort', start, { once: true });
    const dispose = () => {
        first.removeEventListener('abort', start);
        clearTimeout(timer);
    };
    return { signal: controller.signal, dispose };
}
const notReached = (item, blocker, run) => notRun(item, { outcome: 'skipped', message: `not reached: \u201c${blocker.title}\u201d came first` }, run);
function notRun(item, judgement, { session }) {
    const timing = { attempts: 0, startedAt: session.ports.clock.now().toISOString(), durationMs: 0 };
    const result = session.redactor.deep(toResult(item, judgement, timing));
    session.listen({ type: 'check-ended', result });
    return result;
}
const checksOf = (item) => item.type === 'flow' ? [...item.steps, ...item.always] : [item];
function dependsOn(item, other) {
    const captured = checksOf(other).flatMap(check => Object.keys(check.capture));
    if (captured.length === 0)
        return false;
    const own = checksOf(item).flatMap(check => Object.keys(check.capture));
    const used = new Set();
    for (const check of checksOf(item))
        (0,template/* eachString */.TP)({ spec: check.spec, when: check.when }, text => {
            for (const { name } of (0,template/* namesIn */.wX)(text))
                used.add(name);
        });
    return captured.some(name => used.has(name) && !own.includes(name));
}

// EXTERNAL MODULE: ./build/engine/scope.js
var engine_scope = __webpack_require__(3463);
;// CONCATENATED MODULE: ./build/engine/run-stage.js













/** Why a stage does not run for this checklist and environment; undefined when it does. */
function leftOut(stage, facts) {
    const { checklist, environment } = facts;
    const section = checklist.sections.get(stage.gate);
    if (section === undefined)
        return `the checklist has no \`${stage.gate}\``;
    const { in: only } = section;
    if (only && !only.includes(environment) && stage.phase !== 'record')
        return `only in ${only.join(', ')}`;
    const asksFor = (name) => leftOut((0,core_stage/* stageOf */.gV)(name), facts) === undefined;
    return ((0,registry/* gateOf */.R)(stage.gate).applies?.(stage, section, asksFor) ?? true)
        ? undefined
        : `\`${stage.gate}\` has nothing for \`${stage.phase}\``;
}
/** Runs one stage, seals its evidence, stores it. Evidence is written also when the run is cancelled half-way. */
async function runStage(stage, session) {
    const { ports, environment, commit, checklist, run, redactor, store } = session;
    const startedAt = ports.clock.now();
    const began = ports.clock.monotonic();
    session.listen({ type: 'stage-started', stage, environment });
    await store.setAside(environment, stage.name);
    const section = checklist.sections.get(stage.gate);
    const context = await makeContext(stage, session);
    const outcome = await runGate(stage, section, context);
    const ruling = rule(outcome, session.signal.aborted);
    const result = (0,core_result/* seal */.o)({
        schema: 1,
        stage: stage.name,
        gate: stage.gate,
        checklist: { name: checklist.name, file: checklist.file, digest: checklist.digest },
        environment,
        commit,
        run,
        verdict: ruling.verdict,
        reasons: ruling.reasons,
        message: redactor.text(ruling.message),
        startedAt: startedAt.toISOString(),
        durationMs: Math.round(ports.clock.monotonic() - began),
        // Once more: a secret that a check captured may stand in the result of one that ended before.
        checks: redactor.deep(outcome.checks),
        data: withoutUndefined(redactor.deep(outcome.data ?? {})),
    });
    await store.write(result);
    session.listen({ type: 'stage-ended', result });
    return result;
}
async function runGate(stage, section, context) {
    try {
        return await (0,registry/* gateOf */.R)(stage.gate).run(section, context);
    }
    catch (error) {
        const failed = await context.step('gate', `The gate ${stage.gate} runs`, async () => {
            throw error;
        });
        return { checks: [failed] };
    }
}
function rule(outcome, cancelled) {
    const rolled = rollUp(outcome.checks);
    const verdict = outcome.verdict ?? rolled.verdict;
    const own = outcome.reasons ?? rolled.reasons;
    if (cancelled && verdict !== 'go')
        return {
            verdict: 'no-go',
            reasons: ['cancelled', ...own.filter(code => code !== 'all-passed')],
            message: 'The run was cancelled; the evidence holds what was done until then.',
        };
    return { verdict, reasons: own, message: outcome.message ?? describe(verdict, own, outcome.checks) };
}
function describe(verdict, codes, checks) {
    const blocking = checks.filter(check => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped');
    if (verdict === 'go') {
        const passed = checks.filter(check => check.outcome === 'pass').length;
        const others = Object.entries(Object.groupBy(checks.filter(check => check.outcome !== 'pass'), check => check.outcome));
        return `${[`${passed} passed`, ...others.map(([outcome, list]) => `${list?.length} ${outcome}`)].join(', ')}.`;
    }
    const first = blocking[0];
    const more = blocking.length > 1 ? ` (and ${blocking.length - 1} more)` : '';
    return first
        ? `\u201c${first.title}\u201d ${outcomeWords[first.outcome]}: ${first.message}${more}`
        : `${codes.map(code => reason/* reasons */.O[code]).join('; ')}.`;
}
const outcomeWords = {
    pass: 'passed',
    fail: 'failed',
    inconclusive: 'found no data',
    error: 'could not look',
    skipped: 'was left out',
    pending: 'waits for a person',
};
async function makeContext(stage, session) {
    const { environment, checklist, store, ports, signal, approver } = session;
    const evidence = (name, of = environment) => ownEvidence(name, of, session);
    const known = (0,engine_scope/* knownFrom */.Y)(await Promise.all(earlierThan(stage).map(name => evidence(name))));
    const scope = new engine_scope/* Scope */.H(session, known);
    const run = { session, scope, signal };
    const step = async (id, title, work, { advisory = false } = {}) => {
        const startedAt = ports.clock.now().toISOString();
        const began = ports.clock.monotonic();
        session.listen({ type: 'check-started', id, title });
        const judgement = await work().catch((error) => ({ outcome: 'error', message: (0,errors/* messageOf */.bD)(error) }));
        const timing = { attempts: 1, startedAt, durationMs: ports.clock.monotonic() - began };
        const result = session.redactor.deep(toResult({ id, title, advisory, severity: 'major' }, judgement, timing));
        session.listen({ type: 'check-ended', result });
        return result;
    };
    return {
        stage,
        environment,
        commit: session.commit,
        run: session.run,
        folder: session.folder,
        signal,
        ports,
        approver: {
            ...approver,
            attest: async (id, title) => (0,engine_session/* attestedBeforehand */.d)(session, id) ?? approver.attest(id, title),
        },
        runList: items => runList(items, run, checklist.concurrency),
        runSteps: items => runSteps(items, run),
        sample: async (items, window) => observeWindow(items, { forMs: scope.duration(window.for), everyMs: scope.duration(window.every) }, run),
        async measure(item) {
            if (whyNot(item, run) || item.baseline === undefined)
                return undefined;
            const prepared = prepare(item, run, true);
            if ('judgement' in prepared)
                return undefined;
            const { subject } = await observeOnce(item, prepared, run, prepared.timeout);
            return subject ? (0,core_path/* valueAt */.fK)(subject, item.baseline) : undefined;
        },
        step,
        fill(text) {
            const lookup = scope.lookupFor(undefined);
            const filled = (0,template/* fillTemplate */.ou)(text, lookup);
            if (filled.missing.length > 0)
                throw new errors/* ProbeError */.B2(scope.roots(filled.missing, lookup).join(', '), 'has no value here; set it, or give the template a default');
            return filled.text;
        },
        applies: item => whyNot(item, run) === undefined,
        asksFor: name => leftOut((0,core_stage/* stageOf */.gV)(name), session) === undefined,
        captured: name => scope.captured.get(name),
        section: (gate) => checklist.sections.get(gate),
        evidence: (name, of) => (of === undefined ? evidence(name) : store.read(of, name)),
    };
}
/** Evidence of this environment counts only when it is of this very commit. */
async function ownEvidence(name, environment, { store, commit }) {
    const found = await store.read(environment, name);
    return found?.commit === commit ? found : undefined;
}
const earlierThan = (stage) => {
    const earlier = core_stage/* stageNames */.hL.slice(0, core_stage/* stageNames */.hL.indexOf(stage.name));
    return stage.name === 'preflight' ? [] : [...new Set([...core_stage/* readinessStages */.sH, ...earlier])];
};
/** The evidence is JSON, so its digest must not depend on keys without a value. */
const withoutUndefined = (data) => JSON.parse(JSON.stringify(data));


/***/ }),

/***/ 3463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Scope),
/* harmony export */   Y: () => (/* binding */ knownFrom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _checklist_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3823);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2807);
/* harmony import */ var _core_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9821);
/* harmony import */ var _core_template_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8794);
/* harmony import */ var _core_units_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5673);






const knownFrom = (results) => {
    const data = results.map(result => result?.data);
    return {
        previous: data.map(item => item?.rollbackCheck?.previous).find(Boolean),
        backupFile: data.map(item => item?.backup?.file).find(Boolean),
        baselines: Object.assign({}, ...data.map(item => item?.baselines ?? {})),
    };
};
/** Built-in names whose values come from an answer, a folder or whoever started the run. */
const outside = new Set(['baseline', 'previous.sha', 'backup.file', 'run-id']);
/** The values that the templates of one stage can name; captures are added while it runs. */
class Scope {
    captured = new Map();
    #session;
    #known;
    constructor(session, known) {
        this.#session = session;
        this.#known = known;
    }
    /** Lookup for one check: its `uuid`, `now` and `baseline` stay the same in all its attempts. */
    lookupFor(checkId, measuring = false) {
        const { commit, environment, run, since, ports } = this.#session;
        const known = this.#known;
        const baseline = checkId === undefined ? undefined : known.baselines[checkId];
        const uuid = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
        const builtIns = {
            sha: commit,
            'short-sha': commit.slice(0, 12),
            environment,
            uuid,
            now: ports.clock.now().toISOString(),
            since: since.toISOString(),
            'run-id': run,
            // While the baseline itself is being measured, any value will do: the judgement is not used.
            baseline: measuring ? '0' : baseline === undefined ? undefined : String(baseline),
            'previous.sha': known.previous,
            'backup.file': known.backupFile,
        };
        const own = (name) => this.captured.get(name) ?? builtIns[name];
        return name => own(name) ?? this.#variable(name, own, []);
    }
    /** `vars` first, which may use one another and everything else; then the process environment. */
    #variable(name, own, within) {
        const text = this.#textOf(name);
        if (text === undefined || within.includes(name))
            return (0,_checklist_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isEnvironmentName */ .t)(name) ? this.#session.ports.env[name] : undefined;
        const inner = (other) => own(other) ?? this.#variable(other, own, [...within, name]);
        const filled = (0,_core_template_js__WEBPACK_IMPORTED_MODULE_5__/* .fillTemplate */ .ou)(text, inner);
        return filled.missing.length > 0 ? undefined : filled.text;
    }
    /** What `vars` gives a name in this environment. */
    #textOf(name) {
        const given = this.#session.checklist.vars[name];
        return typeof given === 'object' ? given[this.#session.environment] : given;
    }
    /** The names at the bottom of names without a value: of a variable that needs others, those. */
    roots(missing, lookup, within = []) {
        const roots = missing.flatMap(name => {
            const text = within.includes(name) ? undefined : this.#textOf(name);
            if (text === undefined)
                return [name];
            const inner = (0,_core_template_js__WEBPACK_IMPORTED_MODULE_5__/* .fillTemplate */ .ou)(text, lookup).missing;
            return inner.length > 0 ? this.roots(inner, lookup, [...within, name]) : [name];
        });
        return [...new Set(roots)];
    }
    /**
     * A duration in milliseconds.
     * @throws ProbeError when its template has no value or comes to something else
     */
    duration(given) {
        if (typeof given === 'number')
            return given;
        const lookup = this.lookupFor(undefined);
        const filled = (0,_core_template_js__WEBPACK_IMPORTED_MODULE_5__/* .fillTemplate */ .ou)(given, lookup);
        const { text } = filled;
        const missing = this.roots(filled.missing, lookup);
        const ms = missing.length > 0 ? undefined : (0,_core_units_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDuration */ .E9)(text);
        if (!ms)
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ProbeError */ .B2(given, missing.length > 0
                ? `${missing.join(', ')} has no value`
                : `came to \u201c${text}\u201d, which is no duration such as \`90s\``);
        return ms;
    }
    /**
     * Fills every template of a spec. Values that come from outside are quoted in a shell line; those that no quotes
     * make safe where they stand are named in `unsafe`.
     */
    fillSpec(spec, kind, lookup) {
        const missing = new Set();
        const unsafe = new Set();
        const shellKeys = new Set(kind.shell ?? []);
        const fill = (value, key) => {
            if (typeof value === 'string') {
                const filled = shellKeys.has(key)
                    ? this.#fillShell(value, lookup, unsafe)
                    : (0,_core_template_js__WEBPACK_IMPORTED_MODULE_5__/* .fillTemplate */ .ou)(value, lookup);
                for (const name of filled.missing)
                    missing.add(name);
                return filled.text;
            }
            if (Array.isArray(value))
                return value.map(item => fill(item, key));
            if (typeof value !== 'object' || value === null)
                return value;
            return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, fill(item, inner)]));
        };
        const filled = fill(spec, '');
        return { spec: filled, missing: this.roots([...missing], lookup), unsafe: [...unsafe] };
    }
    /** Fills a shell line; a NUL, which no text holds, marks a value from outside until all that is before it is known. */
    #fillShell(text, lookup, unsafe) {
        const own = (name) => {
            if (!this.captured.has(name) && !Object.hasOwn(_checklist_names_js__WEBPACK_IMPORTED_MODULE_1__/* .builtIns */ .b, name))
                return undefined;
            const value = lookup(name);
            return value && (this.captured.has(name) || outside.has(name)) ? `\0${name}\0` : value;
        };
        const filled = (0,_core_template_js__WEBPACK_IMPORTED_MODULE_5__/* .fillTemplate */ .ou)(text, name => own(name) ?? this.#variable(name, own, []) ?? lookup(name));
        const line = filled.text.split('\0').reduce((before, part, index) => {
            if (index % 2 === 0)
                return before + part;
            const quoted = (0,_core_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteAfter */ .$)(before, lookup(part) ?? '');
            if (quoted === undefined)
                unsafe.add(part);
            return before + (quoted ?? '');
        });
        return { text: line, missing: filled.missing };
    }
}


/***/ }),

/***/ 7567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ attestedBeforehand),
/* harmony export */   u: () => (/* binding */ learnSecrets)
/* harmony export */ });
/* harmony import */ var _checklist_collect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6485);

/** Who attested an item beforehand. */
const attestedBeforehand = ({ attestations }, id) => Object.hasOwn(attestations, id) ? attestations[id] || undefined : undefined;
/** Teaches the redactor what the environment and the checklist's own `secret: true` rules hold. */
function learnSecrets(redactor, checklist, env) {
    redactor.addEnvironment(env);
    for (const { item } of (0,_checklist_collect_js__WEBPACK_IMPORTED_MODULE_0__/* .placedChecks */ .x)(checklist)) {
        if (item.kind !== 'env')
            continue;
        const rules = item.spec['env'];
        for (const [name, rule] of Object.entries(rules))
            if (rule?.secret)
                redactor.add(env[name]);
    }
}


/***/ }),

/***/ 4751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ stageFor)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);
/* harmony import */ var _core_stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8812);
/* harmony import */ var _run_stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3729);



/** The stage of a gate. @throws UserError when the gate has two and none was named, or the checklist has none */
function stageFor(gate, phase, session) {
    const own = (0,_core_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .stagesOf */ .ZL)(gate);
    const phases = own.map(stage => stage.phase).filter(name => name !== undefined);
    const fitting = phase === undefined
        ? own.filter(stage => (0,_run_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOut */ .i)(stage, session) === undefined)
        : own.filter(stage => stage.phase === phase);
    const [stage] = fitting;
    if (phase !== undefined && !stage)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([
            {
                message: phases.length > 0
                    ? `${gate} has no phase \`${phase}\`; it has ${phases.join(', ')}`
                    : `${gate} has no phases`,
            },
        ]);
    if (!stage)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([{ message: `${session.checklist.file}: ${(0,_run_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOut */ .i)(own[0], session)}` }]);
    if (fitting.length > 1)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([
            {
                message: `${gate} runs at ${fitting.length} points of a rollout; name one with \`--phase\`: ${phases.join(', ')}`,
            },
        ]);
    const why = (0,_run_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .leftOut */ .i)(stage, session);
    if (why !== undefined)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([{ message: `${session.checklist.file}: ${why}` }]);
    return stage;
}


/***/ }),

/***/ 4249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ language)
/* harmony export */ });
/* harmony import */ var _checks_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9037);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(248);


/** The language of checklists, from the registries of checks and gates. */
const language = {
    sections: new Map(_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .gateDefinitions */ .y.map(gate => [gate.name, gate.section])),
    kindOf: _checks_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I,
    steps: stage => _registry_js__WEBPACK_IMPORTED_MODULE_1__/* .gateDefinitions */ .y.flatMap(gate => gate.steps[stage] ?? []),
    references: (gate, section) => (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .gateOf */ .R)(gate).references?.(section) ?? [],
};


/***/ }),

/***/ 248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ gateDefinitions),
  R: () => (/* binding */ gateOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: ./build/core/markdown-text.js
var markdown_text = __webpack_require__(5805);
// EXTERNAL MODULE: ./build/core/once.js
var once = __webpack_require__(3609);
// EXTERNAL MODULE: ./build/core/shell-quote.js
var shell_quote = __webpack_require__(9821);
// EXTERNAL MODULE: ./build/core/strict.js
var strict = __webpack_require__(9737);
// EXTERNAL MODULE: ./build/core/units.js
var units = __webpack_require__(5673);
// EXTERNAL MODULE: ./build/postgres/connection.js
var postgres_connection = __webpack_require__(2992);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
;// CONCATENATED MODULE: ./build/postgres/dump.js






/**
 * Dumps a database in the custom format into a folder. The file bears its final name only after pg_dump has ended
 * with 0, the bytes are on the disk, and pg_restore can list the contents; until then it ends in `.part`.
 * @throws ProbeError with the program's own words; no file is left behind then
 */
async function dumpToFolder(connection, folder, name, applicationName, run, quote) {
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const path = (0,external_node_path_.join)(folder, name);
    const part = `${path}.part`;
    // Created first, so that the dump is never readable by others.
    await (0,promises_.writeFile)(part, '', { mode: 0o600 });
    try {
        const env = (0,postgres_connection.libpqEnvironment)(connection, applicationName);
        const dump = await run(`exec pg_dump --format=custom --lock-wait-timeout=30s --file=${quote(part)}`, env);
        if (dump.exitCode !== 0)
            throw new errors/* ProbeError */.B2((0,postgres_connection.describeConnection)(connection), `pg_dump ${ended(dump)}`);
        await sync(part);
        const { size } = await (0,promises_.stat)(part);
        if (size === 0)
            throw new errors/* ProbeError */.B2((0,external_node_path_.basename)(path), 'pg_dump wrote nothing although it ended with 0');
        const list = await run(`exec pg_restore --list ${quote(part)}`, {});
        const entries = list.stdout.split('\n').filter(line => /^\d+;/.test(line)).length;
        if (list.exitCode !== 0 || entries === 0)
            throw new errors/* ProbeError */.B2((0,external_node_path_.basename)(path), `pg_restore cannot list it: ${entries === 0 ? 'no entries' : ended(list)}`);
        const sha256 = await hashFile(part);
        await (0,promises_.rename)(part, path);
        await sync(folder);
        return { file: path, bytes: size, sha256, entries };
    }
    catch (error) {
        await (0,promises_.rm)(part, { force: true });
        throw error;
    }
}
/** The hex SHA-256 of a file, read as a stream. */
async function hashFile(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, { highWaterMark: 1024 * 1024 }))
        hash.update(chunk);
    return hash.digest('hex');
}
async function sync(path) {
    const handle = await (0,promises_.open)(path, 'r');
    try {
        await handle.sync();
    }
    finally {
        await handle.close();
    }
}
function ended({ exitCode, signal, stderr }) {
    const words = stderr.trim().split('\n').slice(-3).join(' | ');
    return `${exitCode === null ? `was ended by ${signal}` : `ended with exit code ${exitCode}`}${words ? `: ${words}` : ''}`;
}

// EXTERNAL MODULE: ./node_modules/semver/functions/coerce.js
var coerce = __webpack_require__(5385);
;// CONCATENATED MODULE: ./build/postgres/versions.js

/**
 * Whether the machine's pg_dump can dump this server: its major version must not be older than the server's
 * (https://www.postgresql.org/docs/current/app-pgdump.html, Notes).
 */
async function versionsAgree(url, ports, signal) {
    const [answer, program] = await Promise.all([
        ports.sql({ url, text: "SELECT current_setting('server_version') AS version" }, signal),
        ports.shell({ command: 'pg_dump --version' }, signal),
    ]);
    const server = String(answer.rows[0]?.['version'] ?? '');
    const client = /(\d+(?:\.\d+)*)/.exec(program.stdout)?.[1] ?? '';
    const versions = { server, client };
    const major = (version) => coerce(version)?.major ?? 0;
    const install = `Install postgresql-client-${major(server)} on this machine.`;
    if (program.exitCode !== 0 || client === '')
        return { versions, judgement: { outcome: 'fail', message: `pg_dump is not on the PATH. ${install}` } };
    if (major(client) < major(server))
        return {
            versions,
            judgement: { outcome: 'fail', message: `pg_dump ${client} cannot dump server ${server}. ${install}` },
        };
    return { versions, judgement: { outcome: 'pass', message: `pg_dump ${client}, server ${server}` } };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
;// CONCATENATED MODULE: ./build/storage/manifest.js




/** Says that a backup exists and what it is; written last, so that a file without one is no backup. */
const manifestSchema = (0,once/* once */.O)(() => schemas/* strictObject */.rej({
    gatesheet: schemas/* literal */.euz(1),
    file: schemas/* string */.YjP(),
    bytes: schemas/* number */.aig().int().positive(),
    sha256: schemas/* string */.YjP(),
    takenAt: iso/* datetime */.w$(),
    environment: schemas/* string */.YjP(),
    commit: schemas/* string */.YjP(),
    database: schemas/* string */.YjP().describe('where it was taken from, without a secret'),
    serverVersion: schemas/* string */.YjP(),
    clientVersion: schemas/* string */.YjP(),
    entries: schemas/* number */.aig().int().positive(),
}));
const suffix = '.manifest.json';
/** Path of the manifest of a backup file. */
const manifestPath = (file) => `${file}${suffix}`;
/** Writes a manifest beside its backup, whole or not at all. */
async function writeManifest(file, manifest) {
    const path = manifestPath(file);
    await (0,promises_.writeFile)(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await (0,promises_.rename)(`${path}.part`, path);
    return path;
}
/** The backups of a folder, newest first; files that are no manifest of ours are passed over. */
async function readManifests(folder) {
    const names = (await (0,promises_.readdir)(folder).catch(() => [])).filter(name => name.endsWith(suffix));
    const read = names.map(async (name) => {
        const path = (0,external_node_path_.join)(folder, name);
        const parsed = manifestSchema().safeParse(parse(await (0,promises_.readFile)(path, 'utf8').catch(() => '')));
        return parsed.success ? [{ path, manifest: parsed.data }] : [];
    });
    return (await Promise.all(read)).flat().sort((a, b) => (a.manifest.takenAt < b.manifest.takenAt ? 1 : -1));
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/storage/retention.js



const dayMs = 86_400_000;
/** Which backups of an environment are older than the limit; never the newest of a database. */
function expired(backups, environment, keepMs, now) {
    const own = backups.filter(({ manifest }) => manifest.environment === environment);
    const newestFirst = own.sort((a, b) => (a.manifest.takenAt < b.manifest.takenAt ? 1 : -1));
    // Two projects may share a folder, and call their environments alike.
    const older = newestFirst.filter(({ manifest }, index) => newestFirst.slice(0, index).some(newer => newer.manifest.database === manifest.database));
    return older.filter(({ manifest }) => now.getTime() - Date.parse(manifest.takenAt) > keepMs);
}
/** Deletes expired backups of a folder: the manifest first, so that no manifest ever names a missing file. */
async function applyRetention(folder, environment, keepMs, now) {
    const gone = expired(await readManifests(folder), environment, keepMs, now);
    for (const { path, manifest } of gone) {
        await (0,promises_.rm)(path, { force: true });
        // A manifest may only name a file beside itself.
        await (0,promises_.rm)((0,external_node_path_.join)((0,external_node_path_.dirname)(path), (0,external_node_path_.basename)(manifest.file)), { force: true });
    }
    await removeAbandoned(folder, now);
    return gone.map(({ manifest }) => (0,external_node_path_.basename)(manifest.file));
}
/** What killed runs left half written; a dump that is still running touches its file. */
async function removeAbandoned(folder, now) {
    const parts = (await (0,promises_.readdir)(folder)).filter(name => /\.dump(?:\.manifest\.json)?\.part$/.test(name));
    for (const name of parts) {
        const { mtimeMs } = await (0,promises_.stat)((0,external_node_path_.join)(folder, name));
        if (now.getTime() - mtimeMs > dayMs)
            await (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true });
    }
}

;// CONCATENATED MODULE: ./build/gates/definition.js

const defineGate = (gate) => ({ ...gate, section: (0,once/* once */.O)(() => gate.section()) });

;// CONCATENATED MODULE: ./build/gates/backup.js














const section = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    database: strict/* text */.Qq.describe('URL of the database'),
    to: strict/* text */.Qq
        .refine(given => !given.includes('://'), 'only a folder can be stored to; give a path')
        .describe('folder that keeps the backups'),
    keep: strict/* duration */.p0.optional().describe('older backups of this environment are deleted after a good one'),
    timeout: strict/* duration */.p0.optional().describe('limit of the dump (1h)'),
    in: schemas/* array */.YOg(strict/* text */.Qq).min(1).optional().describe('only in these environments (all)'),
}));
const backup = defineGate({
    name: 'backup',
    summary: 'Server and client versions agree, then `pg_dump` in the custom format, hashed and listed. A file bears a good name only when it is whole; its manifest is written last.',
    section,
    steps: { backup: ['versions', 'dump', 'read-back', 'retention'] },
    words: (_, { database, to, keep }) => [
        `Dump ${(0,markdown_text/* code */.aY)(database)} with ${(0,markdown_text/* code */.aY)('pg_dump')} to ${(0,markdown_text/* code */.aY)(to)}, list the contents, read the file back.`,
        ...(keep === undefined ? [] : [`Remove backups older than ${(0,units/* formatDuration */.a3)(keep)}.`]),
    ],
    async run(given, context) {
        const progress = {
            signal: AbortSignal.any([context.signal, AbortSignal.timeout(given.timeout ?? 3_600_000)]),
            folder: '',
            evidence: { takenAt: context.ports.clock.now().toISOString(), verified: 'list' },
        };
        const checks = [];
        const attempt = async (id, title, step, advisory = false) => {
            const result = await context.step(id, title, () => step(given, progress, context), { advisory });
            checks.push(result);
            return result.outcome === 'pass';
        };
        const taken = (await attempt('versions', 'pg_dump is at least as new as the server', agree)) &&
            (await attempt('dump', 'The database is dumped and its contents can be listed', dump)) &&
            (await attempt('read-back', 'The stored file is read back and has the same hash', readBack));
        if (!taken)
            return { checks, verdict: 'no-go', reasons: ['backup-failed'] };
        if (given.keep !== undefined)
            await attempt('retention', `Backups older than ${(0,units/* formatDuration */.a3)(given.keep)} are removed`, retain, true);
        const evidence = progress.evidence;
        return { checks, data: { backup: evidence }, message: `${evidence.file}, ${(0,units/* formatSize */.Xq)(evidence.bytes)}.` };
    },
});
const agree = async (given, { signal, evidence }, context) => {
    const { versions, judgement } = await versionsAgree(context.fill(given.database), context.ports, signal);
    Object.assign(evidence, { serverVersion: versions.server, clientVersion: versions.client });
    return judgement;
};
const dump = async (given, progress, context) => {
    const { evidence, signal } = progress;
    const connection = (0,postgres_connection.parseConnection)(context.fill(given.database));
    const to = context.fill(given.to);
    progress.folder = (0,external_node_path_.isAbsolute)(to) ? to : (0,external_node_path_.join)(context.folder, to);
    const stamp = evidence.takenAt.replace(/[-:]/g, '').replace('T', '_').slice(0, 15);
    const name = `${context.environment}_${fileName(connection.database)}_${stamp}_${(0,external_node_crypto_.randomBytes)(3).toString('hex')}.dump`;
    const run = (command, env) => context.ports.shell({ command, env }, signal);
    const application = `gatesheet backup ${context.run}`.slice(0, 63);
    const dumped = await dumpToFolder(connection, progress.folder, name, application, run, shell_quote/* shellQuote */.Z);
    const database = (0,postgres_connection.describeConnection)(connection);
    Object.assign(evidence, { ...dumped, database });
    return {
        outcome: 'pass',
        message: `${dumped.file}: ${(0,units/* formatSize */.Xq)(dumped.bytes)}, ${dumped.entries} entries, from ${database}`,
    };
};
const readBack = async (_, { evidence }, { environment, commit }) => {
    const { file, bytes, sha256, takenAt, entries, database, serverVersion, clientVersion } = evidence;
    const again = await hashFile(file);
    if (again !== sha256)
        return {
            outcome: 'fail',
            message: `${file} reads back as ${again.slice(0, 12)}\u2026, written was ${sha256.slice(0, 12)}\u2026; check the disk. It has no manifest and is no backup.`,
        };
    evidence.manifest = await writeManifest(file, {
        gatesheet: 1,
        file,
        bytes,
        sha256,
        takenAt,
        environment,
        commit,
        database,
        serverVersion,
        clientVersion,
        entries,
    });
    return { outcome: 'pass', message: `sha256 ${sha256.slice(0, 12)}\u2026, manifest written` };
};
const retain = async (given, { folder }, { environment, ports }) => {
    const gone = await applyRetention(folder, environment, given.keep ?? Number.POSITIVE_INFINITY, ports.clock.now());
    return { outcome: 'pass', message: gone.length > 0 ? `removed ${gone.join(', ')}` : 'nothing is older' };
};
/** A database's name as part of a file's name. */
const fileName = (name) => name.replace(/[^A-Za-z0-9_-]/g, '_');

// EXTERNAL MODULE: ./build/checks/registry.js + 14 modules
var registry = __webpack_require__(9037);
;// CONCATENATED MODULE: ./build/gates/deploy.js




const deploy_section = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    'before-migrate': (0,registry/* schemas */.jo)().steps.optional().describe('steps before the migrations run'),
    'after-migrate': (0,registry/* schemas */.jo)().steps.optional().describe('steps after them'),
}).refine(given => given['before-migrate'] || given['after-migrate'], {
    message: 'asks for nothing: add `before-migrate` or `after-migrate`',
}));
const deploy = defineGate({
    name: 'deploy',
    summary: 'Steps in order, each with proof; stops at the first that fails.',
    section: deploy_section,
    steps: {},
    applies: (stage, given) => given[stage.phase === 'before-migrate' ? 'before-migrate' : 'after-migrate'] !== undefined,
    async run(given, context) {
        const steps = given[context.stage.phase === 'before-migrate' ? 'before-migrate' : 'after-migrate'] ?? [];
        const checks = await context.runSteps(steps);
        const stopped = checks.some(check => !check.advisory && (check.outcome === 'fail' || check.outcome === 'error'));
        return stopped ? { checks, verdict: 'no-go', reasons: ['deploy-unproved'] } : { checks };
    },
});

// EXTERNAL MODULE: ./build/core/migration.js
var core_migration = __webpack_require__(2726);
// EXTERNAL MODULE: ./build/core/nearest.js
var nearest = __webpack_require__(2732);
// EXTERNAL MODULE: ./build/core/template.js
var template = __webpack_require__(8794);
;// CONCATENATED MODULE: ./build/migrations/command.js




const listSchema = (0,once/* once */.O)(() => {
    const migration = schemas/* strictObject */.rej({
        name: schemas/* string */.YjP(),
        state: schemas/* enum */.k5n(core_migration/* migrationStates */.d),
        note: schemas/* string */.YjP().optional(),
    });
    return schemas/* array */.YOg(schemas/* union */.KCZ([migration, schemas/* string */.YjP().transform((name) => ({ name, state: 'pending' }))]));
});
const command = {
    name: 'command',
    summary: 'Any tool by its commands. `list` prints a JSON array of pending names or of `{name, state}`; the state is whatever it says before and after.',
    async list(context) {
        const { list } = context.commands;
        if (list === undefined)
            return undefined;
        const { stdout } = await runCommand(context, list);
        const parsed = listSchema().safeParse(parseJson(stdout));
        if (!parsed.success)
            throw new errors/* ProbeError */.B2(list, 'must print a JSON array of names or of `{"name": \u2026, "state": \u2026}`');
        return parsed.data;
    },
    async preview(context) {
        const { preview } = context.commands;
        if (preview === undefined)
            return undefined;
        const { stdout } = await runCommand(context, preview);
        return stdout.trim() ? [{ name: preview, sql: stdout }] : [];
    },
    async apply(context, pending) {
        const { apply } = context.commands;
        if (apply === undefined)
            throw new errors/* ProbeError */.B2('migrate', 'the tool `command` needs `apply`');
        try {
            await runCommand(context, apply);
        }
        catch (error) {
            if (!(error instanceof errors/* ProbeError */.B2))
                throw error;
            const left = await this.list(context);
            // A list of names leaves out what is applied.
            const applied = pending.filter(name => left?.every(item => item.name !== name || item.state === 'applied'));
            const stuck = left && pending.find(name => !applied.includes(name));
            return { applied, failed: { name: stuck ?? apply, message: error.message } };
        }
        return { applied: [...pending] };
    },
};
/** Runs a tool's command in its folder. @throws ProbeError with its last words when it does not end with 0 */
async function runCommand(context, text) {
    const { exitCode, signal, stdout, stderr } = await context.ports.shell({ command: text, cwd: context.directory, env: { DATABASE_URL: context.database } }, context.signal);
    if (exitCode === 0)
        return { stdout };
    const words = (stderr.trim() || stdout.trim()).split('\n').slice(-3).join(' | ');
    throw new errors/* ProbeError */.B2(text, `${exitCode === null ? `was ended by ${signal}` : `ended with exit code ${exitCode}`}: ${words || 'it printed nothing'}`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/migrations/alembic.js

/** Alembic by its own program; `directory` is the folder with alembic.ini. */
const alembic = {
    name: 'alembic',
    summary: 'Alembic\u2019s own commands: `history` and `current` for the state, `upgrade head --sql` for the preview, `upgrade head`.',
    async list(context) {
        const [history, current] = await Promise.all([
            runCommand(context, 'alembic history'),
            runCommand(context, 'alembic current'),
        ]);
        return stateOf(history.stdout, current.stdout);
    },
    async preview(context, pending) {
        if (pending.length === 0)
            return [];
        const { stdout } = await runCommand(context, 'alembic current');
        const from = revisionsIn(stdout)[0];
        return command.preview(withCommands(context, { preview: `alembic upgrade ${from ? `${from}:head` : 'head'} --sql` }), pending);
    },
    async apply(context, pending) {
        const done = await command.apply(withCommands(context, { apply: 'alembic upgrade head' }), pending);
        if (!done.failed)
            return done;
        const left = (await this.list(context)) ?? [];
        return {
            ...done,
            applied: pending.filter(name => left.some(item => item.name === name && item.state === 'applied')),
        };
    },
};
/**
 * Reads `alembic history` (newest first, `down -> revision (head), message`) and `alembic current`. Applied is what
 * a current revision comes from. More than one head is a branched history, whose state this cannot name.
 */
function stateOf(history, current) {
    const revisions = [...history.matchAll(/^\s*(\S.*?) -> (\w+)(.*?)(?:, (.*))?$/gm)]
        .map(([, down = '', name = '', marks = '']) => ({
        name,
        down: down.match(/\w+/g) ?? [],
        head: marks.includes('(head)'),
    }))
        .reverse();
    const now = revisionsIn(current);
    const branched = revisions.filter(revision => revision.head).length > 1;
    const gone = now.filter(name => !revisions.some(revision => revision.name === name));
    const applied = new Set(now);
    // Each comes after what it is built on, so one look from the newest on is enough.
    for (const { name, down } of revisions.toReversed())
        if (applied.has(name))
            for (const earlier of down)
                applied.add(earlier);
    const states = revisions.map(({ name }) => {
        if (branched)
            return { name, state: 'unknown', note: 'the history has branches; merge the heads' };
        if (gone.length > 0)
            return { name, state: 'unknown' };
        return { name, state: applied.has(name) ? 'applied' : 'pending' };
    });
    const lost = gone.map((name) => ({
        name,
        state: 'missing-file',
        note: 'the database is at a revision that this commit does not have',
    }));
    return [...lost, ...states];
}
const revisionsIn = (text) => [...text.matchAll(/^(\w+)(?: \(.*\))*\s*$/gm)].map(match => match[1] ?? '');
const withCommands = (context, commands) => ({ ...context, commands });

// EXTERNAL MODULE: ./build/postgres/client.js
var client = __webpack_require__(6667);
;// CONCATENATED MODULE: ./build/migrations/ledger.js
const ledgerTable = 'gatesheet_migrations';
/** The rows of the ledger, in the order of their application; none when there is no ledger yet. */
async function readLedger(client) {
    const there = await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [ledgerTable]);
    if (!there.rows[0]?.there)
        return [];
    const { rows } = await client.query(`SELECT name, checksum FROM ${ledgerTable} ORDER BY applied_at, name`);
    return rows;
}
/** Creates the ledger where there is none. */
const ensureLedger = (client) => client.query(`CREATE TABLE IF NOT EXISTS ${ledgerTable} (
    name text PRIMARY KEY,
    checksum text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    run text NOT NULL
  )`);
const recordMigration = (client, row, run) => client.query(`INSERT INTO ${ledgerTable} (name, checksum, run) VALUES ($1, $2, $3)`, [
    row.name,
    row.checksum,
    run,
]);
/** Any fixed number does; it only has to be the same for every runner of a database. */
const lockKey = 7_415_283_001;
/**
 * Takes the session lock that keeps two runners apart, by asking again and again: a waiting
 * `pg_advisory_lock` would hold a snapshot and block concurrent index builds.
 * @returns false when another runner kept it for `waitMs` milliseconds
 */
async function takeRunnerLock(client, waitMs, signal) {
    const deadline = performance.now() + waitMs;
    for (;;) {
        const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [lockKey]);
        if (rows[0]?.taken)
            return true;
        if (performance.now() >= deadline)
            return false;
        signal.throwIfAborted();
        await new Promise(resolve => setTimeout(resolve, 200));
    }
}

// EXTERNAL MODULE: ./build/core/digest.js
var core_digest = __webpack_require__(2552);
;// CONCATENATED MODULE: ./build/migrations/sql-files.js




const numbered = /^(\d+)[._-].*\.sql$/i;
/**
 * The migrations of a folder in the order of their numeric prefix. Down files (`*.down.sql`) are passed over.
 * @throws ProbeError on a file without a number, on a number that stands twice, and on transaction control
 */
async function readSqlFiles(directory) {
    const names = await (0,promises_.readdir)(directory).catch(() => {
        throw new errors/* ProbeError */.B2(directory, 'there is no such folder of migrations');
    });
    const own = names.filter(name => /\.sql$/i.test(name) && !/\.down\.sql$/i.test(name));
    const faults = own
        .filter(name => !numbered.test(name))
        .map(name => `${name} does not begin with a number`);
    const byNumber = Map.groupBy(own, name => BigInt(numbered.exec(name)?.[1] ?? 0));
    for (const [number, same] of byNumber)
        if (same.length > 1 && number > 0n)
            faults.push(`${same.sort().join(' and ')} have the same number`);
    const files = await Promise.all(own.map(name => readOne(directory, name)));
    for (const { name, sql } of files) {
        if (transactionControl.test(withoutOpaque(sql)))
            faults.push(`${name} controls transactions itself; remove BEGIN and COMMIT, each file is one transaction`);
        if (sql.includes('\0'))
            faults.push(`${name} holds a NUL byte`);
    }
    if (faults.length > 0)
        throw new errors/* ProbeError */.B2(directory, faults.join('; '));
    const order = (name) => BigInt(numbered.exec(name)?.[1] ?? 0);
    return files.sort((a, b) => (order(a.name) < order(b.name) ? -1 : 1));
}
async function readOne(directory, name) {
    const sql = await (0,promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8');
    // A checkout on Windows must not look like an edit.
    return { name, sql, checksum: (0,core_digest/* sha256 */.sc)(sql.replaceAll('\r\n', '\n')) };
}
/** A statement that begins or ends a transaction, in all its forms; one to a savepoint does neither. */
const transactionControl = /(?:^|;)\s*(?:(?:begin|commit|rollback|abort|end)(?:\s+(?:work|transaction))?(?:\s+(?:isolation|read|not|deferrable|and)\b[^;]*)?|(?:start|prepare)\s+transaction\b[^;]*)\s*(?:;|$)/i;
/** Strings, function bodies and comments, which may hold any words; read together, since each may hold the others' signs. */
const opaque = /(\$(?:[a-z_]\w*)?\$)[\s\S]*?\1|\be'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//gi;
const withoutOpaque = (sql) => sql
    .replace(opaque, found => (/^(?:--|\/\*)/.test(found) ? ' ' : "''"))
    .replace(/\bbegin\s+atomic\b[\s\S]*?;\s*end\s*(?=;|$)/gi, '');

;// CONCATENATED MODULE: ./build/migrations/sql.js





/** Compares the ledger with the files; pure. */
function sql_stateOf(rows, files) {
    const ledger = new Map(rows.map(row => [row.name, row.checksum]));
    const here = new Set(files.map(file => file.name));
    const lastApplied = files.findLastIndex(file => ledger.has(file.name));
    const known = files.map((file, index) => {
        const checksum = ledger.get(file.name);
        if (checksum === undefined)
            return index < lastApplied
                ? {
                    name: file.name,
                    state: 'unknown',
                    note: 'older than an applied migration; give it a newer number',
                }
                : { name: file.name, state: 'pending' };
        if (checksum !== file.checksum)
            return {
                name: file.name,
                state: 'edited',
                note: 'changed after it was applied; put it back and write a new one',
            };
        return { name: file.name, state: 'applied' };
    });
    const gone = rows
        .filter(row => !here.has(row.name))
        .map((row) => ({
        name: row.name,
        state: 'missing-file',
        note: 'applied, but its file is not in this commit',
    }));
    return [...gone, ...known];
}
const sql = {
    name: 'sql',
    summary: 'A folder of numbered SQL files, each one transaction, with a ledger table and checksums.',
    async list(context) {
        const files = await readSqlFiles(context.directory);
        const rows = await connected(context, client => readLedger(client));
        return sql_stateOf(rows, files);
    },
    async preview(context, pending) {
        const files = await readSqlFiles(context.directory);
        return files.filter(file => pending.includes(file.name)).map(({ name, sql }) => ({ name, sql }));
    },
    async apply(context, pending) {
        const files = (await readSqlFiles(context.directory)).filter(file => pending.includes(file.name));
        return connected(context, async (client) => {
            if (!(await takeRunnerLock(client, 30_000, context.signal)))
                throw new errors/* ProbeError */.B2((0,postgres_connection.describeConnection)((0,postgres_connection.parseConnection)(context.database)), 'another migration run holds the lock; wait for it to end');
            await setBudget(client, context);
            await ensureLedger(client);
            // Another runner may have applied some of them while this one waited for its turn.
            const done = new Set((await readLedger(client)).map(row => row.name));
            const applied = [];
            for (const file of files.filter(({ name }) => !done.has(name))) {
                if (context.signal.aborted)
                    return { applied, failed: { name: file.name, message: 'the run was cancelled before it began' } };
                await setBudget(client, context);
                const failure = await applyOne(client, file, context.run);
                if (failure !== undefined)
                    return { applied, failed: { name: file.name, message: failure } };
                applied.push(file.name);
            }
            return { applied };
        });
    },
};
/** Also takes back what a file has set for its session, so that every file begins alike. */
async function setBudget(client, { budget }) {
    await client.query('RESET ALL');
    await client.query("SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false)", [String(budget.lock), String(budget.statement)]);
}
/** One transaction with its ledger row inside; the words of the failure, after which nothing of the file is left. */
async function applyOne(client, file, run) {
    try {
        await client.query('BEGIN');
        await client.query(file.sql);
        // A file made by pg_dump empties it; the ledger stands where it always did.
        await client.query('RESET search_path');
        await recordMigration(client, file, run);
        await client.query('COMMIT');
        return undefined;
    }
    catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        return explain(error, file.sql);
    }
}
/** The database's words, with the line of the file and its hint. */
function explain(error, text) {
    const { position, detail, hint } = error;
    const line = position ? ` (line ${text.slice(0, Number(position) - 1).split('\n').length})` : '';
    return [`${(0,errors/* messageOf */.bD)(error)}${line}`, detail, hint]
        .flatMap(text => text?.replace(/\.$/, '') || [])
        .join('. ');
}
const connected = (context, work) => (0,client.withClient)((0,postgres_connection.parseConnection)(context.database), `gatesheet migrate ${context.run}`.slice(0, 63), context.signal, work);

;// CONCATENATED MODULE: ./build/migrations/registry.js



/** Every migration tool. */
const migrationTools = [sql, alembic, command];
const migrationToolNames = migrationTools.map(tool => tool.name);

// EXTERNAL MODULE: ./build/core/redact.js
var redact = __webpack_require__(193);
;// CONCATENATED MODULE: ./build/migrations/shown.js

/** Whether SQL is what was shown of it, with its secrets masked. */
function isShownBy(shown, sql) {
    if (shown === undefined)
        return true;
    const [first = '', ...rest] = shown.split(redact/* mask */.dK);
    const last = rest.at(-1);
    if (last === undefined)
        return sql === shown;
    if (!sql.startsWith(first) || !sql.endsWith(last))
        return false;
    let at = first.length;
    for (const part of rest) {
        at = sql.indexOf(part, at);
        if (at < 0)
            return false;
        at += part.length;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/gates/migrate.js













const lockMs = 5000;
const statementMs = 60_000;
const tool = (0,once/* once */.O)(() => strict/* text */.Qq.refine(given => (0,template/* namesIn */.wX)(given).length > 0 || migrationToolNames.includes(given), {
    error: issue => `no migration tool is called \`${String(issue.input)}\`; ${(0,nearest/* suggestion */.h)(String(issue.input), migrationToolNames)}`,
}));
const migrate_section = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    tool: tool().describe(`one of ${migrationToolNames.join(', ')}`),
    directory: strict/* text */.Qq.describe('folder of the migrations, or of the tool'),
    database: strict/* text */.Qq.describe('URL of the database'),
    budget: (0,strict/* strict */.O2)({
        lock: strict/* duration */.p0.optional().describe('longest wait for a lock (5s)'),
        statement: strict/* duration */.p0.optional().describe('longest statement (60s)'),
    }).optional(),
    'backward-compatible': schemas/* boolean */.zMY()
        .optional()
        .describe('the previous release runs on the new schema (true)'),
    list: strict/* text */.Qq.optional().describe('tool `command`: prints the state as JSON'),
    preview: strict/* text */.Qq.optional().describe('tool `command`: prints the SQL'),
    apply: strict/* text */.Qq.optional().describe('tool `command`: applies what is pending'),
}));
const migrate = defineGate({
    name: 'migrate',
    summary: 'Lists what is pending from the database\u2019s own ledger and shows the SQL; after the sign-off applies it under budgets and verifies the ledger.',
    section: migrate_section,
    steps: { 'migrate-preview': ['list', 'preview'], migrate: ['list', 'apply', 'verify'] },
    words: (stage, { tool, directory, budget }) => stage.phase === 'preview'
        ? [`List what is pending in ${(0,markdown_text/* code */.aY)(directory)} (tool ${(0,markdown_text/* code */.aY)(tool)}).`, 'Show the SQL that will run.']
        : [
            'Check that what is pending is what was shown.',
            `Apply it: at most ${(0,units/* formatDuration */.a3)(budget?.lock ?? lockMs)} for a lock, ${(0,units/* formatDuration */.a3)(budget?.statement ?? statementMs)} for a statement.`,
            'Check that the ledger holds every migration.',
        ],
    run: (given, context) => context.stage.phase === 'preview' ? preview(given, context) : apply(given, context),
});
function migrate_open(given, context) {
    const name = context.fill(given.tool);
    const tool = migrationTools.find(item => item.name === name);
    if (!tool)
        throw new errors/* ProbeError */.B2('migrate.tool', `no migration tool is called \u201c${name}\u201d; ${(0,nearest/* suggestion */.h)(name, migrationToolNames)}`);
    const directory = context.fill(given.directory);
    const optional = (command) => command === undefined ? undefined : context.fill(command);
    return {
        tool,
        context: {
            database: context.fill(given.database),
            directory: (0,external_node_path_.isAbsolute)(directory) ? directory : (0,external_node_path_.join)(context.folder, directory),
            commands: {
                list: optional(given.list),
                preview: optional(given.preview),
                apply: optional(given.apply),
            },
            budget: { lock: given.budget?.lock ?? lockMs, statement: given.budget?.statement ?? statementMs },
            run: context.run,
            ports: context.ports,
            signal: context.signal,
        },
    };
}
async function preview(given, context) {
    const evidence = { tool: given.tool, before: [], applied: [] };
    const list = await context.step('list', 'Every migration is applied or pending', async () => {
        const { tool, context: inner } = migrate_open(given, context);
        evidence.tool = tool.name;
        const found = await tool.list(inner);
        evidence.before = found ?? [];
        return judgeList(found);
    });
    if (list.outcome !== 'pass')
        return unclear([list], evidence);
    const shown = await context.step('preview', 'The SQL that will run is shown', async () => {
        const { tool, context: inner } = migrate_open(given, context);
        const sql = await tool.preview(inner, (0,core_migration/* namesOf */.e)(evidence.before, 'pending'));
        if (sql === undefined)
            return { outcome: 'skipped', message: `the tool ${tool.name} cannot show it; add \`preview\`` };
        evidence.preview = sql;
        const statements = sql.reduce((sum, file) => sum + file.sql.split(';').filter(part => part.trim()).length, 0);
        return {
            outcome: 'pass',
            message: sql.length === 0
                ? 'nothing to run'
                : `${sql.map(file => file.name).join(', ')}: about ${statements} statements`,
        };
    });
    return {
        checks: [list, shown],
        data: { migrate: evidence },
        ...(shown.outcome === 'error' ? {} : { message: `${list.message}.` }),
    };
}
async function apply(given, context) {
    const evidence = { tool: given.tool, before: [], applied: [] };
    const checks = [];
    const step = async (id, title, work) => {
        const result = await context.step(id, title, async () => work(migrate_open(given, context)));
        checks.push(result);
        return result.outcome === 'pass';
    };
    const previewed = (await context.evidence('migrate-preview'))?.data.migrate;
    const listed = await step('list', 'What is pending is what was shown before the sign-off', async ({ tool, context: inner }) => {
        evidence.tool = tool.name;
        const found = await tool.list(inner);
        evidence.before = found ?? [];
        const judged = judgeList(found);
        if (judged.outcome !== 'pass' || !previewed || !found)
            return judged;
        const [then, now] = [(0,core_migration/* namesOf */.e)(previewed.before, 'pending'), (0,core_migration/* namesOf */.e)(found, 'pending')];
        if (then.join() !== now.join())
            return {
                outcome: 'fail',
                message: `shown were ${named(then)}, pending now are ${named(now)}; run the readiness stages again`,
            };
        const shown = new Map(previewed.preview?.map(({ name, sql }) => [name, sql]));
        const changed = ((await tool.preview(inner, now)) ?? []).filter(
        // What a command prints for all of them may differ each time; a file must not.
        ({ name, sql }) => now.includes(name) && !isShownBy(shown.get(name), sql));
        return changed.length === 0
            ? judged
            : {
                outcome: 'fail',
                message: `${named(changed.map(({ name }) => name))}: this is not the SQL that was shown; run the readiness stages again`,
            };
    });
    if (!listed)
        return unclear(checks, evidence);
    const pending = (0,core_migration/* namesOf */.e)(evidence.before, 'pending');
    const applied = await step('apply', 'The pending migrations are applied', async ({ tool, context: inner }) => {
        const done = await tool.apply(inner, pending);
        evidence.applied = done.applied;
        if (!done.failed)
            return {
                outcome: 'pass',
                message: pending.length > 0 ? `applied ${named(done.applied)}` : 'nothing was pending',
            };
        evidence.failed = done.failed.name;
        const left = pending.filter(name => name !== done.failed?.name && !done.applied.includes(name));
        return {
            outcome: 'fail',
            message: `${done.failed.name} failed: ${done.failed.message}. Applied: ${named(done.applied)}; not started: ${named(left)}`,
        };
    });
    const verified = await step('verify', 'The ledger holds every migration', async ({ tool, context: inner }) => {
        // Also after a cancellation: the evidence must name what was applied.
        const after = await tool.list({ ...inner, signal: AbortSignal.timeout(30_000) });
        if (after === undefined)
            return { outcome: 'skipped', message: 'this tool cannot list what it applied' };
        evidence.after = after;
        // A connection may break after a commit, so the ledger has the last word; a list of names leaves out what is applied.
        evidence.applied = pending.filter(name => after.every(item => item.name !== name || item.state === 'applied'));
        const left = after.filter(item => item.state !== 'applied');
        return left.length === 0
            ? { outcome: 'pass', message: `${(0,core_migration/* namesOf */.e)(after, 'applied').length} applied, none pending` }
            : { outcome: 'fail', message: `not applied: ${left.map(describe).join('; ')}` };
    });
    if (applied && verified)
        return { checks, data: { migrate: evidence } };
    const data = { migrate: evidence };
    if (applied && checks.at(-1)?.outcome === 'skipped')
        return { checks, data };
    return { checks, data, verdict: 'no-go', reasons: ['migration-failed'] };
}
function judgeList(found) {
    if (found === undefined)
        return { outcome: 'pass', message: 'this tool cannot list; what is pending is not known before it runs' };
    const wrong = found.filter(item => item.state !== 'applied' && item.state !== 'pending');
    if (wrong.length > 0)
        return { outcome: 'fail', message: `${wrong.map(describe).join('; ')}. Nothing was applied.` };
    const pending = (0,core_migration/* namesOf */.e)(found, 'pending');
    return {
        outcome: 'pass',
        message: `${(0,core_migration/* namesOf */.e)(found, 'applied').length} applied, ${pending.length} pending${pending.length > 0 ? `: ${pending.join(', ')}` : ''}`,
    };
}
const unclear = (checks, evidence) => ({
    checks,
    data: { migrate: evidence },
    verdict: 'no-go',
    reasons: ['migration-state-unclear'],
});
const describe = (item) => `${item.name} is ${item.state}${item.note ? ` (${item.note})` : ''}`;
const named = (names) => (names.length > 0 ? names.join(', ') : 'none');

;// CONCATENATED MODULE: ./build/gates/observe.js






const observe_section = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    for: strict/* templatedDuration */.Dt.describe('length of the window'),
    every: strict/* templatedDuration */.Dt.describe('pause between samples'),
    checks: (0,registry/* schemas */.jo)().steps.describe('sampled all together'),
}).refine(given => typeof given.every === 'string' || typeof given.for === 'string' || given.every <= given.for, {
    message: '`every` is longer than the window',
    path: ['every'],
}));
const observe = defineGate({
    name: 'observe',
    summary: 'Samples all checks together for a window; stops early on a clear no-go.',
    section: observe_section,
    steps: {},
    words: (_, { for: length, every }) => [
        `For ${shown(length)}, every ${shown(every)}, all of these together.`,
    ],
    run: async (window, context) => ({ checks: await context.sample(window.checks, window) }),
});
const shown = (duration) => typeof duration === 'number' ? (0,units/* formatDuration */.a3)(duration) : (0,markdown_text/* code */.aY)(duration);

;// CONCATENATED MODULE: ./build/gates/preflight.js


const preflight = defineGate({
    name: 'preflight',
    summary: 'Every check side by side; records the baselines that the observation compares with.',
    section: () => (0,registry/* schemas */.jo)().list,
    steps: { preflight: ['baselines'] },
    async run(section, context) {
        const measured = context.section('observe')?.checks.filter(check => check.baseline) ?? [];
        const [checks, baselines] = await Promise.all([context.runList(section), measure(measured)]);
        return baselines
            ? { checks: [...checks, baselines.result], data: { baselines: baselines.values } }
            : { checks };
        async function measure(items) {
            if (items.length === 0)
                return undefined;
            const values = {};
            const result = await context.step('baselines', 'Baselines before the rollout are recorded', async () => {
                await Promise.all(items.map(async (item) => {
                    const value = await context.measure(item);
                    if (value !== undefined)
                        values[item.id] = value;
                }));
                const missing = items.filter(item => !(item.id in values));
                const listed = Object.entries(values).map(([id, value]) => `${id} ${String(value)}`);
                return {
                    // Before a first rollout there is nothing to measure, and the checks that need a baseline will say so.
                    outcome: 'pass',
                    message: missing.length > 0
                        ? `not measured: ${missing.map(item => item.title).join(', ')} (nothing runs yet?)`
                        : listed.join(', '),
                };
            });
            return { result, values };
        }
    },
});

// EXTERNAL MODULE: ./build/core/decision.js
var core_decision = __webpack_require__(4402);
;// CONCATENATED MODULE: ./build/gates/rollback.js






const rollback_section = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    steps: (0,registry/* schemas */.jo)().steps.describe('put the previous release (`${previous.sha}`) back'),
    verify: (0,registry/* schemas */.jo)().list.optional().describe('checks afterwards; the smoke section when absent'),
}));
const rollback = defineGate({
    name: 'rollback',
    summary: 'Runs the checklist\u2019s own rollback steps, then verifies with the same smoke checks. Data is only restored by a person.',
    section: rollback_section,
    steps: { rollback: ['decision', 'target-time'] },
    async run({ steps, verify }, context) {
        const decided = (await context.evidence('rollback-check'))?.data.rollbackCheck?.decision;
        const began = context.ports.clock.monotonic();
        const decision = await context.step('decision', 'The decision to act on', async () => judgeDecision(decided));
        if (decision.outcome !== 'pass')
            return { checks: [decision], verdict: 'no-go', reasons: ['rollback-failed'] };
        const done = await context.runSteps(steps);
        const smoke = context.section('smoke') ?? [];
        const verified = done.some(blocks) ? [] : await context.runList(verify ?? smoke);
        const checks = [decision, ...done, ...verified];
        const target = context.section('rollback-check')?.['target-time'];
        if (target !== undefined)
            checks.push(await judgeTime(context, target, context.ports.clock.monotonic() - began));
        const proved = [...done, ...verified].some(check => check.outcome === 'pass');
        if (checks.some(blocks) || !proved)
            return {
                checks,
                verdict: 'no-go',
                reasons: ['rollback-failed'],
                message: 'The rollback did not end in a verified state: put the previous release back by hand, now.',
            };
        if (decided === 'restore') {
            const backup = (await context.evidence('backup'))?.data.backup;
            return {
                checks,
                verdict: 'hold',
                reasons: ['restore-needs-a-person'],
                message: `The previous release runs. The data is in doubt: decide whether to restore ${backup?.file ?? 'a backup'} (pg_restore --clean --if-exists --no-owner).`,
            };
        }
        const message = 'The previous release runs again and passed its checks.';
        return { checks, verdict: 'go', reasons: ['rolled-back'], message };
    },
});
function judgeDecision(decided) {
    if (decided === undefined)
        return { outcome: 'pass', message: 'no decision on record: a person asked for this rollback' };
    const words = `${decided} (${core_decision/* decisionMeaning */.mF[decided]})`;
    if (decided === 'go')
        return { outcome: 'pass', message: `the decision was ${words}; a person asked for this` };
    return decided === 'roll-back-app' || decided === 'restore'
        ? { outcome: 'pass', message: words }
        : { outcome: 'fail', message: `the decision is ${words}, which no rollback step can carry out` };
}
/** Reported, never blocking: a late way back is still a way back. */
const judgeTime = (context, targetMs, tookMs) => context.step('target-time', `Back within ${(0,units/* formatDuration */.a3)(targetMs)}`, async () => ({
    outcome: tookMs <= targetMs ? 'pass' : 'fail',
    message: `it took ${(0,units/* formatDuration */.a3)(tookMs)}`,
}), { advisory: true });
const blocks = (check) => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped';

// EXTERNAL MODULE: ./build/core/stage.js
var core_stage = __webpack_require__(8812);
;// CONCATENATED MODULE: ./build/gates/rollback-check.js








const triggerSchema = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    title: strict/* text */.Qq,
    when: (0,strict/* listOf */.c3)(strict/* text */.Qq).describe('`stage.check-id`, or a whole stage: fires when it failed or could not look'),
    decision: schemas/* enum */.k5n(core_decision/* decisions */.a).exclude(['go']).optional().describe('what it asks for (roll-back-app)'),
}));
const rollback_check_section = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    previous: (0,registry/* schemas */.jo)()
        .check.refine(check => 'release' in check.capture, {
        message: 'must capture `release`, e.g. `capture: { release: json.sha }`',
        path: ['capture'],
    })
        .optional()
        .describe('a check that captures `release`: what runs before the rollout, later `${previous.sha}`'),
    ready: (0,registry/* schemas */.jo)().list.optional().describe('checks that the way back is prepared'),
    'target-time': strict/* duration */.p0.optional().describe('how long a rollback may take'),
    triggers: schemas/* array */.YOg(triggerSchema()).min(1).describe('what calls for a rollback after the rollout'),
}));
const rollbackCheck = defineGate({
    name: 'rollback-check',
    summary: 'Before: is there a way back? After: which trigger fired, and the decision with its reasons. It never decides to restore data on its own.',
    section: rollback_check_section,
    steps: {
        'rollback-check-before': ['previous-differs', 'previous-named', 'backup'],
        'rollback-check': ['decision'],
    },
    // With nothing to look at beforehand this stage could only hold.
    applies: (stage, given, asksFor) => stage.phase !== 'before' ||
        given.previous !== undefined ||
        given.ready !== undefined ||
        asksFor('backup'),
    references: given => given.triggers.flatMap((trigger, index) => trigger.when.map(to => ({ to, path: ['triggers', index, 'when'], among: core_stage/* changingStages */.N2 }))),
    words: (stage, { triggers }) => stage.phase === 'before'
        ? []
        : triggers.map(({ title, when, decision = 'roll-back-app' }) => `${(0,markdown_text/* plain */.pj)(title)} (${when.map(markdown_text/* code */.aY).join(', ')}): ${decision}`),
    run: (given, context) => context.stage.phase === 'before' ? before(given, context) : after(given, context),
});
async function before(given, context) {
    const asked = [...(given.previous ? [given.previous] : []), ...(given.ready ?? [])];
    const checks = asked.length > 0 ? await context.runList(asked) : [];
    const previous = context.captured('release');
    if (previous !== undefined && previous === context.commit)
        checks.push(await context.step('previous-differs', 'The release to go back to is another one', async () => ({
            outcome: 'fail',
            message: 'the commit to roll out runs already; a rollback would put the same release back',
        }), { advisory: true }));
    if (previous !== undefined && !releaseName.test(previous))
        checks.push(await context.step('previous-named', 'The release to go back to has a plain name', async () => ({
            outcome: 'fail',
            message: `\u201c${previous.slice(0, 80)}\u201d is no name of a release that a command could be given`,
        })));
    const backup = await backupReadiness(context);
    if (backup)
        checks.push(backup);
    const blocked = checks.some(check => !check.advisory && check.outcome !== 'pass' && check.outcome !== 'skipped');
    const data = { rollbackCheck: { because: [], previous } };
    return blocked ? { checks, data, verdict: 'no-go', reasons: ['no-way-back'] } : { checks, data };
}
/** A commit, a tag or an image; it comes from an answer and goes into the commands of the rollback. */
const releaseName = /^[A-Za-z0-9][A-Za-z0-9._@:/+-]{0,199}$/;
/** Only where this rollout takes one. */
async function backupReadiness(context) {
    if (!context.asksFor('backup'))
        return undefined;
    return context.step('backup', 'This run\u2019s backup exists', async () => {
        const backup = (await context.evidence('backup'))?.data.backup;
        return backup
            ? { outcome: 'pass', message: `${backup.file}, taken ${backup.takenAt}` }
            : { outcome: 'fail', message: 'there is no backup of this run; run the backup stage first' };
    });
}
async function after(given, context) {
    const results = new Map();
    for (const name of core_stage/* changingStages */.N2) {
        const found = await context.evidence(name);
        if (found)
            results.set(name, found);
    }
    const checks = [];
    const fired = [];
    for (const [index, trigger] of given.triggers.entries()) {
        const check = await context.step(`trigger-${index + 1}`, trigger.title, async () => {
            const looks = trigger.when.map(reference => outcomeOf(reference, results));
            const bad = trigger.when.filter((_, at) => looks[at] === 'fail' || looks[at] === 'error');
            if (bad.length > 0)
                return { outcome: 'fail', message: `fired: ${bad.join(', ')}` };
            if (looks.every(look => look === undefined))
                return { outcome: 'skipped', message: `not reached: ${trigger.when.join(', ')}` };
            return { outcome: 'pass', message: 'did not fire' };
        });
        if (check.outcome === 'fail')
            fired.push({ title: trigger.title, decision: trigger.decision ?? 'roll-back-app' });
        checks.push(check);
    }
    const migrate = results.get('migrate')?.data.migrate;
    const { decision, because } = (0,core_decision/* decide */.LD)({
        fired,
        stopped: [...results.values()].filter(result => result.verdict !== 'go').map(result => result.stage),
        applied: migrate?.applied ?? [],
        backwardCompatible: context.section('migrate')?.['backward-compatible'] ?? true,
    });
    checks.push(await context.step('decision', 'Decision', async () => results.size === 0
        ? { outcome: 'inconclusive', message: 'nothing was rolled out, so there is nothing to decide' }
        : {
            outcome: decision === 'go' ? 'pass' : 'fail',
            message: `${decision}: ${core_decision/* decisionMeaning */.mF[decision]}. Because ${because.join('; ')}.`,
            observed: decision,
        }));
    const previous = (await context.evidence('rollback-check-before'))?.data.rollbackCheck?.previous;
    const data = { rollbackCheck: { decision, because, previous } };
    return decision === 'go' ? { checks, data } : { checks, data, verdict: 'no-go', reasons: ['trigger-fired'] };
}
/** Undefined when the stage was not reached, or the check did not run. */
function outcomeOf(reference, results) {
    const [stage = '', id] = reference.split('.');
    if (!core_stage/* stageNames */.hL.includes(stage))
        return undefined;
    const result = results.get(stage);
    if (!result)
        return undefined;
    if (id === undefined)
        return result.verdict === 'go' ? 'pass' : 'fail';
    const outcome = result.checks.find(check => check.id === id)?.outcome;
    return outcome === 'skipped' ? undefined : outcome;
}

// EXTERNAL MODULE: ./build/checklist/check-item.js
var check_item = __webpack_require__(1967);
;// CONCATENATED MODULE: ./build/core/approval.js
/** Whether these approvals let the rollout go on: enough distinct people, every role, and this very evidence. */
function judgeApprovals(approvals, { atLeast, roles, digest }) {
    const rejected = approvals.filter(approval => approval.state === 'rejected');
    if (rejected.length > 0)
        return {
            verdict: 'no-go',
            reasons: ['approval-rejected'],
            message: `rejected by ${rejected.map(({ by, comment }) => (comment ? `${by} (\u201c${comment}\u201d)` : by)).join(', ')}`,
        };
    const current = approvals.filter(approval => approval.digest === digest);
    const people = new Set(current.map(approval => approval.by.toLowerCase()));
    const missing = roles.filter(role => !current.some(approval => approval.role === role));
    if (people.size >= atLeast && missing.length === 0)
        return {
            verdict: 'go',
            reasons: ['all-passed'],
            message: `approved by ${[...new Set(current.map(({ by }) => by))].join(', ')}`,
        };
    const stale = approvals.length - current.length;
    if (stale > 0 && current.length === 0)
        return {
            verdict: 'hold',
            reasons: ['approval-void'],
            message: `${stale} approval${stale === 1 ? ' was' : 's were'} given for other evidence; look at this evidence and approve it`,
        };
    const lacks = [
        ...(people.size < atLeast
            ? [people.size === 0 ? 'nobody has approved yet' : `${people.size} of ${atLeast} people have approved`]
            : []),
        ...missing.map(role => `nobody has approved as ${role}`),
    ];
    return {
        verdict: 'hold',
        reasons: ['approval-missing'],
        message: `${lacks.join(', ')}; the rollout waits and nothing was changed`,
    };
}

// EXTERNAL MODULE: ./build/core/record.js
var record = __webpack_require__(29);
;// CONCATENATED MODULE: ./build/gates/sign-off.js











const fieldNames = Object.keys(record/* recordFields */.zB);
const field = (0,once/* once */.O)(() => schemas/* union */.KCZ([
    schemas/* string */.YjP().refine(name => fieldNames.includes(name), {
        error: issue => `the record has no field \`${String(issue.input)}\`; ${(0,nearest/* suggestion */.h)(String(issue.input), fieldNames)}`,
    }),
    (0,strict/* strict */.O2)({
        title: strict/* text */.Qq,
        passed: schemas/* array */.YOg(strict/* text */.Qq).min(1).describe('`stage.check-id` or a stage: yes when all of them passed'),
    }),
]));
const sign_off_section = (0,once/* once */.O)(() => (0,strict/* strict */.O2)({
    in: schemas/* array */.YOg(strict/* text */.Qq).min(1).optional().describe('environments that need an approval (all)'),
    approvers: (0,strict/* strict */.O2)({
        'at-least': schemas/* number */.aig().int().min(1).optional().describe('distinct people (1)'),
        roles: schemas/* array */.YOg(strict/* text */.Qq).min(1).optional().describe('roles that must each approve'),
    }).optional(),
    attest: schemas/* array */.YOg(strict/* text */.Qq).min(1).optional().describe('what a person confirms by name'),
    record: schemas/* array */.YOg(field()).min(1).describe('fields of the sign-off record'),
}));
const signOff = defineGate({
    name: 'sign-off',
    summary: 'Collects approvals of this very evidence and attestations; afterwards writes the record, every field from evidence.',
    section: sign_off_section,
    steps: { 'sign-off': ['approval'], record: ['complete'] },
    references: given => given.record.flatMap((item, index) => typeof item === 'string' ? [] : item.passed.map(to => ({ to, path: ['record', index, 'passed'] }))),
    words: (stage, { in: only, approvers, attest = [], record }) => stage.phase === 'approve'
        ? [approvalWords(only, approvers), ...attest.map(markdown_text/* plain */.pj)]
        : record.map(item => `${(0,markdown_text/* plain */.pj)(labelOf(item))}: ________________`),
    run: (given, context) => context.stage.phase === 'approve' ? approve(given, context) : sign_off_record(given, context),
});
function approvalWords(only, approvers) {
    const people = approvers?.['at-least'] ?? 1;
    const roles = approvers?.roles ? ` (${approvers.roles.map(markdown_text/* plain */.pj).join(', ')})` : '';
    return `Approved by ${people === 1 ? 'a person' : `${people} people`}${roles}${only ? `, in ${only.join(', ')}` : ''}.`;
}
const labelOf = (item) => typeof item === 'string' ? (record/* recordFields */.zB[item]?.label ?? item) : item.title;
/** What people approve: the evidence of every readiness stage, for this commit and environment. */
const readinessDigest = (environment, commit, readiness) => (0,core_digest/* digestOf */.ol)({ environment, commit, evidence: readiness.map(({ stage, digest }) => ({ stage, digest })) });
async function approve(given, context) {
    const { environment, commit, approver } = context;
    const readiness = (await Promise.all(core_stage/* readinessStages */.sH.map(stage => context.evidence(stage)))).filter(found => found !== undefined);
    const digest = readinessDigest(environment, commit, readiness);
    const stopped = readiness.filter(result => result.verdict !== 'go').map(result => result.stage);
    const missing = core_stage/* readinessStages */.sH.filter(name => context.asksFor(name) && !readiness.some(result => result.stage === name));
    let approvals = [];
    const checks = [];
    const atLeast = given.approvers?.['at-least'] ?? 1;
    const roles = given.approvers?.roles ?? [];
    let ruling = judgeApprovals([], { atLeast, roles, digest });
    checks.push(await context.step('approval', `Approved for ${environment}, for evidence ${(0,core_digest/* shortDigest */.VK)(digest)}`, async () => {
        if (stopped.length > 0)
            return {
                outcome: 'fail',
                message: `${stopped.join(', ')} did not end with go, so there is nothing to approve`,
            };
        if (missing.length > 0)
            return { outcome: 'fail', message: `there is no evidence of ${missing.join(', ')}; run that first` };
        approvals = await approver.approvals({ environment, commit, digest, atLeast, roles, readiness });
        ruling = judgeApprovals(approvals, { atLeast, roles, digest });
        return { outcome: sign_off_outcomeOf[ruling.verdict], message: ruling.message, observed: (0,core_digest/* shortDigest */.VK)(digest) };
    }));
    if (ruling.verdict === 'go')
        for (const item of given.attest ?? [])
            checks.push(await context.step((0,check_item/* slug */.yR)(item), item, async () => {
                const by = await approver.attest((0,check_item/* slug */.yR)(item), item);
                return by
                    ? { outcome: 'pass', message: `attested by ${by}` }
                    : { outcome: 'pending', message: 'nobody has attested this' };
            }));
    const data = { approvals, approvedDigest: digest };
    if (stopped.length === 0 && missing.length > 0)
        return { checks, data, verdict: 'no-go', reasons: ['stage-missing'] };
    return ruling.verdict === 'go' || stopped.length > 0
        ? { checks, data }
        : { checks, data, verdict: ruling.verdict, reasons: ruling.reasons, message: `${ruling.message}.` };
}
const sign_off_outcomeOf = { go: 'pass', 'no-go': 'fail', hold: 'pending' };
async function sign_off_record(given, context) {
    const results = new Map();
    for (const name of core_stage/* stageNames */.hL) {
        const found = name === 'record' ? undefined : await context.evidence(name);
        if (found)
            results.set(name, found);
    }
    const now = context.ports.clock.now().toISOString();
    const fields = (0,record/* fillRecord */.lI)(given.record, { results, operator: context.approver.operator, now });
    const complete = await context.step('complete', 'The record is filled from evidence', async () => {
        const without = fields.filter(item => item.from.length === 0).map(item => item.label);
        return {
            outcome: 'pass',
            message: without.length > 0
                ? `not reached, so without evidence: ${without.join(', ')}`
                : `${fields.length} fields, each with its evidence`,
        };
    });
    return { checks: [complete], data: { record: fields } };
}

;// CONCATENATED MODULE: ./build/gates/smoke.js


const smoke = defineGate({
    name: 'smoke',
    summary: 'Flows and checks side by side, the steps of a flow in order, its clean-up steps always.',
    section: () => (0,registry/* schemas */.jo)().list,
    steps: {},
    run: async (section, context) => ({ checks: await context.runList(section) }),
});

;// CONCATENATED MODULE: ./build/gates/registry.js









/** Every gate, in the order of a checklist. */
const gateDefinitions = [
    preflight,
    backup,
    migrate,
    deploy,
    smoke,
    observe,
    rollbackCheck,
    rollback,
    signOff,
];
/** The definition of a gate. */
function gateOf(name) {
    const gate = gateDefinitions.find(item => item.name === name);
    if (!gate)
        throw new Error(`no gate ${name}`);
    return gate;
}


/***/ }),

/***/ 6667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   withClient: () => (/* binding */ withClient)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2992);


/**
 * Runs work on one connection and always closes it. When the signal aborts, the running statement is cancelled on
 * the server from a second connection and the socket is closed, so that nothing goes on behind our back.
 * @throws ProbeError naming the server when it cannot be reached
 */
async function withClient(connection, applicationName, signal, work) {
    const client = await connect(connection, applicationName, signal);
    let cancelled;
    const abort = () => {
        cancelled = cancelBackend(connection, client);
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
        return await work(client);
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
    finally {
        signal.removeEventListener('abort', abort);
        await cancelled;
        await client.end().catch(() => undefined);
    }
}
/** libpq's meaning of each `sslmode`, the ways to try in order: only the `verify-` modes check the certificate. */
const waysOf = {
    disable: [false],
    allow: [false, { rejectUnauthorized: false }],
    prefer: [{ rejectUnauthorized: false }, false],
    require: [{ rejectUnauthorized: false }],
    'verify-ca': [{ rejectUnauthorized: true }],
    'verify-full': [{ rejectUnauthorized: true }],
};
async function connect(connection, applicationName, signal) {
    const ways = waysOf[connection.sslmode ?? 'prefer'];
    if (!ways)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2('the database URL', `has no sslmode that is known: ${connection.sslmode}`);
    let last;
    for (const ssl of ways) {
        try {
            return await connectOnce({ ...clientConfig(connection), application_name: applicationName, ssl }, signal);
        }
        catch (error) {
            signal?.throwIfAborted();
            last = error;
            if (!tlsRefused(error))
                break;
        }
    }
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2((0,_connection_js__WEBPACK_IMPORTED_MODULE_1__.describeConnection)(connection), `cannot connect: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(last)}`);
}
async function connectOnce(config, signal) {
    const { default: pg } = await __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 3849));
    signal?.throwIfAborted();
    const client = new pg.Client(config);
    // Without a listener a lost connection would end the process; the running query reports it too.
    client.on('error', () => undefined);
    // A server that accepts the connection and then says nothing must not keep a cancelled run waiting.
    const abort = () => socketOf(client).destroy();
    signal?.addEventListener('abort', abort, { once: true });
    try {
        await client.connect();
        signal?.throwIfAborted();
        return client;
    }
    catch (error) {
        await client.end().catch(() => undefined);
        throw error;
    }
    finally {
        signal?.removeEventListener('abort', abort);
    }
}
const socketOf = (client) => client.connection.stream;
/** Whether the other way (with or without TLS) is worth a try. */
const tlsRefused = (error) => /does not support SSL|no encryption|SSL off/i.test((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error));
const clientConfig = (connection) => ({
    host: connection.host || 'localhost',
    port: connection.port,
    database: connection.database,
    user: connection.user,
    password: connection.password,
    connectionTimeoutMillis: 10_000,
});
async function cancelBackend(connection, client) {
    const pid = client.processID;
    if (!pid)
        return;
    try {
        const second = await connect(connection, 'gatesheet cancel');
        await second.query('SELECT pg_cancel_backend($1)', [pid]);
        await second.end();
    }
    catch {
        // The socket is closed next; the server ends the statement when it notices.
    }
    setTimeout(() => socketOf(client).destroy(), 1000).unref();
}


/***/ }),

/***/ 2992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   describeConnection: () => (/* binding */ describeConnection),
/* harmony export */   libpqEnvironment: () => (/* binding */ libpqEnvironment),
/* harmony export */   parseConnection: () => (/* binding */ parseConnection)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2807);

const dialect = /^(?:postgres|postgresql)(?:\+[a-z0-9_]+)?:\/\//i;
/**
 * Reads a URL as teams have them: `postgres://`, `postgresql://`, SQLAlchemy's `postgresql+driver://`;
 * parameters that only an ORM understands are left out.
 * @throws ProbeError that never quotes the URL, since it holds a password
 */
function parseConnection(url) {
    if (!dialect.test(url))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2('the database URL', 'must start with `postgresql://`, `postgres://` or `postgresql+driver://`');
    try {
        // A user without a host, as for a Unix socket, is none of the forms that URL knows.
        const hosted = url
            .replace(dialect, 'postgresql://')
            .replace(/^([^/]*\/\/[^/?#]*@)(?=[:/])/, '$1localhost');
        return read(new URL(hosted));
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2)
            throw error;
        throw unreadable();
    }
}
const unreadable = () => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2('the database URL', 'cannot be read; encode special characters of the password (`@` is `%40`)');
function read(parsed) {
    // The rest of a password with a bare `/` or `#` would end up here, and be shown as the database's name.
    if (parsed.pathname.includes('@') || parsed.hash)
        throw unreadable();
    const database = decodeURIComponent(parsed.pathname.slice(1));
    if (!database)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2('the database URL', 'names no database; end it with `/NAME`');
    const option = (name) => parsed.searchParams.get(name) ?? undefined;
    const port = Number(parsed.port || option('port') || 5432);
    if (!Number.isInteger(port))
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ProbeError */ .B2('the database URL', 'has a port that is no number');
    return {
        // A host in the query is how URLs name a Unix socket's folder.
        host: option('host') ?? decodeURIComponent(parsed.hostname.replace(/^\[|\]$/g, '')),
        port,
        user: decodeURIComponent(parsed.username) || option('user'),
        password: decodeURIComponent(parsed.password) || option('password'),
        database,
        sslmode: option('sslmode') ?? sslFromAsyncpg(option('ssl')),
    };
}
/** Where the database is, without a secret: `app@db.example:5432/inbox`. */
const describeConnection = ({ host, port, database, user }) => `${user ? `${user}@` : ''}${host || 'localhost'}:${port}/${database}`;
/** The same connection for libpq's programs, by environment: the password never stands in a process list. */
const libpqEnvironment = (connection, applicationName) => ({
    PGHOST: connection.host || 'localhost',
    PGPORT: String(connection.port),
    PGDATABASE: connection.database,
    PGAPPNAME: applicationName,
    PGCONNECT_TIMEOUT: '10',
    ...(connection.user ? { PGUSER: connection.user } : {}),
    ...(connection.password ? { PGPASSWORD: connection.password } : {}),
    ...(connection.sslmode ? { PGSSLMODE: connection.sslmode } : {}),
});
const sslFromAsyncpg = (ssl) => (ssl === 'true' ? 'require' : ssl);


/***/ }),

/***/ 3842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ styleFor),
/* harmony export */   s: () => (/* binding */ plainStyle)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Colours only where the stream is a terminal and NO_COLOR is not set. */
function styleFor(stream) {
    const paint = (format) => (text) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(format, text, { stream, validateStream: true });
    return {
        bold: paint('bold'),
        dim: paint('dim'),
        red: paint('red'),
        green: paint('green'),
        yellow: paint('yellow'),
    };
}
const same = (text) => text;
/** For logs and tests. */
const plainStyle = { bold: same, dim: same, red: same, green: same, yellow: same };


/***/ }),

/***/ 1476:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ summary)
});

// UNUSED EXPORTS: summaryLimit

// EXTERNAL MODULE: ./build/core/markdown-text.js
var markdown_text = __webpack_require__(5805);
// EXTERNAL MODULE: ./build/core/stage.js
var stage = __webpack_require__(8812);
// EXTERNAL MODULE: ./build/core/state.js
var core_state = __webpack_require__(2795);
// EXTERNAL MODULE: ./build/core/units.js
var units = __webpack_require__(5673);
;// CONCATENATED MODULE: ./build/report/fit-within.js
const size = (text) => Buffer.byteLength(text);
/**
 * Puts sections together within a limit in bytes (UTF-8). What does not fit is shortened, then left out at a section's
 * border, the unimportant first, and the document says so.
 */
function fitWithin(sections, limitBytes) {
    const texts = new Map(sections.map(section => [section, section.text]));
    const total = () => [...texts.values()].reduce((sum, text) => sum + size(text) + 2, 0);
    const note = 300 + sections.reduce((sum, section) => sum + size(section.name) + 2, 0);
    const order = [...sections].sort((a, b) => Number(a.important) - Number(b.important) || size(b.text) - size(a.text));
    for (const section of order) {
        const short = total() > limitBytes ? section.short?.() : undefined;
        if (short !== undefined && short.length < section.text.length)
            texts.set(section, short);
    }
    const tooLong = total() > limitBytes;
    for (const section of tooLong ? order : [])
        if (total() > limitBytes - note)
            texts.delete(section);
    const text = [...texts.values()].join('\n\n');
    const gone = sections.filter(section => !texts.has(section)).map(section => section.name);
    if (gone.length === 0)
        return `${text}\n`;
    return `${text}\n\n> Left out to stay within the size limit: ${gone.join(', ')}. The evidence files hold everything.\n`;
}

// EXTERNAL MODULE: ./build/report/symbols.js
var symbols = __webpack_require__(4386);
// EXTERNAL MODULE: ./build/report/ticked.js
var ticked = __webpack_require__(4151);
;// CONCATENATED MODULE: ./build/report/summary.js







/** GitHub refuses a step's summary above 1 MiB; some room is left for what else a step writes. */
const summaryLimit = 1024 * 1024 - 4096;
/** The ticked checklist with evidence: of one stage, or of a whole rollout with its table and the state it left. */
function summary(results, limitBytes = summaryLimit) {
    const [first] = results;
    if (!first)
        return '';
    const sections = [{ name: 'heading', text: heading(results, first), important: true }];
    for (const result of results)
        sections.push({
            name: (0,stage/* stageOf */.gV)(result.stage).title,
            text: (0,ticked/* tickedSection */.YR)(result),
            short: () => (0,ticked/* shortSection */.ct)(result),
            important: result.verdict !== 'go',
        });
    sections.push({ name: 'evidence', text: evidenceLine(results), important: false });
    return fitWithin(sections, limitBytes);
}
function heading(results, first) {
    const worst = results.find(result => result.verdict !== 'go') ?? results.at(-1) ?? first;
    const title = `## ${symbols/* verdictSymbol */.eb[worst.verdict]} ${(0,markdown_text/* plain */.pj)(first.checklist.name)}: ${(0,markdown_text/* plain */.pj)(first.environment)} ${symbols/* verdictWord */.E0[worst.verdict]}`;
    const commit = `Commit ${(0,markdown_text/* code */.aY)(first.commit.slice(0, 12))}, run ${(0,markdown_text/* code */.aY)(first.run)}.`;
    if (results.length === 1)
        return [title, commit].join('\n\n');
    const state = (0,core_state/* stateOf */.L)(results);
    return [
        title,
        commit,
        `**State of ${(0,markdown_text/* plain */.pj)(first.environment)}:** ${state.is.map(markdown_text/* plain */.pj).join(' ')}`,
        `**Next:** ${state.next.map(markdown_text/* plain */.pj).join(' ')}`,
        [
            (0,markdown_text/* row */.nM)(['Stage', 'Verdict', 'In one line', 'Time']),
            (0,markdown_text/* row */.nM)(['---', '---', '---', '---']),
            ...results.map(result => (0,markdown_text/* row */.nM)([
                (0,stage/* stageOf */.gV)(result.stage).title,
                `${symbols/* verdictSymbol */.eb[result.verdict]} ${result.verdict}`,
                (0,markdown_text/* plain */.pj)(result.message.slice(0, 200)),
                (0,units/* formatDuration */.a3)(result.durationMs),
            ])),
        ].join('\n'),
    ].join('\n\n');
}
const evidenceLine = (results) => `<sub>Evidence: ${results.map(({ stage, digest }) => `${stage} ${(0,markdown_text/* code */.aY)(digest.slice(0, 19))}`).join(', ')}</sub>`;


/***/ }),

/***/ 4386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E0: () => (/* binding */ verdictWord),
/* harmony export */   dP: () => (/* binding */ outcomeSymbol),
/* harmony export */   eb: () => (/* binding */ verdictSymbol)
/* harmony export */ });
/** What stands before a line: always with the word nearby, never the colour alone. */
const outcomeSymbol = {
    pass: '\u2705',
    fail: '\u274c',
    inconclusive: '\u2754',
    error: '\u26a0\ufe0f',
    skipped: '\u2796',
    pending: '\u23f3',
};
const verdictSymbol = { go: '\u2705', 'no-go': '\u274c', hold: '\u23f8\ufe0f' };
const verdictWord = { go: 'GO', 'no-go': 'NO-GO', hold: 'HOLD' };


/***/ }),

/***/ 3299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ stateLines),
/* harmony export */   Cl: () => (/* binding */ eventLines)
/* harmony export */ });
/* unused harmony exports checkLines, stageLine */
/* harmony import */ var _core_stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8812);
/* harmony import */ var _core_state_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2795);
/* harmony import */ var _core_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5673);



const symbols = {
    pass: '\u2714',
    fail: '\u2716',
    inconclusive: '?',
    error: '!',
    skipped: '-',
    pending: '\u2026',
};
/** One check as lines of a log: what is wrong is said below it, in full. */
function checkLines(check, style) {
    const paint = paintOf(check, style);
    const time = check.durationMs >= 1000 ? style.dim(` (${(0,_core_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(check.durationMs)})`) : '';
    const advisory = check.advisory ? ' (advisory)' : '';
    const head = `  ${paint(symbols[check.outcome])} ${check.title}${advisory}`;
    if (check.outcome === 'pass')
        return [`${head}${style.dim(`  ${check.message}`)}${time}`];
    if (check.outcome === 'skipped')
        return [style.dim(`${head}  ${check.message}`)];
    return [`${head}  ${paint(check.outcome)}${time}`, `      ${check.message}`];
}
/** The verdict of a stage as one line. */
function stageLine(result, style) {
    const words = {
        go: style.green('GO'),
        'no-go': style.red('NO-GO'),
        hold: style.yellow('HOLD'),
    };
    const { title } = (0,_core_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(result.stage);
    return `  ${words[result.verdict]} ${title} ${style.dim(`${(0,_core_units_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(result.durationMs)}, ${result.reasons.join(', ')}`)}`;
}
/** What happened, for a log: a line for whatever begins a section or ends. */
function eventLines(event, style) {
    switch (event.type) {
        case 'stage-started':
            return ['', style.bold(`${event.environment}: ${event.stage.title}`)];
        case 'stage-left-out':
            return [style.dim(`${event.environment}: ${event.stage.title} left out: ${event.why}`)];
        case 'check-ended':
            return checkLines(event.result, style);
        case 'stage-ended':
            return [stageLine(event.result, style)];
        default:
            return [];
    }
}
/** What a rollout left behind, and what to do next. */
function stateLines(results, environment, style) {
    const { is, next } = (0,_core_state_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L)(results);
    return [
        style.bold(`State of ${environment}`),
        ...is.map(sentence => `  ${sentence}`),
        style.bold('Next'),
        ...next.map(sentence => `  ${sentence}`),
    ];
}
function paintOf(check, style) {
    if (check.outcome === 'pass')
        return style.green;
    if (check.outcome === 'skipped')
        return style.dim;
    return check.advisory || check.outcome === 'inconclusive' || check.outcome === 'pending'
        ? style.yellow
        : style.red;
}


/***/ }),

/***/ 4151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YR: () => (/* binding */ tickedSection),
/* harmony export */   ct: () => (/* binding */ shortSection),
/* harmony export */   im: () => (/* binding */ recordTable)
/* harmony export */ });
/* harmony import */ var _core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5805);
/* harmony import */ var _core_stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8812);
/* harmony import */ var _core_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5673);
/* harmony import */ var _symbols_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4386);




/** One stage as a section of the ticked checklist, in Markdown. */
function tickedSection(result, shown = result.checks) {
    const heading = `### ${_symbols_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictSymbol */ .eb[result.verdict]} ${(0,_core_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageOf */ .gV)(result.stage).title}: ${_symbols_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictWord */ .E0[result.verdict]}`;
    const facts = `${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(result.message)} _(${(0,_core_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(result.durationMs)}, ${result.reasons.map(_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY).join(', ')})_`;
    const gone = result.checks.length - shown.length;
    const note = gone > 0
        ? `_${gone} more checks are left out here to stay within the size limit; the evidence holds them._`
        : '';
    const body = [heading, facts, checkLines(shown), note, ...(gone > 0 ? [] : extras(result))];
    return body.filter(Boolean).join('\n\n');
}
/** The same with what matters most and little else: what did not pass, up to a hundred lines. */
const shortSection = (result) => tickedSection(result, result.checks.filter(check => check.outcome !== 'pass').slice(0, 100));
/** Checks as a task list; the steps of a flow stand below its name. */
function checkLines(checks) {
    let flow;
    return checks
        .flatMap(check => {
        const opened = check.flow !== undefined && check.flow !== flow ? [`- **${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(check.flow)}**`] : [];
        flow = check.flow;
        const indent = check.flow === undefined ? '' : '  ';
        return [...opened, ...checkLine(check).map(line => `${indent}${line}`)];
    })
        .join('\n');
}
function checkLine(check) {
    const tick = check.outcome === 'pass' ? 'x' : ' ';
    const symbol = check.outcome === 'pass' ? '' : `${_symbols_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeSymbol */ .dP[check.outcome]} **${check.outcome}** `;
    const advisory = check.advisory ? ' _(advisory)_' : '';
    const attempts = check.attempts > 1 && !check.samples ? `, ${check.attempts} attempts` : '';
    const time = check.durationMs >= 100 ? ` _(${(0,_core_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(check.durationMs)}${attempts})_` : '';
    const line = `- [${tick}] ${symbol}${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(check.title)}${advisory}: ${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(check.message)}${time}`;
    const findings = (check.findings ?? []).map(findingLine).map(text => `  ${text}`);
    return [line, ...findings];
}
const findingLine = ({ label, outcome, message }) => `- ${outcome === 'pass' ? '\u2713' : _symbols_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeSymbol */ .dP[outcome]} ${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(label)} ${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(message)}`;
/** What a stage has to show beside its checks. */
function extras({ data }) {
    const parts = [];
    if (data.backup)
        parts.push([
            (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)(['Backup', 'Size', 'SHA-256', 'Taken', 'Server']),
            (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)(['---', '---', '---', '---', '---']),
            (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)([
                (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(data.backup.file),
                (0,_core_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(data.backup.bytes),
                (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(data.backup.sha256.slice(0, 16)),
                data.backup.takenAt,
                (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(data.backup.serverVersion),
            ]),
        ].join('\n'));
    for (const { name, sql } of data.migrate?.preview ?? [])
        parts.push(`<details><summary>SQL of ${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(name)}</summary>\n\n${(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .fenced */ .OF)(sql, 'sql')}\n\n</details>`);
    if (data.record)
        parts.push(recordTable(data.record));
    return parts;
}
/** The sign-off record, each value with the evidence behind it. */
const recordTable = (fields) => [
    (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)(['Field', 'Value', 'Evidence']),
    (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)(['---', '---', '---']),
    ...fields.map(({ label, value, from }) => (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .row */ .nM)([(0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(label), (0,_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(value), from.map(_core_markdown_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY).join(' ') || 'none'])),
].join('\n');


/***/ })

};
