export const id = 22;
export const ids = [22];
export const modules = {

/***/ 8022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(6805);
// EXTERNAL MODULE: ./build/adapters/signals.js
var signals = __webpack_require__(1044);
// EXTERNAL MODULE: ./build/core/errors.js
var errors = __webpack_require__(2807);
// EXTERNAL MODULE: ./build/core/exit-code.js
var exit_code = __webpack_require__(1388);
// EXTERNAL MODULE: ./build/core/stage.js
var stage = __webpack_require__(8812);
;// CONCATENATED MODULE: ./build/actions/interface.js

/** Inputs that every gate's action has. */
const inputs = {
    checklist: { description: 'Path of the checklist.', required: true },
    environment: { description: 'Environment to run it for, e.g. staging or production.', required: true },
    commit: {
        description: 'Commit to roll out, all 40 characters.',
        required: false,
        default: '${{ github.sha }}',
    },
    evidence: {
        description: 'Folder of the evidence; keep it between the gates of a rollout.',
        required: false,
        default: '.gatesheet',
    },
    'working-directory': {
        description: 'Folder that the checklist\u2019s paths start from.',
        required: false,
        default: '.',
    },
    operator: { description: 'Who runs this rollout.', required: false, default: '${{ github.actor }}' },
    attest: { description: 'Attestations of manual items, one `id=who` a line.', required: false },
};
/** Inputs of the root action, which runs any gate. */
const gateInput = {
    description: `Gate to run: ${stage/* gates */.VF.join(', ')}; or \`all\` for a whole rollout in one step.`,
    required: true,
};
const phaseInput = (gate) => ({
    description: gate
        ? `Which point of the rollout: ${(0,stage/* stagesOf */.ZL)(gate)
            .map(stage => stage.phase)
            .join(' or ')}.`
        : 'Which point of the rollout, for the gates that run at two: deploy (before-migrate, after-migrate), migrate (preview, apply), rollback-check (before, after), sign-off (approve, record).',
    required: false,
});
const approvalsInput = {
    description: 'Approvals that were given: a YAML list of `by`, `role`, `state`, `digest`, `at`.',
    required: false,
};
const outputs = {
    verdict: 'go, no-go or hold.',
    reason: 'The first reason code, e.g. all-passed or check-failed.',
    evidence: 'Path of the evidence document (JSON).',
    digest: 'SHA-256 of the evidence; for readiness stages, what an approval names.',
};
/** The inputs of the action of one gate, or of the root action. */
function inputsOf(gate) {
    const phased = gate === undefined || (0,stage/* stagesOf */.ZL)(gate).length > 1;
    return {
        ...(gate === undefined ? { gate: gateInput } : {}),
        ...inputs,
        ...(phased ? { phase: phaseInput(gate) } : {}),
        ...(gate === undefined || gate === 'sign-off' ? { approvals: approvalsInput } : {}),
    };
}

// EXTERNAL MODULE: ./build/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(3327);
// EXTERNAL MODULE: ./build/report/summary.js + 1 modules
var report_summary = __webpack_require__(1476);
;// CONCATENATED MODULE: ./build/actions/publish.js




/** GitHub shows ten annotations of each level for a step. */
const shownAnnotations = 10;
/** Writes what a gate found to the runner: the ticked checklist as job summary, outputs, and annotations. */
async function publish(results, evidenceFolder) {
    const deciding = results.find(result => result.verdict !== 'go') ?? results.at(-1);
    if (!deciding)
        return;
    core/* setOutput */.uH('verdict', deciding.verdict);
    core/* setOutput */.uH('reason', deciding.reasons[0]);
    core/* setOutput */.uH('evidence', (0,external_node_path_.join)(evidenceFolder, deciding.environment, (0,stage/* evidenceFile */.az)(deciding.stage)));
    core/* setOutput */.uH('digest', deciding.data.approvedDigest ?? deciding.digest);
    for (const { check, file } of findings(results).slice(0, shownAnnotations)) {
        const place = check.line === undefined ? {} : { file, startLine: check.line };
        const annotate = check.advisory ? core/* warning */.$e : core/* error */.z3;
        annotate(check.message, { title: `${check.title}: ${check.outcome}`, ...place });
    }
    await summary/* summary */.z.addRaw((0,report_summary/* summary */.z)(results)).write();
}
const findings = (results) => results.flatMap(({ checks, checklist }) => checks
    .filter(check => check.outcome === 'fail' || check.outcome === 'error')
    .map(check => ({ check, file: checklist.file })));

// EXTERNAL MODULE: ./build/engine/approver.js
var approver = __webpack_require__(2318);
// EXTERNAL MODULE: ./build/engine/open-session.js + 2 modules
var open_session = __webpack_require__(1951);
// EXTERNAL MODULE: ./build/engine/rollout.js
var rollout = __webpack_require__(2122);
// EXTERNAL MODULE: ./build/engine/run-stage.js + 6 modules
var run_stage = __webpack_require__(3729);
// EXTERNAL MODULE: ./build/engine/stage-for.js
var stage_for = __webpack_require__(4751);
// EXTERNAL MODULE: ./build/report/style.js
var style = __webpack_require__(3842);
// EXTERNAL MODULE: ./build/report/terminal.js
var terminal = __webpack_require__(3299);
// EXTERNAL MODULE: ./build/core/nearest.js
var nearest = __webpack_require__(2732);
;// CONCATENATED MODULE: ./build/actions/read-inputs.js




/** Reads the inputs of an action. @throws UserError with everything that is wrong in them */
function readInputs(own, given) {
    const problems = [];
    const attempt = (read, otherwise) => {
        try {
            return read();
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            problems.push(...error.problems);
            return otherwise;
        }
    };
    const asked = {
        gate: own ?? attempt(() => gateNamed(given['gate']), 'all'),
        checklist: attempt(() => required('checklist', given['checklist']), ''),
        environment: attempt(() => required('environment', given['environment']), ''),
        approvals: attempt(() => (0,approver/* parseApprovals */.oX)(given['approvals'] ?? '[]', 'the input approvals'), []),
        attestations: attempt(() => parseAttestations(given['attest'] ?? ''), {}),
    };
    if (problems.length > 0)
        throw new errors/* UserError */.yo(problems);
    return asked;
}
function required(key, value) {
    if (value === undefined)
        throw new errors/* UserError */.yo([{ key, message: 'this input is required' }]);
    return value;
}
function gateNamed(name) {
    const wanted = required('gate', name);
    const known = [...stage/* gates */.VF, 'all'];
    const gate = known.find(item => item === wanted);
    if (!gate)
        throw new errors/* UserError */.yo([
            { key: 'gate', message: `there is no gate \`${wanted}\`; ${(0,nearest/* suggestion */.h)(wanted, known)}` },
        ]);
    return gate;
}
function parseAttestations(text) {
    const lines = text
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean);
    const pairs = lines.map(line => /^([^=]+)=(.+)$/.exec(line));
    const wrong = lines.filter((_, index) => !pairs[index]);
    if (wrong.length > 0)
        throw new errors/* UserError */.yo(wrong.map(line => ({ key: 'attest', message: `\`${line}\` is not written as id=who` })));
    return Object.fromEntries(pairs.flatMap(pair => (pair ? [[pair[1]?.trim(), pair[2]?.trim()]] : [])));
}

