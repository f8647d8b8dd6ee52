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

/** Where a parser of a check or a flow reports what is wrong. */
interface Report {
  issues: { push(...issues: never[]): unknown }
}

/** The schemas of a check, and of a list of checks and flows, for a set of kinds. */
export function checkSchemas(kinds: readonly CheckKind[]) {
  const forms = new Map(kinds.map(kind => [kind.name, { kind, schema: once(() => kindSchema(kind)) }]))
  const refuse = (report: Report, input: unknown, message: string, path: PropertyKey[] = []): never => {
    report.issues.push({ code: 'custom', input, path, message } as never)
    return z.NEVER
  }

  const parseCheck = (raw: unknown, report: Report): CheckItem => {
    if (!isMap(raw))
      return refuse(report, raw, 'expected a check: a map with a `title` and a kind such as `http` or `run`')
    const named = Object.keys(raw).filter(key => forms.has(key))
    if (named.length === 0) return refuse(report, raw, noKind(Object.keys(raw), [...forms.keys()]))
    // A kind may have a key that is also the name of another: `run` takes `env`.
    const form = named
      .flatMap(key => forms.get(key) ?? [])
      .find(({ kind }) => named.every(key => Object.hasOwn(kind.shape(), key)))
    if (!form)
      return refuse(
        report,
        raw,
        `is of ${named.length} kinds at once (${named.join(', ')}); make it ${named.length} checks`,
      )
    const parsed = form.schema().safeParse(raw)
    if (!parsed.success) return passOn(report, parsed.error)
    const spec = parsed.data as Record<string, unknown>
    const fault = form.kind.fault?.(spec as never)
    return fault ? refuse(report, raw, fault.message, fault.path) : toItem(form.kind, spec, raw)
  }
  const check = z.unknown().transform(parseCheck)

  const flowSteps = once(() => z.object({ steps: z.array(check), always: z.array(check).default([]) }))
  const parseFlow = (raw: object, report: Report): Flow => {
    const form = flowSchema().safeParse(raw)
    if (!form.success) return passOn(report, form.error)
    const { flow: title, id, in: only, when, steps, always } = form.data
    const inner = flowSteps().safeParse({ steps, always })
    if (!inner.success) return passOn(report, inner.error)
    return {
      type: 'flow',
      id: id ?? slug(title),
      title,
      in: only,
      when,
      ...inner.data,
      origin: originOf(raw) ?? nowhere,
    }
  }

  const item = z
    .unknown()
    .transform(
      (raw, report): CheckListItem =>
        isMap(raw) && 'flow' in raw ? parseFlow(raw, report) : parseCheck(raw, report),
    )

  return { check, item, steps: z.array(check).min(1), list: z.array(item).min(1) }
}

const isMap = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null && !Array.isArray(raw)

const nowhere = { path: [], line: 1, column: 1 }

function passOn(report: Report, error: z.ZodError): never {
  report.issues.push(...(error.issues as never[]))
  return z.NEVER
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
    origin: originOf(raw) ?? nowhere,
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
