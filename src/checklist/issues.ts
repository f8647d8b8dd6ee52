import type * as z from 'zod'
import type { Problem } from '../core/errors.ts'
import { suggestion } from '../core/nearest.ts'
import type { YamlSource } from './yaml.ts'

type Issue = z.core.$ZodIssue
type Path = (string | number)[]

/** Turns a schema's issues into problems with a place, in the order of the file. */
export function problemsOf(issues: readonly Issue[], base: Path, source: YamlSource): Problem[] {
  return issues.flatMap(issue => toProblems(issue, base, source))
}

function toProblems(issue: Issue, base: Path, source: YamlSource): Problem[] {
  const path = [...base, ...(issue.path as Path)]
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n')
    return issue.keys.map((key, index) => ({
      key: keyText(path),
      message: messages[index] ?? issue.message,
      at: source.locate([...path, key], 'key'),
    }))
  }
  if (issue.code === 'invalid_key')
    return issue.issues.map(({ message }) => ({
      key: keyText(path),
      message,
      at: source.locate(path, 'key'),
    }))
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return problemsOf(likeliest(issue.errors), path, source)
  const value = lookInto(source.value, path)
  const problem = { key: keyText(path), message: describe(issue, value), at: source.locate(path) }
  return [problem]
}

/** Of several forms that a value could have, the one that it came nearest to. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) =>
    Math.max(...issues.map(issue => issue.path.length + (issue.code === 'unrecognized_keys' ? 0.6 : 0)))
  const deepest = [...branches].sort((a, b) => depth(b) - depth(a))
  const best = deepest[0] ?? []
  if (depth(best) > 0 || branches.length === 1) return best
  const expected = branches
    .flat()
    .flatMap(issue =>
      'expected' in issue
        ? [String(issue.expected)]
        : issue.code === 'invalid_value'
          ? issue.values.map(String)
          : [],
    )
  const own = branches.flat().find(issue => issue.code === 'custom' || issue.code === 'invalid_format')
  if (own) return [own]
  const merged = {
    code: 'custom',
    path: [],
    message: `expected ${[...new Set(expected)].join(' or ')}`,
    input: undefined,
  }
  return [merged as unknown as Issue]
}

function describe(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_type')
    return value === undefined
      ? 'is required here and missing'
      : `expected ${issue.expected}, found ${typeOf(value)}`
  if (issue.code === 'invalid_value')
    return value === undefined
      ? 'is required here and missing'
      : `${JSON.stringify(value)} is not allowed; ${suggestion(String(value), issue.values.map(String))}`
  if (issue.code === 'too_small' && issue.origin === 'array') return 'must hold at least one item'
  if (issue.code === 'custom' && value === undefined && issue.message.startsWith('expected '))
    return `is required: ${issue.message}`
  return issue.message
}

/** `smoke[2].expect.status` */
export const keyText = (path: readonly (string | number)[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')

function lookInto(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[part] : undefined,
    value,
  )
}

function typeOf(value: unknown): string {
  if (value === null) return 'nothing'
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : typeof value
}
