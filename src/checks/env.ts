import * as z from 'zod'
import { defineKind } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import { isSecretName } from '../core/redact.ts'
import type { Finding } from '../core/result.ts'
import { listOf, strict, text } from '../core/strict.ts'
import { parseTruth } from '../core/truth.ts'

const name = once(() =>
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable'),
)

const ruleSchema = once(() =>
  strict({
    secret: z.boolean().optional().describe('never shown anywhere, whatever its name'),
    optional: z.literal(true).optional().describe('may be absent; when set, the other rules hold'),
    or: name().optional().describe('this other variable may stand in for it'),
    when: text.optional().describe('only required when this comes to true'),
    default: z.string().optional().describe('what the service uses when it is absent; that value is judged'),
    url: listOf(text).optional().describe('a URL with one of these schemes'),
    'min-length': z.number().int().min(1).optional().describe('characters'),
    pattern: text.optional().describe('regular expression that must find something'),
    equals: z.string().optional(),
    'one-of': z.array(z.string()).min(1).optional(),
    'same-as': name().optional().describe('the same value as this variable'),
  }).refine(rule => rule.pattern === undefined || isRegExp(rule.pattern), {
    message: '`pattern` is no regular expression',
    path: ['pattern'],
  }),
)
type Rule = z.output<ReturnType<typeof ruleSchema>>

type Values = Record<string, string | undefined>

/** One rule that a value can break: the words for it, or undefined when the value keeps it. */
const breaches: ((value: string, rule: Rule, values: Values, shown: string) => string | undefined)[] = [
  (value, { url }) => (url ? urlBreach(value, url) : undefined),
  (value, rule) => {
    const least = rule['min-length']
    return least && value.length < least ? `has ${value.length} characters, needs ${least}` : undefined
  },
  (value, { pattern }) =>
    pattern && !new RegExp(pattern).test(value) ? `does not match \`${pattern}\`` : undefined,
  (value, { equals }, _, shown) =>
    equals !== undefined && value !== equals ? `is ${shown}, must be \`${equals}\`` : undefined,
  (value, rule, _, shown) => {
    const allowed = rule['one-of']
    return allowed && !allowed.includes(value)
      ? `is ${shown}, must be one of ${allowed.join(', ')}`
      : undefined
  },
  (value, rule, values) => {
    const other = rule['same-as']
    return other && values[other] !== value ? `differs from ${other}` : undefined
  },
]

export const env = defineKind({
  name: 'env',
  summary:
    'Environment variables are set and well formed. An empty value counts as missing; values are never shown.',
  example: `
title: Required variables are set
env:
  DATABASE_URL: { url: postgresql+asyncpg }
  APP_AUTH_BEARER_TOKENS: { or: APP_AUTH_TOKEN_USER_MAP }
  LLM_API_KEY: { secret: true, min-length: 20 }
  TODOIST_TOKEN: { when: "\${SYNC_ENABLED:-false}" }
  TODOIST_API_BASE: { default: "https://api.todoist.com/api/v1", url: https }
  LLM_PROVIDER:`,
  shape: () => ({
    env: z
      .union([
        z.array(name()).transform(names => Object.fromEntries(names.map(key => [key, null]))),
        z.record(name(), z.union([z.null(), ruleSchema()])),
      ])
      .describe('names, each with its rules; a name alone must be set'),
  }),
  subject: [],
  fault: ({ env }) =>
    Object.keys(env).length === 0
      ? { message: 'asserts nothing: name at least one variable', path: ['env'] }
      : undefined,

  words: ({ env }) => ({
    text: '',
    lines: Object.entries(env).map(([key, rule]) => variableWords(key, rule ?? {})),
  }),

  async observe({ env }, { ports }): Promise<Values> {
    const rules = Object.values(env).filter(rule => rule !== null)
    const others = rules.flatMap(rule => [rule.or, rule['same-as']]).filter(other => other !== undefined)
    return Object.fromEntries([...Object.keys(env), ...others].map(key => [key, ports.env[key] || undefined]))
  },

  judge({ env }, values) {
    const findings = Object.entries(env).map(([key, rule]) => judgeVariable(key, rule ?? {}, values))
    const wrong = findings.filter(finding => finding.outcome === 'fail')
    const skipped = findings.filter(finding => finding.outcome === 'skipped').length
    const set = findings.length - wrong.length - skipped
    return {
      outcome: wrong.length > 0 ? 'fail' : set > 0 ? 'pass' : 'skipped',
      message:
        wrong.length > 0
          ? `${wrong.map(finding => `${finding.label} ${finding.message}`).join('; ')}. Set ${wrong.length === 1 ? 'it' : 'them'} in this environment’s secrets or variables.`
          : `${set} set${skipped > 0 ? `, ${skipped} not needed here` : ''}`,
      findings,
    }
  },
})

