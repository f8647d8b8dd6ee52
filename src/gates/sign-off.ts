import * as z from 'zod'
import { slug } from '../checklist/check-item.ts'
import type { SectionReference } from '../checklist/language.ts'
import { judgeApprovals } from '../core/approval.ts'
import { digestOf, shortDigest } from '../core/digest.ts'
import { plain } from '../core/markdown-text.ts'
import { suggestion } from '../core/nearest.ts'
import { once } from '../core/once.ts'
import { fillRecord, recordFields } from '../core/record.ts'
import type { Approval, CheckResult, Result } from '../core/result.ts'
import { readinessStages, type StageName, stageNames } from '../core/stage.ts'
import { strict, text } from '../core/strict.ts'
import { defineGate, type GateContext, type GateOutcome } from './definition.ts'

const fieldNames = Object.keys(recordFields)
const field = once(() =>
  z.union([
    z.string().refine(name => fieldNames.includes(name), {
      error: issue =>
        `the record has no field \`${String(issue.input)}\`; ${suggestion(String(issue.input), fieldNames)}`,
    }),
    strict({
      title: text,
      passed: z.array(text).min(1).describe('`stage.check-id` or a stage: yes when all of them passed'),
    }),
  ]),
)

const section = once(() =>
  strict({
    in: z.array(text).min(1).optional().describe('environments that need an approval (all)'),
    approvers: strict({
      'at-least': z.number().int().min(1).optional().describe('distinct people (1)'),
      roles: z.array(text).min(1).optional().describe('roles that must each approve'),
    }).optional(),
    attest: z.array(text).min(1).optional().describe('what a person confirms by name'),
    record: z.array(field()).min(1).describe('fields of the sign-off record'),
  }),
)
type Section = z.output<ReturnType<typeof section>>

export const signOff = defineGate<Section>({
  name: 'sign-off',
  summary:
    'Collects approvals of this very evidence and attestations; afterwards writes the record, every field from evidence.',
  section,
  steps: { 'sign-off': ['approval'], record: ['complete'] },
  references: given =>
    given.record.flatMap((item, index): SectionReference[] =>
      typeof item === 'string' ? [] : item.passed.map(to => ({ to, path: ['record', index, 'passed'] })),
    ),
  words: (stage, { in: only, approvers, attest = [], record }) =>
    stage.phase === 'approve'
      ? [approvalWords(only, approvers), ...attest.map(plain)]
      : record.map(item => `${plain(labelOf(item))}: ________________`),
  run: (given, context) =>
    context.stage.phase === 'approve' ? approve(given, context) : record(given, context),
})

function approvalWords(only: Section['in'], approvers: Section['approvers']): string {
  const people = approvers?.['at-least'] ?? 1
  const roles = approvers?.roles ? ` (${approvers.roles.map(plain).join(', ')})` : ''
  return `Approved by ${people === 1 ? 'a person' : `${people} people`}${roles}${only ? `, in ${only.join(', ')}` : ''}.`
}

const labelOf = (item: Section['record'][number]): string =>
  typeof item === 'string' ? (recordFields[item]?.label ?? item) : item.title

/** What people approve: the evidence of every readiness stage, for this commit and environment. */
export const readinessDigest = (environment: string, commit: string, readiness: readonly Result[]): string =>
  digestOf({ environment, commit, evidence: readiness.map(({ stage, digest }) => ({ stage, digest })) })

async function approve(given: Section, context: GateContext): Promise<GateOutcome> {
  const { environment, commit, approver } = context
  const readiness = (await Promise.all(readinessStages.map(stage => context.evidence(stage)))).filter(
    found => found !== undefined,
  )
  const digest = readinessDigest(environment, commit, readiness)
  const stopped = readiness.filter(result => result.verdict !== 'go').map(result => result.stage)
  const missing = readinessStages.filter(
    name => context.asksFor(name) && !readiness.some(result => result.stage === name),
  )
  let approvals: Approval[] = []
  const checks: CheckResult[] = []
  const atLeast = given.approvers?.['at-least'] ?? 1
  const roles = given.approvers?.roles ?? []
  let ruling = judgeApprovals([], { atLeast, roles, digest })

  checks.push(
    await context.step(
      'approval',
      `Approved for ${environment}, for evidence ${shortDigest(digest)}`,
      async () => {
        if (stopped.length > 0)
          return {
            outcome: 'fail',
            message: `${stopped.join(', ')} did not end with go, so there is nothing to approve`,
          }
        if (missing.length > 0)
          return { outcome: 'fail', message: `there is no evidence of ${missing.join(', ')}; run that first` }
        approvals = await approver.approvals({ environment, commit, digest, atLeast, roles, readiness })
        ruling = judgeApprovals(approvals, { atLeast, roles, digest })
        return { outcome: outcomeOf[ruling.verdict], message: ruling.message, observed: shortDigest(digest) }
      },
    ),
  )
  if (ruling.verdict === 'go')
    for (const item of given.attest ?? [])
      checks.push(
        await context.step(slug(item), item, async () => {
          const by = await approver.attest(slug(item), item)
          return by
            ? { outcome: 'pass', message: `attested by ${by}` }
            : { outcome: 'pending', message: 'nobody has attested this' }
        }),
      )
  const data = { approvals, approvedDigest: digest }
  if (stopped.length === 0 && missing.length > 0)
    return { checks, data, verdict: 'no-go', reasons: ['stage-missing'] }
  return ruling.verdict === 'go' || stopped.length > 0
    ? { checks, data }
    : { checks, data, verdict: ruling.verdict, reasons: ruling.reasons, message: `${ruling.message}.` }
}

const outcomeOf = { go: 'pass', 'no-go': 'fail', hold: 'pending' } as const

async function record(given: Section, context: GateContext): Promise<GateOutcome> {
  const results = new Map<StageName, Result>()
  for (const name of stageNames) {
    const found = name === 'record' ? undefined : await context.evidence(name)
    if (found) results.set(name, found)
  }
  const now = context.ports.clock.now().toISOString()
  const fields = fillRecord(given.record, { results, operator: context.approver.operator, now })
  const complete = await context.step('complete', 'The record is filled from evidence', async () => {
    const without = fields.filter(item => item.from.length === 0).map(item => item.label)
    return {
      outcome: 'pass',
      message:
        without.length > 0
          ? `not reached, so without evidence: ${without.join(', ')}`
          : `${fields.length} fields, each with its evidence`,
    }
  })
  return { checks: [complete], data: { record: fields } }
}
