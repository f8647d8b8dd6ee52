import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

export const pathOf = (file: string): string => join(root, file)
export const textOf = (file: string): string => readFileSync(pathOf(file), 'utf8')

/** Everything that belongs to the project, from its root: what git tracks, and new files that it does not ignore. */
export function projectFiles(...folders: string[]): string[] {
  const output = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders],
    { cwd: root, encoding: 'utf8' },
  )
  return [...new Set(output.split('\0'))].filter(file => file !== '' && existsSync(pathOf(file))).sort()
}

/** TypeScript files below a folder. */
export const sourceFiles = (...folders: string[]): string[] =>
  projectFiles(...folders).filter(file => file.endsWith('.ts'))
