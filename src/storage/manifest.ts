import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { once } from '../core/once.ts'

/** Says that a backup exists and what it is; written last, so that a file without one is no backup. */
export const manifestSchema = once(() =>
  z.strictObject({
    gatesheet: z.literal(1),
    file: z.string(),
    bytes: z.number().int().positive(),
    sha256: z.string(),
    takenAt: z.iso.datetime(),
    environment: z.string(),
    commit: z.string(),
    database: z.string().describe('where it was taken from, without a secret'),
    serverVersion: z.string(),
    clientVersion: z.string(),
    entries: z.number().int().positive(),
  }),
)
export type Manifest = z.output<ReturnType<typeof manifestSchema>>

const suffix = '.manifest.json'

/** Path of the manifest of a backup file. */
export const manifestPath = (file: string): string => `${file}${suffix}`

/** Writes a manifest beside its backup, whole or not at all. */
export async function writeManifest(file: string, manifest: Manifest): Promise<string> {
  const path = manifestPath(file)
  await writeFile(`${path}.part`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.part`, path)
  return path
}

/** The backups of a folder, newest first; files that are no manifest of ours are passed over. */
export async function readManifests(folder: string): Promise<{ path: string; manifest: Manifest }[]> {
  const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith(suffix))
  const read = names.map(async name => {
    const path = join(folder, name)
    const parsed = manifestSchema().safeParse(parse(await readFile(path, 'utf8').catch(() => '')))
    return parsed.success ? [{ path, manifest: parsed.data }] : []
  })
  return (await Promise.all(read)).flat().sort((a, b) => (a.manifest.takenAt < b.manifest.takenAt ? 1 : -1))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
