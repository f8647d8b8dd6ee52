export const id = 561;
export const ids = [561];
export const modules = {

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