;// CONCATENATED MODULE: ./build/actions/run-gate.js








/** Runs the action's own gate, or what the inputs name. @throws UserError with everything wrong in them */
async function runGate(own, given, at, runner) {
    const { gate, checklist, environment, approvals, attestations } = readInputs(own, given);
    const session = await (0,open_session/* openSession */.f)({
        checklist,
        environment,
        commit: given['commit'],
        evidence: given['evidence'] ?? '.gatesheet',
        workingDirectory: given['working-directory'],
        approver: (0,approver/* givenApprover */.Fz)(given['operator'] ?? at.env['GITHUB_ACTOR'] ?? 'unknown', approvals),
        attestations,
        ...at,
        listen: event => {
            for (const line of (0,terminal/* eventLines */.Cl)(event, style/* plainStyle */.s))
                runner.say(line);
        },
    });
    for (const secret of session.redactor.values)
        runner.mask(secret);
    return gate === 'all'
        ? (await (0,rollout/* runRollout */.p)(session)).results
        : [await (0,run_stage/* runStage */.S)((0,stage_for/* stageFor */.U)(gate, given['phase'], session), session)];
}

;// CONCATENATED MODULE: ./build/actions/run-action.js








/**
 * Runs a gate as a GitHub action: reads the inputs, runs, writes summary and outputs. The only place of Gatesheet
 * that speaks to the runner, with `publish.ts`.
 */
async function runAction(own) {
    const cancellation = (0,signals/* cancelOnSignals */.d)(text => core/* info */.pq(text));
    try {
        const given = Object.fromEntries(Object.keys(inputsOf(own)).map(name => [name, core/* getInput */.V4(name) || undefined]));
        const results = await runGate(own, given, { env: process.env, cwd: process.cwd(), signal: cancellation.signal }, {
            mask: secret => core/* setSecret */.Pq(secret),
            say: line => core/* info */.pq(line),
        });
        const deciding = results.find(result => result.verdict !== 'go') ?? results.at(-1);
        await publish(results, (0,external_node_path_.resolve)(given['evidence'] ?? '.gatesheet'));
        if (deciding && deciding.verdict !== 'go')
            core/* setFailed */.C1(`${deciding.stage}: ${deciding.verdict}. ${deciding.message}`);
        process.exitCode = cancellation.exitCode() ?? (deciding ? (0,exit_code/* exitCodeOf */.F)(deciding.verdict) : 0);
    }
    catch (error) {
        process.exitCode = cancellation.exitCode() ?? report(error);
    }
    finally {
        cancellation.dispose();
    }
}
function report(error) {
    if (!(error instanceof errors/* UserError */.yo)) {
        core/* setFailed */.C1(`Gatesheet itself failed; please report this. ${error instanceof Error ? error.stack : (0,errors/* messageOf */.bD)(error)}`);
        return exit_code/* exitCodes */.h.bug.code;
    }
    for (const problem of error.problems)
        core/* error */.z3((0,errors/* formatProblem */.Vw)(problem), problem.at ? { file: problem.at.file, startLine: problem.at.line, startColumn: problem.at.column } : {});
    core/* setFailed */.C1(`${error.problems.length} problem${error.problems.length === 1 ? '' : 's'} in the input; nothing was started.`);
    return exit_code/* exitCodes */.h.usage.code;
}


/***/ })

};