/** `REDIS_URL` (`redis://…` or `rediss://…`; at least 20 characters) */
function variableWords(key: string, rule: Rule): string {
  const notes = [
    ...(rule.url ? [rule.url.map(scheme => code(`${scheme}://…`)).join(' or ')] : []),
    ...(rule['min-length'] ? [`at least ${rule['min-length']} characters`] : []),
    ...(rule.pattern ? [`like ${code(rule.pattern)}`] : []),
    ...(rule.equals === undefined ? [] : [`is ${code(rule.equals)}`]),
    ...(rule['one-of'] ? [`one of ${rule['one-of'].map(code).join(', ')}`] : []),
    ...(rule['same-as'] ? [`the same as ${code(rule['same-as'])}`] : []),
    ...(rule.default === undefined ? [] : [`default ${code(rule.default)}`]),
    ...(rule.when ? [`when ${code(rule.when)}`] : []),
    ...(rule.optional ? ['optional'] : []),
  ]
  const name = rule.or ? `${code(key)} or ${code(rule.or)}` : code(key)
  return notes.length > 0 ? `${name} (${notes.join('; ')})` : name
}

function judgeVariable(label: string, rule: Rule, values: Values): Finding {
  const finding = (outcome: Finding['outcome'], message: string): Finding => ({ label, outcome, message })
  if (rule.when !== undefined) {
    const needed = parseTruth(rule.when)
    if (needed === undefined)
      return finding('fail', `has a condition that is neither true nor false: \`${rule.when}\``)
    if (!needed && values[label] === undefined) return finding('skipped', 'not needed here')
  }
  const value = values[label]
  if (value === undefined) {
    if (rule.or !== undefined && values[rule.or] !== undefined)
      return finding('pass', `${rule.or} is set instead`)
    if (rule.default !== undefined)
      return judgeValue(label, rule.default, rule, values, 'absent, the default holds')
    if (rule.optional) return finding('skipped', 'absent, which is allowed')
    return finding('fail', rule.or ? `is missing, and so is ${rule.or}` : 'is missing or empty')
  }
  return judgeValue(label, value, rule, values, 'set')
}

function judgeValue(label: string, value: string, rule: Rule, values: Values, good: string): Finding {
  const shown = rule.secret || isSecretName(label) ? 'another value' : `\`${value}\``
  const breach = breaches.map(judge => judge(value, rule, values, shown)).find(words => words !== undefined)
  return breach ? { label, outcome: 'fail', message: breach } : { label, outcome: 'pass', message: good }
}

function urlBreach(value: string, schemes: readonly string[]): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\/[^\s/]/i.exec(value)?.[1]
  if (!scheme) return `is no URL (\`${schemes[0]}://…\` is asked for)`
  return schemes.includes(scheme.toLowerCase())
    ? undefined
    : `starts with \`${scheme}://\`, must start with ${schemes.map(name => `\`${name}://\``).join(' or ')}`
}

function isRegExp(pattern: string): boolean {
  try {
    new RegExp(pattern)
    return true
  } catch {
    return false
  }
}
