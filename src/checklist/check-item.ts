import * as z from 'zod'
import type { CheckItem, CheckKind, CheckListItem, Flow } from '../core/check.ts'
import { nearest } from '../core/nearest.ts'
import { once } from '../core/once.ts'
import { severities } from '../core/outcome.ts'
import { strict, templatedDuration, text } from '../core/strict.ts'
import { originOf } from './yaml.ts'

/** The keys that every check may have beside its title. */
const partial = once(() => ({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'an id holds lower-case letters, digits and hyphens')
    .optional()
    .describe('name in evidence and triggers; from the title when absent'),
  in: z.array(text).min(1).optional().describe('only in these environments'),
  when: text.optional().describe('only when this template comes to true'),
  until: templatedDuration.optional().describe('poll until it passes, for this long at most'),
  every: templatedDuration.optional().describe('pause between polls (1s)'),
  timeout: templatedDuration.optional().describe('limit of one look (30s)'),
  advisory: z.boolean().optional().describe('reported, never blocks'),
  severity: z.enum(severities).optional().describe('major when absent'),
  'failure-limit': z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('failed samples that an observation tolerates (0)'),
  'min-samples': z.number().int().min(1).optional().describe('fewer samples are no data (1)'),
  baseline: text.optional().describe('path of the value that preflight records for `${baseline}`'),
  capture: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'a captured name is lower case: `sync_job`'), text)
    .optional()
    .describe('names for later templates: path of each value'),
}))

export const commonKeys = () => ['title', ...Object.keys(partial())]

/** The full form of one kind's items. */
export const kindSchema = (kind: CheckKind) =>
  strict({ title: text.describe('the line as people read it'), ...kind.shape(), ...partial() })

export const flowSchema = once(() =>
  strict({
    flow: text.describe('name of the flow'),
    id: partial().id,
    in: partial().in,
    when: partial().when,
    steps: z.array(z.unknown()).min(1).describe('checks, one after the other'),
    always: z.array(z.unknown()).min(1).optional().describe('clean-up checks that run whatever happened'),
  }),
)

/** The schemas of a check, and of a list of checks and flows, for a set of kinds. */
export function checkSchemas(kinds: readonly CheckKind[]) {
  const forms = new Map(kinds.map(kind => [kind.name, { kind, schema: once(() => kindSchema(kind)) }]))

  const check = z.unknown().transform((raw, context): CheckItem => {
    const fail = (issue: { message: string; path?: PropertyKey[] }): never => {
      context.issues.push({ code: 'custom', input: raw, path: issue.path ?? [], message: issue.message })
      return z.NEVER
    }
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
      return fail({ message: 'expected a check: a map with a `title` and a kind such as `http` or `run`' })
    const named = Object.keys(raw).filter(key => forms.has(key))
    if (named.length === 0) return fail({ message: noKind(Object.keys(raw), [...forms.keys()]) })
    // A kind may have a key that is also the name of another: `run` takes `env`.
    const form = named
      .flatMap(key => forms.get(key) ?? [])
      .find(({ kind }) => named.every(key => Object.hasOwn(kind.shape(), key)))
    if (!form)
      return fail({
        message: `is of ${named.length} kinds at once (${named.join(', ')}); make it ${named.length} checks`,
      })
    const parsed = form.schema().safeParse(raw)
    if (!parsed.success) {
      context.issues.push(...(parsed.error.issues as never[]))
      return z.NEVER
    }
    const spec = parsed.data as Record<string, unknown>
    const fault = form.kind.fault?.(spec as never)
    if (fault) return fail(fault)
    return toItem(form.kind, spec, raw)
  })

  const flow = flowSchema().transform((given, context): Flow => {
    const inner = z
      .object({ steps: z.array(check), always: z.array(check).default([]) })
      .safeParse({ steps: given.steps, always: given.always })
    if (!inner.success) {
      context.issues.push(...(inner.error.issues as never[]))
      return z.NEVER
    }
    return {
      type: 'flow',
      id: given.id ?? slug(given.flow),
      title: given.flow,
      in: given.in,
      when: given.when,
      steps: inner.data.steps,
      always: inner.data.always,
      origin: originOf(given) ?? { path: [], line: 1, column: 1 },
    }
  })

  const item = z.unknown().transform((raw, context): CheckListItem => {
    const isFlow = typeof raw === 'object' && raw !== null && 'flow' in raw
    const parsed = (isFlow ? flow : check).safeParse(raw)
    if (!parsed.success) {
      context.issues.push(...(parsed.error.issues as never[]))
      return z.NEVER
    }
    const found = parsed.data
    return isFlow ? { ...found, origin: originOf(raw) ?? found.origin } : found
  })

  return { check, item, steps: z.array(check).min(1), list: z.array(item).min(1) }
}

/** `API is live` → `api-is-live` */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || 'check'

function toItem(kind: CheckKind, spec: Record<string, unknown>, raw: object): CheckItem {
  const own = Object.fromEntries(Object.entries(spec).filter(([key]) => Object.hasOwn(kind.shape(), key)))
  const given = spec as z.output<z.ZodObject<ReturnType<typeof partial>>> & { title: string }
  return {
    type: 'check',
    id: given.id ?? slug(given.title),
    title: given.title,
    kind: kind.name,
    spec: own,
    in: given.in,
    when: given.when,
    timing: { until: given.until, every: given.every ?? 1000, timeout: given.timeout ?? 30_000 },
    advisory: given.advisory ?? false,
    severity: given.severity ?? 'major',
    failureLimit: given['failure-limit'] ?? 0,
    minSamples: given['min-samples'] ?? 1,
    baseline: given.baseline,
    capture: given.capture ?? {},
    origin: originOf(raw) ?? { path: [], line: 1, column: 1 },
  }
}

function noKind(keys: readonly string[], kinds: readonly string[]): string {
  for (const key of keys.filter(key => !commonKeys().includes(key))) {
    const near = nearest(key, kinds)
    if (near) return `no kind of check is called \`${key}\`; did you mean \`${near}\`?`
  }
  return `says nothing to check; add one of ${kinds.map(kind => `\`${kind}\``).join(', ')}`
}

/** The keys that every check may have, as a schema of their own. */
export const partialKeys = () => strict(partial())
