import * as z from 'zod'
import { sha256 } from '../core/digest.ts'
import type { Problem } from '../core/errors.ts'
import { suggestion } from '../core/nearest.ts'
import { once } from '../core/once.ts'
import { preparePaths } from '../core/path.ts'
import type { Gate } from '../core/stage.ts'
import { text } from '../core/strict.ts'
import type { Checklist } from './checklist.ts'
import { placedChecks, placedFlows } from './collect.ts'
import { problemsOf } from './issues.ts'
import type { Language } from './language.ts'
import { lint, pathsOf } from './lint.ts'
import { checkReferences } from './references.ts'
import { readYaml, type YamlSource } from './yaml.ts'

/** The keys beside the gates' sections. */
export const headShape = once(() => {
  const environment = z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'an environment name holds letters, digits, `-` and `_`')
  return {
    gatesheet: z.literal(1).describe('version of the format'),
    name: text.describe('title of the document'),
    description: text.optional(),
    environments: z.array(environment).min(1).optional().describe('staging and production when absent'),
    vars: z
      .record(
        z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]*$/, 'this is no name'),
        z.union([z.string(), z.record(environment, z.string())]),
      )
      .optional()
      .describe('names for templates; one value, or one for each environment'),
    concurrency: z.number().int().min(1).max(64).optional().describe('checks side by side (8)'),
  }
})

/** Reads a checklist. All problems at once; a checklist only when there is none. */
export async function parseChecklist(
  text: string,
  file: string,
  language: Language,
): Promise<{ checklist?: Checklist; problems: Problem[] }> {
  const source = readYaml(text, file)
  if (source.problems.length > 0) return { problems: source.problems }
  const { value } = source
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      problems: [{ message: 'a checklist is a map that begins with `gatesheet: 1`', at: source.locate([]) }],
    }
  const given = value as Record<string, unknown>
  const { head, problems } = parseHead(given, source, language)
  const sections = new Map<Gate, unknown>()
  for (const [gate, schema] of language.sections) {
    if (!(gate in given)) continue
    const parsed = schema().safeParse(given[gate])
    if (parsed.success) sections.set(gate, parsed.data)
    else problems.push(...problemsOf(parsed.error.issues, [gate], source))
  }
  if (![...language.sections.keys()].some(gate => gate in given))
    problems.push({ message: `asks for nothing: add a gate such as \`preflight\``, at: source.locate([]) })

  const checklist: Checklist = {
    name: head.name ?? '',
    file,
    digest: sha256(text),
    environments: head.environments ?? ['staging', 'production'],
    vars: head.vars ?? {},
    sections,
    concurrency: head.concurrency ?? 8,
    description: head.description,
  }
  const checks = placedChecks(checklist)
  await preparePaths(checks.flatMap(({ item }) => pathsOf(item)))
  const { environments, vars } = checklist
  const facts = {
    source,
    environments,
    checks,
    flows: placedFlows(checklist),
    kindOf: language.kindOf,
    vars: Object.keys(vars),
    steps: language.steps,
    unread: [...language.sections.keys()].filter(gate => gate in given && !sections.has(gate)),
  }
  // A section that could not be read would make every reference into it look wrong.
  const complete = problems.length === 0
  problems.push(...lint(facts), ...varProblems(checklist, source), ...scopeProblems(checklist, source))
  if (complete) problems.push(...checkReferences(checklist, checks, language, source))
  problems.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0))
  return problems.length > 0 ? { problems } : { checklist, problems }
}

type Head = Partial<z.output<z.ZodObject<ReturnType<typeof headShape>>>>

function parseHead(
  given: Record<string, unknown>,
  source: YamlSource,
  language: Language,
): { head: Head; problems: Problem[] } {
  const known = [...Object.keys(headShape()), ...language.sections.keys()]
  const problems: Problem[] = Object.keys(given)
    .filter(key => !known.includes(key))
    .map(key => ({
      message: `unknown key \`${key}\`; ${suggestion(key, known)}`,
      at: source.locate([key], 'key'),
    }))
  // Each by itself, so that a fault in one does not make the names of another look unknown.
  const head: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(headShape())) {
    const parsed = schema.safeParse(given[key])
    if (parsed.success) head[key] = parsed.data
    else problems.push(...problemsOf(parsed.error.issues, [key], source))
  }
  return { head, problems }
}

/** Environments that a whole gate is limited to. A name that is none would leave the gate out without a word. */
function scopeProblems({ sections, environments }: Checklist, source: YamlSource): Problem[] {
  return [...sections].flatMap(([gate, section]) =>
    ((section as { in?: readonly string[] }).in ?? []).flatMap((name, index) =>
      environments.includes(name)
        ? []
        : [
            {
              key: `${gate}.in[${index}]`,
              message: `there is no environment \`${name}\`; ${suggestion(name, environments)}`,
              at: source.locate([gate, 'in', index]),
            },
          ],
    ),
  )
}

function varProblems({ vars, environments }: Checklist, source: YamlSource): Problem[] {
  return Object.entries(vars).flatMap(([name, value]) =>
    typeof value === 'string'
      ? []
      : Object.keys(value)
          .filter(environment => !environments.includes(environment))
          .map(environment => ({
            key: `vars.${name}`,
            message: `there is no environment \`${environment}\`; ${suggestion(environment, environments)}`,
            at: source.locate(['vars', name, environment], 'key'),
          })),
  )
}
