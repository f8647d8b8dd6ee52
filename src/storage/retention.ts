import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Manifest, readManifests } from './manifest.ts'

const dayMs = 86_400_000

/** Which backups of an environment are older than the limit; never the newest of a database. */
export function expired<T extends { manifest: Manifest }>(
  backups: readonly T[],
  environment: string,
  keepMs: number,
  now: Date,
): T[] {
  const own = backups.filter(({ manifest }) => manifest.environment === environment)
  const newestFirst = own.sort((a, b) => (a.manifest.takenAt < b.manifest.takenAt ? 1 : -1))
  // Two projects may share a folder, and call their environments alike.
  const older = newestFirst.filter(({ manifest }, index) =>
    newestFirst.slice(0, index).some(newer => newer.manifest.database === manifest.database),
  )
  return older.filter(({ manifest }) => now.getTime() - Date.parse(manifest.takenAt) > keepMs)
}

/** Deletes expired backups of a folder: the manifest first, so that no manifest ever names a missing file. */
export async function applyRetention(
  folder: string,
  environment: string,
  keepMs: number,
  now: Date,
): Promise<string[]> {
  const gone = expired(await readManifests(folder), environment, keepMs, now)
  for (const { path, manifest } of gone) {
    await rm(path, { force: true })
    // A manifest may only name a file beside itself.
    await rm(join(dirname(path), basename(manifest.file)), { force: true })
  }
  await removeAbandoned(folder, now)
  return gone.map(({ manifest }) => basename(manifest.file))
}

/** What killed runs left half written; a dump that is still running touches its file. */
async function removeAbandoned(folder: string, now: Date): Promise<void> {
  const parts = (await readdir(folder)).filter(name => /\.dump(?:\.manifest\.json)?\.part$/.test(name))
  for (const name of parts) {
    const { mtimeMs } = await stat(join(folder, name))
    if (now.getTime() - mtimeMs > dayMs) await rm(join(folder, name), { force: true })
  }
}
