import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import type { Origin } from '../core/check.ts'
import type { Location, Problem } from '../core/errors.ts'

type Path = readonly (string | number)[]
const largest = 1024 * 1024
/** No checklist is nested like this; a value that holds itself is. */
const deepest = 64
const originKey = Symbol('origin')

/** A YAML text that was read, with the way back from a value to its place in the text. */
export interface YamlSource {
  value: unknown
  problems: Problem[]
  /** Where a value stands, or its key when `of` is `key`; the nearest parent's place when there is none. */
  locate(path: Path, of?: 'key' | 'value'): Location
}

/** Reads YAML 1.2. Every map in the value knows where it stands (see `originOf`). */
export function readYaml(text: string, file: string): YamlSource {
  const at = locator(text, file)
  const refuse = (message: string, cure: string, offset = 0): YamlSource => ({
    value: undefined,
    problems: [{ message, cure, at: at(offset) }],
    locate: () => at(offset),
  })
  const tooDeep = () => refuse('the file is nested too deeply', 'A checklist is a short document.')
  if (text.length > largest)
    return refuse('the file is larger than 1 MiB', 'A checklist is a short document.')
  const nul = text.indexOf('\0')
  if (nul >= 0) return refuse('the file holds a NUL byte', 'Save it as UTF-8 text.')
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true })
  const problems = document.errors.map(error => ({
    message: explain(error.code, error.message),
    at: at(error.pos[0]),
  }))
  const locate = (path: Path, of: 'key' | 'value' = 'value') => at(offsetOf(document, path, of))
  if (problems.length > 0) return { value: undefined, problems, locate }
  try {
    const odd = oddKey(document)
    if (odd !== undefined)
      return refuse(
        'a key must be a text',
        'Put the text in quotes if it begins with `?`, `{`, `[` or `*`.',
        odd,
      )
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    if (nestsDeeper(value, deepest)) return tooDeep()
    noteOrigins(value, [], path => {
      const { line, column } = locate(path)
      return { path, line, column }
    })
    return { value, problems, locate }
  } catch (error) {
    if (error instanceof RangeError) return tooDeep()
    const message = error instanceof Error ? error.message : String(error)
    const alias = /alias.*: (\S+)$/.exec(message)?.[1]
    const offset = alias === undefined ? 0 : Math.max(0, text.indexOf(`*${alias}`))
    return refuse(message, 'Write repeated parts out, or use fewer aliases.', offset)
  }
}

/** From an offset to its line and column. (The counter of the YAML package miscounts in some broken texts.) */
function locator(text: string, file: string): (offset: number) => Location {
  let starts: number[] | undefined
  return offset => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
    const line = Math.max(1, starts.findLastIndex(start => start <= offset) + 1)
    return { file, line, column: offset - (starts[line - 1] ?? 0) + 1 }
  }
}

/** Where a map, a list or an alias stands as a key; turning such keys into texts can take for ever. */
function oddKey(document: Document): number | undefined {
  let found: number | undefined
  visit(document, {
    Pair: (_, { key }) => {
      if (!isAlias(key) && !isCollection(key)) return undefined
      found = key.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}

function nestsDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some(item => nestsDeeper(item, levels - 1))
}

/** Where a map of a read value stands. */
export const originOf = (value: object): Origin | undefined =>
  (value as { [originKey]?: () => Origin })[originKey]?.()

/** The place itself is only looked up for the few maps that are asked. */
function noteOrigins(value: unknown, path: Path, origin: (path: Path) => Origin): void {
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, originKey)) return
  Object.defineProperty(value, originKey, { value: () => origin(path), enumerable: false })
  for (const [key, item] of Object.entries(value))
    if (typeof item === 'object')
      noteOrigins(item, [...path, Array.isArray(value) ? Number(key) : key], origin)
}

function offsetOf(document: Document, path: Path, of: 'key' | 'value'): number {
  for (let length = path.length; length >= 0; length--) {
    const part = path.slice(0, length)
    if (of === 'key' && length > 0) {
      const pair = pairOf(document, part)
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0]
    }
    const node = document.getIn(part, true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function pairOf(document: Document, path: Path): Pair | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(parent)) return undefined
  const key = path.at(-1)
  return parent.items.find(
    item => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
  ) as Pair | undefined
}

const explain = (code: string, message: string): string =>
  code === 'DUPLICATE_KEY'
    ? 'this key stands here a second time; keep one'
    : code === 'RESOURCE_EXHAUSTION'
      ? 'the file is nested too deeply'
      : (message.split('\n')[0] ?? message)
