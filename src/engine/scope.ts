import { randomUUID } from 'node:crypto'
import { builtIns, isEnvironmentName } from '../checklist/names.ts'
import type { CheckKind, TemplatedDuration } from '../core/check.ts'
import { ProbeError } from '../core/errors.ts'
import type { Ports } from '../core/ports.ts'
import type { Result } from '../core/result.ts'
import { quoteAfter } from '../core/shell-quote.ts'
import { fillTemplate, type Lookup } from '../core/template.ts'
import { parseDuration } from '../core/units.ts'
import type { Session } from './session.ts'

/** What earlier stages found that templates can name. */
export interface Known {
  previous?: string | undefined
  backupFile?: string | undefined
  baselines: Readonly<Record<string, unknown>>
}

export const knownFrom = (results: readonly (Result | undefined)[]): Known => {
  const data = results.map(result => result?.data)
  return {
    previous: data.map(item => item?.rollbackCheck?.previous).find(Boolean),
    backupFile: data.map(item => item?.backup?.file).find(Boolean),
    baselines: Object.assign({}, ...data.map(item => item?.baselines ?? {})),
  }
}

/** Built-in names whose values come from an answer, a folder or whoever started the run. */
const outside: ReadonlySet<string> = new Set(['baseline', 'previous.sha', 'backup.file', 'run-id'])

/** What a scope needs of a session; a plan has no more than this. */
export type ScopeFacts = Pick<Session, 'checklist' | 'commit' | 'environment' | 'run' | 'since'> & {
  ports: Pick<Ports, 'clock' | 'env'>
}

/** The values that the templates of one stage can name; captures are added while it runs. */
export class Scope {
  readonly captured = new Map<string, string>()
  readonly #session: ScopeFacts
  readonly #known: Known

  constructor(session: ScopeFacts, known: Known) {
    this.#session = session
    this.#known = known
  }

  /** Lookup for one check: its `uuid`, `now` and `baseline` stay the same in all its attempts. */
  lookupFor(checkId: string | undefined, measuring = false): (name: string) => string | undefined {
    const { commit, environment, run, since, ports } = this.#session
    const known = this.#known
    const baseline = checkId === undefined ? undefined : known.baselines[checkId]
    const uuid = randomUUID()
    const builtIns: Record<string, string | undefined> = {
      sha: commit,
      'short-sha': commit.slice(0, 12),
      environment,
      uuid,
      now: ports.clock.now().toISOString(),
      since: since.toISOString(),
      'run-id': run,
      // While the baseline itself is being measured, any value will do: the judgement is not used.
      baseline: measuring ? '0' : baseline === undefined ? undefined : String(baseline),
      'previous.sha': known.previous,
      'backup.file': known.backupFile,
    }
    const own = (name: string) => this.captured.get(name) ?? builtIns[name]
    return name => own(name) ?? this.#variable(name, own, [])
  }

  /** `vars` first, which may use one another and everything else; then the process environment. */
  #variable(name: string, own: Lookup, within: readonly string[]): string | undefined {
    const text = this.#textOf(name)
    if (text === undefined || within.includes(name))
      return isEnvironmentName(name) ? this.#session.ports.env[name] : undefined
    const inner = (other: string) => own(other) ?? this.#variable(other, own, [...within, name])
    const filled = fillTemplate(text, inner)
    return filled.missing.length > 0 ? undefined : filled.text
  }

  /** What `vars` gives a name in this environment. */
  #textOf(name: string): string | undefined {
    const given = this.#session.checklist.vars[name]
    return typeof given === 'object' ? given[this.#session.environment] : given
  }

  /** The names at the bottom of names without a value: of a variable that needs others, those. */
  roots(missing: readonly string[], lookup: Lookup, within: readonly string[] = []): string[] {
    const roots = missing.flatMap(name => {
      const text = within.includes(name) ? undefined : this.#textOf(name)
      if (text === undefined) return [name]
      const inner = fillTemplate(text, lookup).missing
      return inner.length > 0 ? this.roots(inner, lookup, [...within, name]) : [name]
    })
    return [...new Set(roots)]
  }

  /**
   * A duration in milliseconds.
   * @throws ProbeError when its template has no value or comes to something else
   */
  duration(given: TemplatedDuration): number {
    if (typeof given === 'number') return given
    const lookup = this.lookupFor(undefined)
    const filled = fillTemplate(given, lookup)
    const { text } = filled
    const missing = this.roots(filled.missing, lookup)
    const ms = missing.length > 0 ? undefined : parseDuration(text)
    if (!ms)
      throw new ProbeError(
        given,
        missing.length > 0
          ? `${missing.join(', ')} has no value`
          : `came to “${text}”, which is no duration such as \`90s\``,
      )
    return ms
  }

  /**
   * Fills every template of a spec. Values that come from outside are quoted in a shell line; those that no quotes
   * make safe where they stand are named in `unsafe`.
   */
  fillSpec(spec: Record<string, unknown>, kind: CheckKind, lookup: (name: string) => string | undefined) {
    const missing = new Set<string>()
    const unsafe = new Set<string>()
    const shellKeys = new Set(kind.shell ?? [])
    const fill = (value: unknown, key: string): unknown => {
      if (typeof value === 'string') {
        const filled = shellKeys.has(key)
          ? this.#fillShell(value, lookup, unsafe)
          : fillTemplate(value, lookup)
        for (const name of filled.missing) missing.add(name)
        return filled.text
      }
      if (Array.isArray(value)) return value.map(item => fill(item, key))
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, fill(item, inner)]))
    }
    const filled = fill(spec, '') as Record<string, unknown>
    return { spec: filled, missing: this.roots([...missing], lookup), unsafe: [...unsafe] }
  }

  /** Fills a shell line; a NUL, which no text holds, marks a value from outside until all that is before it is known. */
  #fillShell(text: string, lookup: Lookup, unsafe: Set<string>): { text: string; missing: string[] } {
    const own = (name: string) => {
      if (!this.captured.has(name) && !Object.hasOwn(builtIns, name)) return undefined
      const value = lookup(name)
      return value && (this.captured.has(name) || outside.has(name)) ? `\0${name}\0` : value
    }
    const filled = fillTemplate(text, name => own(name) ?? this.#variable(name, own, []) ?? lookup(name))
    const line = filled.text.split('\0').reduce((before, part, index) => {
      if (index % 2 === 0) return before + part
      const quoted = quoteAfter(before, lookup(part) ?? '')
      if (quoted === undefined) unsafe.add(part)
      return before + (quoted ?? '')
    })
    return { text: line, missing: filled.missing }
  }
}
