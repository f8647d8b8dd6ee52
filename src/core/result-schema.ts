import * as z from 'zod'
import { decisions } from './decision.ts'
import { migrationStates } from './migration.ts'
import { outcomes, severities, verdicts } from './outcome.ts'
import { reasonCodes } from './reason.ts'
import { gates, stageNames } from './stage.ts'

const timestamp = z.string().describe('ISO 8601, UTC')
const milliseconds = z.number().nonnegative().describe('milliseconds')

export const migrationSchema = z.strictObject({
  name: z.string(),
  state: z.enum(migrationStates),
  note: z.string().optional(),
})

export const findingSchema = z.strictObject({
  label: z.string(),
  outcome: z.enum(outcomes),
  message: z.string(),
})

export const sampleSchema = z.strictObject({
  at: timestamp,
  outcome: z.enum(outcomes),
  value: z.number().optional().describe('what was measured, where a number was'),
  durationMs: milliseconds,
  message: z.string().optional(),
})

export const checkResultSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.string().describe('a check kind, or `step` for what a gate does itself'),
  flow: z.string().optional().describe('the flow that this check is a step of'),
  outcome: z.enum(outcomes),
  message: z.string().describe('one line; after a failure it names the cure'),
  advisory: z.boolean(),
  severity: z.enum(severities),
  observed: z.string().optional(),
  expected: z.string().optional(),
  value: z.unknown().optional().describe('the measured value that `baseline` names'),
  findings: z.array(findingSchema).optional(),
  samples: z.array(sampleSchema).optional(),
  measures: z.string().optional().describe('what the value of a sample is: the path that was measured'),
  attempts: z.number().int().nonnegative(),
  startedAt: timestamp,
  durationMs: milliseconds,
  line: z.number().int().positive().optional().describe('line of the check in the checklist'),
  data: z.record(z.string(), z.unknown()).optional().describe('what later stages need, e.g. fingerprints'),
})

export const backupSchema = z.strictObject({
  file: z.string(),
  manifest: z.string(),
  bytes: z.number().int().positive(),
  sha256: z.string(),
  takenAt: timestamp,
  entries: z.number().int().positive().describe('entries in the archive’s table of contents'),
  database: z.string(),
  serverVersion: z.string(),
  clientVersion: z.string(),
  verified: z
    .literal('list')
    .describe('how far it was verified: hash of the bytes and readable contents list'),
})

export const migrateSchema = z.strictObject({
  tool: z.string(),
  before: z.array(migrationSchema),
  after: z.array(migrationSchema).optional(),
  applied: z.array(z.string()).describe('applied by this run'),
  failed: z.string().optional(),
  preview: z.array(z.strictObject({ name: z.string(), sql: z.string() })).optional(),
})

export const rollbackCheckSchema = z.strictObject({
  decision: z.enum(decisions).optional(),
  because: z.array(z.string()),
  previous: z.string().optional().describe('the release that a rollback returns to'),
})

export const approvalSchema = z.strictObject({
  by: z.string(),
  role: z.string().optional(),
  state: z.enum(['approved', 'rejected']),
  digest: z.string(),
  at: timestamp,
  via: z.enum(['terminal', 'given']),
  comment: z.string().optional(),
})

export const recordFieldSchema = z.strictObject({
  field: z.string(),
  label: z.string(),
  value: z.string(),
  from: z
    .array(z.string())
    .describe('`stage.check-id` of the evidence behind the value; `stage` for the whole stage'),
})

/** What a gate found out beyond its checks, for later stages and reports. */
export const gateDataSchema = z
  .strictObject({
    baselines: z.record(z.string(), z.unknown()),
    previous: z.string().describe('the release that ran before'),
    backup: backupSchema,
    migrate: migrateSchema,
    rollbackCheck: rollbackCheckSchema,
    approvals: z.array(approvalSchema),
    approvedDigest: z.string(),
    record: z.array(recordFieldSchema),
  })
  .partial()

export const resultSchema = z.strictObject({
  schema: z.literal(1).describe('version of this document’s form'),
  stage: z.enum(stageNames),
  gate: z.enum(gates),
  checklist: z.strictObject({ name: z.string(), file: z.string(), digest: z.string() }),
  environment: z.string(),
  commit: z.string(),
  run: z.string().describe('identifies the run; the same for all stages of a rollout'),
  verdict: z.enum(verdicts),
  reasons: z.array(z.enum(reasonCodes)).min(1),
  message: z.string().describe('the verdict in one sentence'),
  startedAt: timestamp,
  durationMs: milliseconds,
  checks: z.array(checkResultSchema),
  data: gateDataSchema,
  digest: z.string().describe('SHA-256 of this document without this field, as canonical JSON'),
})
