import { chmod, chown, mkdir, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { secret } from './secret.ts'
import { serverAccount } from './server-account.ts'

/**
 * The absolute path of a world's folder: `wanted`, which must be absent or empty, or a new name for temporary
 * files. Nothing is made yet: the janitor has to know the path before there is something to remove.
 */
export async function chooseWorldFolder(wanted?: string): Promise<string> {
  if (wanted === undefined) return join(tmpdir(), `gatesheet-rehearsal-${secret(16)}`)
  const folder = resolve(wanted)
  const entries = await readdir(folder).catch(error => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (entries.length > 0) throw new Error(`the folder of a rehearsal must be empty: ${folder}`)
  return folder
}

/**
 * Makes the folder. Only its owner can enter it; when root rehearses that is the user of PostgreSQL, and root
 * enters anyway.
 */
export async function makeWorldFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const { uid, gid } = await serverAccount()
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
}

/** Removes the folder with everything in it. */
export async function removeWorldFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
