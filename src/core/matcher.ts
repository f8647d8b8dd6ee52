import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { once } from './once.ts'
import { strict } from './strict.ts'
import { parseDuration, parseRate, parseSize } from './units.ts'

/** What a value must be: a plain value (equality) or conditions that must all hold. */
export const matcherSchema = once(() => {
  const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
  const amount = z
    .union([z.number(), z.string()])
    .describe('a number, duration (`500ms`), size, rate (`1%`) or template')

  const conditions = strict({
    equals: scalar.describe('the very value'),
    not: scalar.describe('any value but this one'),
    'one-of': z.array(scalar).min(1).describe('one of these values'),
    'not-empty': z.literal(true).describe('there, and not an empty text, list or object'),
    exists: z.boolean().describe('there at all (`false`: absent)'),
    contains: z.string().min(1).describe('a text with this part, or a list with this item'),
    'not-contains': z.string().min(1).describe('a text or list without it'),
    matches: z.string().min(1).describe('a text that this regular expression finds'),
    type: z.enum(['string', 'number', 'boolean', 'array', 'object', 'null']).describe('of this JSON type'),
    'at-least': amount.describe('≥'),
    'at-most': amount.describe('≤'),
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
    })

  return z.union([scalar, conditions]).meta({ id: 'matcher' })
})
export type Matcher = z.output<ReturnType<typeof matcherSchema>>
type Conditions = Extract<Matcher, object>
type Name = keyof Conditions

/** One entry a condition: whether it holds, and the words for what it expects. */
const rules: {
  [K in Name]-?: { holds(given: NonNullable<Conditions[K]>, actual: unknown): boolean; words: string }
} = {
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
}

/** Whether a value is what the matcher asks for. An absent value matches nothing but `exists: false`. */
export function matches(matcher: Matcher, actual: unknown): boolean {
  if (!isConditions(matcher)) return same(matcher, actual)
  return entriesOf(matcher).every(([name, given]) => (rules[name].holds as Holds)(given, actual))
}

/** The matcher in words: `at least 1 and below 500ms`. */
export function describeMatcher(matcher: Matcher): string {
  if (!isConditions(matcher)) return show(matcher)
  return entriesOf(matcher)
    .map(([name, given]) =>
      given === true && name === 'not-empty' ? 'not empty' : `${rules[name].words} ${show(given)}`.trim(),
    )
    .join(' and ')
}

/** A value as reports show it: short, on one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const line = text.replace(/\s+/g, ' ')
  return line.length > 200 ? `${line.slice(0, 200)}…` : line === '' ? '(empty)' : line
}

type Holds = (given: unknown, actual: unknown) => boolean
const isConditions = (matcher: Matcher): matcher is Conditions =>
  typeof matcher === 'object' && matcher !== null
const entriesOf = (given: Conditions) => Object.entries(given) as [Name, unknown][]

/** Templates always give text, so a number or a boolean equals its own text. */
function same(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'string' && (typeof actual === 'number' || typeof actual === 'boolean'))
    return expected === String(actual)
  return isDeepStrictEqual(expected, actual)
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

const contains = (actual: unknown, part: string): boolean =>
  typeof actual === 'string'
    ? actual.includes(part)
    : Array.isArray(actual) && actual.some(item => same(part, item))

/** A finite number with or without a unit, in the base unit (ms, bytes, share of one). */
export const amountOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : (parseDuration(value) ?? parseRate(value) ?? parseSize(value))
}

function compare(actual: unknown, given: unknown, holds: (a: number, b: number) => boolean): boolean {
  const a = amountOf(actual)
  const b = amountOf(given)
  return a !== undefined && b !== undefined && holds(a, b)
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function isRegExp(text: string): boolean {
  // A template is filled before it is used, so it cannot be judged here.
  if (text.includes('${')) return true
  try {
    new RegExp(text)
    return true
  } catch {
    return false
  }
}
