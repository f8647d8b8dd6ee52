import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Options for `spawn` that give a child another user; empty for the own user. */
export type Account = { readonly uid?: number; readonly gid?: number }

/**
 * The user that PostgreSQL runs as. It refuses to run as root, so root lends it the user `postgres` or, where
 * that does not exist, `nobody`. No user is created: a rehearsal leaves the machine as it was, and two that
 * start together do not race for it.
 */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)])
    if (uid && gid) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"')
}

async function idOf(flag: string, name: string): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)('id', [flag, name])
    return Number(stdout)
  } catch {
    return null
  }
}
