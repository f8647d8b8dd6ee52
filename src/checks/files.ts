import { isAbsolute, join } from 'node:path'
import * as z from 'zod'
import { defineKind } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import type { Finding } from '../core/result.ts'
import { strict, text } from '../core/strict.ts'

const largest = 64 * 1024 * 1024
const forbidden = once(() =>
  z.union([
    text,
    strict({
      in: text.describe('glob'),
      text: text.describe('that no file may hold (its last 64 MiB are read)'),
    }),
  ]),
)

interface Seen {
  required: { pattern: string; found: string[] }[]
  /** `searched`: in how many files a text was looked for. */
  forbidden: { label: string; found: string[]; searched?: number }[]
}

export const files = defineKind({
  name: 'files',
  summary: 'Files exist, do not exist, or do not hold a text.',
  example: `
title: The image paths exist and nothing logs to the console
files:
  require: [backend/Dockerfile, backend/Dockerfile.worker]
  forbid: [.env.production, { in: "src/**/*.ts", text: console.log }]`,
  shape: () => ({
    files: strict({
      require: z.array(text).min(1).optional().describe('globs that must each find a file'),
      forbid: z
        .array(forbidden())
        .min(1)
        .optional()
        .describe('globs that must find none, or texts that none may hold'),
    }),
  }),
  subject: [],
  fault: ({ files }) =>
    files.require || files.forbid
      ? undefined
      : { message: 'asserts nothing: add `require` or `forbid`', path: ['files'] },

  words: ({ files }) => ({
    text: '',
    lines: [
      ...(files.require ?? []).map(pattern => `${code(pattern)} is there`),
      ...(files.forbid ?? []).map(rule =>
        typeof rule === 'string'
          ? `${code(rule)} is not there`
          : `no ${code(rule.in)} holds ${code(rule.text)}`,
      ),
    ],
  }),

  async observe({ files }, { ports, folder }): Promise<Seen> {
    const required = (files.require ?? []).map(async pattern => ({
      pattern,
      found: await ports.files.glob(pattern, folder),
    }))
    const forbid = (files.forbid ?? []).map(async rule => {
      if (typeof rule === 'string') return { label: rule, found: await ports.files.glob(rule, folder) }
      const found: string[] = []
      let searched = 0
      for (const path of await ports.files.glob(rule.in, folder)) {
        const held = await ports.files.readTail(isAbsolute(path) ? path : join(folder, path), largest)
        if (held !== undefined) searched += 1
        if (held?.includes(rule.text)) found.push(path)
      }
      return { label: `${rule.in} with “${rule.text}”`, found, searched }
    })
    return { required: await Promise.all(required), forbidden: await Promise.all(forbid) }
  },

  judge(_, seen) {
    const findings: Finding[] = [
      ...seen.required.map(({ pattern, found }) => ({
        label: pattern,
        outcome: found.length > 0 ? ('pass' as const) : ('fail' as const),
        message: found.length > 0 ? 'there' : 'is missing; add it, or correct the path',
      })),
      ...seen.forbidden.map(({ label, found, searched }) => {
        if (found.length > 0)
          return { label, outcome: 'fail' as const, message: `must not be there: ${listed(found)}` }
        if (searched === 0)
          return {
            label,
            outcome: 'inconclusive' as const,
            message: 'was looked for in no file; correct the path',
          }
        return { label, outcome: 'pass' as const, message: 'not there' }
      }),
    ]
    const wrong = findings.filter(finding => finding.outcome !== 'pass')
    const failed = wrong.some(finding => finding.outcome === 'fail')
    return {
      outcome: failed ? 'fail' : wrong.length > 0 ? 'inconclusive' : 'pass',
      message:
        wrong.length > 0
          ? wrong.map(finding => `${finding.label} ${finding.message}`).join('; ')
          : `${findings.length} as they should be`,
      findings,
    }
  },
})

const listed = (found: readonly string[]): string =>
  found.length <= 3 ? found.join(', ') : `${found.slice(0, 3).join(', ')} and ${found.length - 3} more`
