import type { CheckItem, CheckKind, Flow } from '../core/check.ts'
import type { Problem } from '../core/errors.ts'
import { suggestion } from '../core/nearest.ts'
import { pathFault, rootOf } from '../core/path.ts'
import type { StageName } from '../core/stage.ts'
import { eachString, namesIn, parseTemplate } from '../core/template.ts'
import { parseTruth } from '../core/truth.ts'
import type { PlacedCheck } from './checklist.ts'
import { keyText } from './issues.ts'
import { builtIns, isEnvironmentName } from './names.ts'
import type { YamlSource } from './yaml.ts'

type Path = readonly (string | number)[]

export interface LintFacts {
  source: YamlSource
  environments: readonly string[]
  vars: readonly string[]
  checks: readonly PlacedCheck[]
  flows: readonly { stage: StageName; flow: Flow }[]
  /** Ids of what gates do themselves. */
  steps(stage: StageName): readonly string[]
  /** Sections that are there and could not be read, so that their captures are not known. */
  unread: readonly string[]
  kindOf(name: string): CheckKind
}

/** What a schema cannot see: templates, conditions, ids, captures and paths. */
export function lint(facts: LintFacts): Problem[] {
  const report = (path: Path, message: string): Problem => ({
    key: keyText(path),
    message,
    at: facts.source.locate(path),
  })
  return [
    ...templateProblems(facts, report),
    ...conditionProblems(facts, report),
    ...idProblems(facts, report),
    ...pathProblems(facts, report),
  ]
}

type Report = (path: Path, message: string) => Problem

/** Malformed templates, and lower-case names that nothing defines. */
function templateProblems({ source, checks, vars, unread }: LintFacts, report: Report): Problem[] {
  const problems: Problem[] = []
  const raw = rawCaptures(source.value)
  const mayBeKnown = (name: string, path: Path) =>
    unread.includes(String(path[0])) && (isBuiltIn(name) || raw.includes(name))
  eachString(source.value, (text, path) => {
    if (path[0] === 'name' || path[0] === 'description') return
    const parsed = parseTemplate(text)
    if ('fault' in parsed) problems.push(report(path, `${parsed.fault.message}. ${parsed.fault.cure}`))
    for (const { name, hasFallback } of namesIn(text)) {
      const fault = mayBeKnown(name, path) ? undefined : nameFault(name, path, checks, vars)
      const needs = hasFallback ? undefined : sourceOf.get(name)
      const never =
        needs && !given(source.value, needs) ? `\`${name}\` has no value without \`${needs.join('.')}\`` : ''
      if (fault || never) problems.push(report(path, fault ?? never))
    }
  })
  return problems
}

function nameFault(
  name: string,
  path: Path,
  checks: readonly PlacedCheck[],
  vars: readonly string[],
): string | undefined {
  const captured = capturesVisibleAt(path, checks)
  if (isEnvironmentName(name) || vars.includes(name) || captured.includes(name)) return undefined
  if (name === 'baseline') {
    const check = checks.find(({ item }) => startsWith(path, item.origin.path))
    if (check?.stage !== 'observe') return '`${baseline}` has a value only in the checks of `observe`'
    return check.item.baseline
      ? undefined
      : '`${baseline}` needs `baseline: PATH` beside it, the value to record before the rollout'
  }
  if (isBuiltIn(name)) return undefined
  const elsewhere = checks.find(({ item }) => Object.hasOwn(item.capture, name))
  if (elsewhere)
    return `\`${name}\` is captured by “${elsewhere.item.title}”, which does not run before this in the same list`
  return `nothing is called \`${name}\`; ${suggestion(name, [...captured, ...vars, ...Object.keys(builtIns)])} Environment variables are written in capitals.`
}

/** The part of the checklist that gives a built-in name its value; found missing only when a rollback needs it. */
const sourceOf: ReadonlyMap<string, Path> = new Map([
  ['previous.sha', ['rollback-check', 'previous']],
  ['backup.file', ['backup']],
])

const given = (value: unknown, path: Path): boolean =>
  path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key],
    value,
  ) !== undefined

const isBuiltIn = (name: string): boolean => Object.hasOwn(builtIns, name)

/** Every name that is captured somewhere in the text, well-formed or not. */
function rawCaptures(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === 'capture' && typeof inner === 'object' ? Object.keys(inner ?? {}) : []),
    ...rawCaptures(inner),
  ])
}

/** Captures of the same list; in a list that runs in order only those of earlier checks. */
function capturesVisibleAt(path: Path, checks: readonly PlacedCheck[]): string[] {
  const here = checks.find(({ item }) => startsWith(path, item.origin.path))
  if (!here) return []
  const sequential =
    here.stage === 'deploy' || here.stage === 'deploy-before-migrate' || path.includes('steps')
  return checks
    .filter(
      ({ stage, item }) =>
        stage === here.stage && item !== here.item && (!sequential || before(item, here.item)),
    )
    .flatMap(({ item }) => Object.keys(item.capture))
}

