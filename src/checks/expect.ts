import * as z from 'zod'
import type { Judgement } from '../core/check.ts'
import { plain } from '../core/markdown-text.ts'
import { describeMatcher, type Matcher, matcherSchema, matches, show } from '../core/matcher.ts'
import { once } from '../core/once.ts'
import { valueAt } from '../core/path.ts'
import { isSecretPath, mask, withoutSecretFields } from '../core/redact.ts'

/** What an observation must hold: a path into it, and what must stand there. */
export const expectSchema = once(() =>
  z.record(z.string(), matcherSchema()).refine(given => Object.keys(given).length > 0, {
    message: 'asserts nothing: name at least one path',
  }),
)
export type Expectations = z.output<ReturnType<typeof expectSchema>>

/** Judges an observation; the message names each path that was not as expected. */
export function judgeExpectations(expected: Expectations, subject: Record<string, unknown>): Judgement {
  const results = Object.entries(expected).map(([path, matcher]) => {
    const actual = valueAt(subject, path)
    return { path, matcher, actual, ok: matches(matcher, actual) }
  })
  const wrong = results.filter(result => !result.ok)
  const asked = results.map(({ path, matcher }) => phrase(path, matcher)).join(', ')
  const seen = results.map(({ path, actual }) => `${path} ${shown(path, actual)}`).join(', ')
  return {
    outcome: wrong.length === 0 ? 'pass' : 'fail',
    message:
      wrong.length === 0
        ? seen
        : wrong
            .map(
              ({ path, matcher, actual }) =>
                `${path} is ${shown(path, actual)}, expected ${phrase('', matcher)}`,
            )
            .join('; '),
    observed: seen,
    expected: asked,
    subject,
  }
}

/** ` Expect …`, or nothing. */
export const expectWords = (expected: Expectations | undefined): string =>
  expected === undefined
    ? ''
    : ` Expect ${Object.entries(expected)
        .map(([path, matcher]) => plain(phrase(path, matcher)))
        .join(', ')}.`

const phrase = (path: string, matcher: Matcher): string => `${path} ${describeMatcher(matcher)}`.trim()

/** An answer may hold secrets that nobody knew before. */
const shown = (path: string, actual: unknown): string =>
  typeof actual === 'string' && isSecretPath(path) ? mask : withoutSecretFields(show(actual))
