import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { pathOf, sourceFiles, textOf } from './repository.ts'

/** One file that imports another, or a package. */
export interface Import {
  from: string
  /** Path from the root of the repository for files, the specifier for packages. */
  to: string
}

const patterns = [
  // import and export declarations, also over several lines
  /^(?:import|export)\b[^'"`;]*?\bfrom\s*'([^'\n]+)'/gm,
  /^import\s*'([^'\n]+)'/gm,
  // import('…'), also as a type
  /\bimport\(\s*'([^'\n]+)'/g,
]

/** What a text imports, in the order of the patterns. */
export const specifiersIn = (text: string): string[] =>
  patterns.flatMap(pattern => [...withoutComments(text).matchAll(pattern)].map(match => match[1] ?? ''))

/** Every import of the source. What names no file is text that is written somewhere; a wrong import fails in tsc. */
export const readImports = (): Import[] =>
  sourceFiles('src').flatMap(from =>
    specifiersIn(textOf(from)).flatMap(specifier => {
      if (specifier.includes('${')) return []
      if (!specifier.startsWith('.')) return [{ from, to: specifier }]
      const given = normalize(join(dirname(from), specifier))
      const to = [given, given.replace(/\.js$/, '.ts')].find(path => existsSync(pathOf(path)))
      return to === undefined ? [] : [{ from, to }]
    }),
  )

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** The circles among the imports of files, each as the way round; empty when there are none. */
export function cyclesOf(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to])
  const cycles: string[][] = []
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      cycles.push([...way.slice(way.indexOf(file)), file])
      return
    }
    if (done.has(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...way, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return cycles
}
