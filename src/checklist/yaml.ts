import { type Document, isMap, isNode, isPair, isScalar, LineCounter, type Pair, parseDocument } from 'yaml'
import type { Origin } from '../core/check.ts'
import type { Location, Problem } from '../core/errors.ts'

type Path = readonly (string | number)[]
const largest = 1024 * 1024
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
  const start: Location = { file, line: 1, column: 1 }
  const refuse = (message: string, cure: string): YamlSource => ({
    value: undefined,
    problems: [{ message, cure, at: start }],
    locate: () => start,
  })
  if (text.length > largest)
    return refuse('the file is larger than 1 MiB', 'A checklist is a short document.')
  const nul = text.indexOf('\0')
  if (nul >= 0) return refuse('the file holds a NUL byte', 'Save it as UTF-8 text.')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col) }
  }
  const problems = document.errors.map(error => ({
    message: explain(error.code, error.message),
    at: at(error.pos[0]),
  }))
  const locate = (path: Path, of: 'key' | 'value' = 'value') => at(offsetOf(document, path, of))
  if (problems.length > 0) return { value: undefined, problems, locate }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    noteOrigins(value, [], path => {
      const { line, column } = locate(path)
      return { path, line, column }
    })
    return { value, problems, locate }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return refuse(message, 'Write repeated parts out, or use fewer aliases.')
  }
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
    : (message.split('\n')[0] ?? message)
