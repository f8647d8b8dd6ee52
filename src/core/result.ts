import type * as z from 'zod'
import { digestOf } from './digest.ts'
import type * as schema from './result-schema.ts'

/** One line inside a check: a variable, a tool, a file. */
export type Finding = z.output<typeof schema.findingSchema>
export type Sample = z.output<typeof schema.sampleSchema>
export type CheckResult = z.output<typeof schema.checkResultSchema>
export type BackupEvidence = z.output<typeof schema.backupSchema>
export type MigrateEvidence = z.output<typeof schema.migrateSchema>
export type Approval = z.output<typeof schema.approvalSchema>
export type RecordField = z.output<typeof schema.recordFieldSchema>
export type GateData = z.output<typeof schema.gateDataSchema>
/** The evidence of one stage. Everything shown anywhere is rendered from this and nothing else. */
export type Result = z.output<typeof schema.resultSchema>

/** Seals a result with its digest. */
export const seal = (result: Omit<Result, 'digest'>): Result => ({ ...result, digest: digestOf(result) })

/** Whether a document still is what was sealed. */
export function isIntact(result: Result): boolean {
  const { digest, ...rest } = result
  return digestOf(rest) === digest
}
