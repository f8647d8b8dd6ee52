import * as z from 'zod'
import { defineKind, type Judgement } from '../core/check.ts'
import { type Fingerprint, fingerprint, recognises } from '../core/fingerprint.ts'
import { code } from '../core/markdown-text.ts'
import type { Finding } from '../core/result.ts'
import { strict, text } from '../core/strict.ts'

type Comparison = 'same' | 'differs' | 'unset here' | 'unset there'
type Seen =
  | { recorded: Record<string, Fingerprint> }
  | { compared: Record<string, Comparison> }
  | { nothingToCompareWith: true }

export const isolated = defineKind({
  name: 'isolated',
  summary:
    'This environment shares no database, queue or secret with another one. In the other environment the check records salted fingerprints of its values; here it compares them.',
  example: `
title: Production shares no infrastructure with staging
isolated: { from: staging, values: [DATABASE_URL, REDIS_URL, APP_AUTH_BEARER_TOKENS] }`,
  shape: () => ({
    isolated: strict({
      from: text.describe('the other environment'),
      values: z.array(text).min(1).describe('names of the variables'),
    }),
  }),
  subject: [],

  words: ({ isolated: { from, values } }) => ({
    text: `Not shared with ${from}: ${values.map(code).join(', ')}.`,
  }),

  async observe({ isolated: { from, values } }, { environment, lookup, evidence }): Promise<Seen> {
    const present = values.map(name => [name, lookup(name) || undefined] as const)
    if (environment === from)
      return {
        recorded: Object.fromEntries(
          present.flatMap(([name, value]) => (value ? [[name, fingerprint(value)]] : [])),
        ),
      }
    const checks = (await evidence(from, 'preflight'))?.checks ?? []
    const known: Record<string, Fingerprint> = Object.assign(
      {},
      ...checks.map(check => check.data?.['fingerprints'] ?? {}),
    )
    if (Object.keys(known).length === 0) return { nothingToCompareWith: true }
    const compare = (name: string, value: string | undefined): Comparison => {
      const other = known[name]
      if (value === undefined) return 'unset here'
      if (!other) return 'unset there'
      return recognises(other, value) ? 'same' : 'differs'
    }
    return { compared: Object.fromEntries(present.map(([name, value]) => [name, compare(name, value)])) }
  },

  judge({ isolated: { from, values } }, seen): Judgement {
    if ('nothingToCompareWith' in seen)
      return {
        outcome: 'inconclusive',
        message: `there is no preflight evidence of ${from} to compare with; run its preflight first and keep the evidence`,
      }
    if ('recorded' in seen) {
      const count = Object.keys(seen.recorded).length
      return count === 0
        ? {
            outcome: 'inconclusive',
            message: `none of ${values.join(', ')} is set, so there is nothing to compare with later`,
          }
        : {
            outcome: 'pass',
            message: `fingerprints of ${count} values recorded, for the other environments to compare with`,
            data: { fingerprints: seen.recorded },
          }
    }
    const findings = values.map(
      (label): Finding => ({ label, ...words(seen.compared[label] ?? 'unset here', from) }),
    )
    const shared = findings.filter(finding => finding.outcome === 'fail').map(finding => finding.label)
    const compared = findings.some(finding => finding.outcome !== 'skipped')
    return {
      outcome: shared.length > 0 ? 'fail' : compared ? 'pass' : 'inconclusive',
      message:
        shared.length > 0
          ? `${shared.join(', ')} ${shared.length === 1 ? 'is what' : 'are what'} ${from} uses; give this environment its own before anything runs`
          : compared
            ? `nothing in common with ${from}`
            : 'no value could be compared',
      findings,
    }
  },
})

const words = (comparison: Comparison, from: string): Pick<Finding, 'outcome' | 'message'> =>
  ({
    same: { outcome: 'fail' as const, message: `is the one that ${from} uses` },
    differs: { outcome: 'pass' as const, message: `differs from ${from}` },
    'unset here': { outcome: 'skipped' as const, message: 'not set here' },
    'unset there': { outcome: 'skipped' as const, message: `not set in ${from}` },
  })[comparison]
