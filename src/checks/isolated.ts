import * as z from 'zod'
import { strict, text } from '../checklist/strict.ts'
import { defineKind, type Judgement } from '../core/check.ts'
import { type Fingerprint, fingerprint, recognises } from '../core/fingerprint.ts'
import type { Finding } from '../core/result.ts'

interface Seen {
  environment: string
  values: Record<string, string | undefined>
  /** Undefined when there is no evidence of the other environment. */
  known: Record<string, Fingerprint> | undefined
}

export const isolated = defineKind({
  name: 'isolated',
  summary:
    'This environment shares no database, queue or secret with another one. In the other environment the check records salted fingerprints of its values; here it compares them.',
  example: `
title: Production shares no infrastructure with staging
isolated: { from: staging, values: [DATABASE_URL, REDIS_URL, APP_AUTH_BEARER_TOKENS] }`,
  shape: {
    isolated: strict({
      from: text.describe('the other environment'),
      values: z.array(text).min(1).describe('names of the variables'),
    }),
  },
  subject: [],

  async observe({ isolated: { from, values } }, { environment, lookup, evidence }): Promise<Seen> {
    const found = environment === from ? undefined : await evidence(from, 'preflight')
    const recorded = found?.checks.flatMap(check => (check.data?.['fingerprints'] as Record<string, Fingerprint>) ?? [])
    return {
      environment,
      values: Object.fromEntries(values.map(name => [name, lookup(name) || undefined])),
      known: recorded?.length ? Object.assign({}, ...recorded) : undefined,
    }
  },

  judge({ isolated: { from, values } }, { environment, values: present, known }): Judgement {
    if (environment === from) {
      const fingerprints = Object.fromEntries(
        Object.entries(present).flatMap(([name, value]) => (value ? [[name, fingerprint(value)]] : [])),
      )
      const count = Object.keys(fingerprints).length
      return count === 0
        ? { outcome: 'inconclusive', message: `none of ${values.join(', ')} is set, so there is nothing to compare with later` }
        : { outcome: 'pass', message: `fingerprints of ${count} values recorded for the other environments`, data: { fingerprints } }
    }
    if (!known)
      return {
        outcome: 'inconclusive',
        message: `there is no preflight evidence of ${from} to compare with; run its preflight first and keep the evidence`,
      }
    const findings = values.map((name): Finding => {
      const value = present[name]
      const other = known[name]
      if (value === undefined) return { label: name, outcome: 'skipped', message: 'not set here' }
      if (!other) return { label: name, outcome: 'skipped', message: `not set in ${from}` }
      return recognises(other, value)
        ? { label: name, outcome: 'fail', message: `is the one that ${from} uses` }
        : { label: name, outcome: 'pass', message: `differs from ${from}` }
    })
    const shared = findings.filter(finding => finding.outcome === 'fail').map(finding => finding.label)
    const compared = findings.some(finding => finding.outcome !== 'skipped')
    return {
      outcome: shared.length > 0 ? 'fail' : compared ? 'pass' : 'inconclusive',
      message:
        shared.length > 0
          ? `${shared.join(', ')} of ${environment} point to what ${from} uses; give ${environment} its own before anything runs`
          : compared ? `nothing in common with ${from}` : 'no value could be compared',
      findings,
    }
  },
})