/** Conditions and environments under which something could never run, or always would. */
function conditionProblems({ checks, flows, environments }: LintFacts, report: Report): Problem[] {
  return [...checks.map(({ item }) => item), ...flows.map(({ flow }) => flow)].flatMap(item => {
    const problems: Problem[] = []
    for (const [index, name] of (item.in ?? []).entries())
      if (!environments.includes(name))
        problems.push(
          report(
            [...item.origin.path, 'in', index],
            `there is no environment \`${name}\`; ${suggestion(name, environments)}`,
          ),
        )
    if (item.when !== undefined && namesIn(item.when).length === 0) {
      const constant = parseTruth(item.when)
      const effect =
        constant === undefined
          ? 'is neither true nor false'
          : constant
            ? 'is always true; leave it out'
            : 'is never true, so this can never run'
      problems.push(report([...item.origin.path, 'when'], `the condition ${effect}`))
    }
    return problems
  })
}

/** An id names one check of a stage, and a captured name one value. */
function idProblems({ checks, flows, steps }: LintFacts, report: Report): Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, CheckItem | Flow>()
  const all = [...flows.map(({ stage, flow }) => ({ stage, item: flow as CheckItem | Flow })), ...checks]
  for (const { stage, item } of all) {
    if (steps(stage).includes(item.id))
      problems.push(report(item.origin.path, `the id \`${item.id}\` is the gate’s own; give this an \`id\``))
    const first = seen.get(`${stage}.${item.id}`)
    if (!first) seen.set(`${stage}.${item.id}`, item)
    else
      problems.push(
        report(
          item.origin.path,
          `the id \`${item.id}\` stands here a second time (first in line ${first.origin.line}); give one of them an \`id\``,
        ),
      )
  }
  const captured = new Map<string, CheckItem>()
  for (const { stage, item } of checks)
    for (const name of Object.keys(item.capture)) {
      const first = captured.get(`${stage}.${name}`)
      if (first && !apart(first, item))
        problems.push(
          report([...item.origin.path, 'capture', name], `“${first.title}” captures \`${name}\` already`),
        )
      captured.set(`${stage}.${name}`, item)
      if (isBuiltIn(name))
        problems.push(report([...item.origin.path, 'capture', name], `\`${name}\` is a built-in name`))
      if (stage === 'observe')
        problems.push(
          report([...item.origin.path, 'capture', name], 'captured values are not kept in `observe`'),
        )
    }
  return problems
}

/** Paths that cannot be read, or that look where the kind shows nothing. */
function pathProblems({ checks, kindOf }: LintFacts, report: Report): Problem[] {
  return checks.flatMap(({ item, stage }) => {
    const { subject, name } = kindOf(item.kind)
    const places: [Path, string][] = [
      ...Object.keys((item.spec['expect'] as object | undefined) ?? {}).map((path): [Path, string] => [
        ['expect', path],
        path,
      ]),
      ...Object.entries(item.capture).map(([as, path]): [Path, string] => [['capture', as], path]),
      ...(item.baseline === undefined ? [] : [[['baseline'], item.baseline] as [Path, string]]),
    ]
    const problems = places.flatMap(([at, path]) => {
      const root = rootOf(path)
      if (subject.length === 0)
        return [
          report([...item.origin.path, ...at], `a check of kind \`${name}\` has no values to look into`),
        ]
      if (!subject.includes(root))
        return [
          report(
            [...item.origin.path, ...at],
            `\`${name}\` shows no \`${root}\`; ${suggestion(root, subject)}`,
          ),
        ]
      const fault = pathFault(path)
      return fault ? [report([...item.origin.path, ...at], `this path cannot be read: ${fault}`)] : []
    })
    if (item.baseline !== undefined && stage !== 'observe')
      problems.push(
        report([...item.origin.path, 'baseline'], 'baselines are recorded only for the checks of `observe`'),
      )
    return problems
  })
}

/** Every path that a check looks at. */
export const pathsOf = (item: CheckItem): string[] => [
  ...Object.keys((item.spec['expect'] as object | undefined) ?? {}),
  ...Object.values(item.capture),
  ...(item.baseline === undefined ? [] : [item.baseline]),
]

const startsWith = (path: Path, start: Path): boolean =>
  start.length > 0 && start.every((part, index) => path[index] === part)
const before = (a: CheckItem, b: CheckItem): boolean =>
  a.origin.line < b.origin.line || (a.origin.line === b.origin.line && a.origin.column < b.origin.column)
/** Checks of different environments may capture the same name. */
const apart = (a: CheckItem, b: CheckItem): boolean =>
  Boolean(a.in && b.in && !a.in.some(name => b.in?.includes(name)))
