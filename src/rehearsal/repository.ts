import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type Repository = {
  readonly path: string
  /** The release that runs when the rehearsal begins: migration 0001 only. */
  readonly previousSha: string
  /** The release to roll out: migrations 0001 to 0003. */
  readonly targetSha: string
}

const DEMO = join(import.meta.dirname, 'demo')
const MIGRATIONS = join('backend', 'migrations')

/**
 * Makes the git repository of the demonstration in `path`, which must not exist, with one commit a release on
 * `main`. With `brokenMigration` the second statement of 0003 fails on the data that is already there.
 */
export async function createRepository(
  path: string,
  options: { brokenMigration?: boolean } = {},
): Promise<Repository> {
  await mkdir(path)
  await cp(join(DEMO, 'app'), path, { recursive: true })
  await copySources(join(path, 'backend', 'src'))
  const later = ['0002_inbox_item_source.sql', '0003_job_priority.sql']
  for (const name of later) await rm(join(path, MIGRATIONS, name))

  await git(path, 'init', '--quiet', '--initial-branch=main', '--template=')
  // For whoever commits or tags here later: neither a name to ask for nor a key to unlock.
  await git(path, 'config', 'user.name', 'Rehearsal')
  await git(path, 'config', 'user.email', 'rehearsal@example.invalid')
  await git(path, 'config', 'commit.gpgSign', 'false')
  await git(path, 'config', 'tag.gpgSign', 'false')
  const previousSha = await commit(path, 'Capture thoughts, ask about them, sync with Todoist')

  for (const name of later) await cp(join(DEMO, 'app', MIGRATIONS, name), join(path, MIGRATIONS, name))
  if (options.brokenMigration) await cp(join(DEMO, 'broken'), join(path, MIGRATIONS), { recursive: true })
  const targetSha = await commit(path, 'Remember where a thought came from, sync before reconciling')
  return { path, previousSha, targetSha }
}

/**
 * Number of the newest migration of a commit, which is the schema that the release needs.
 * Returns null when the repository has no such commit.
 */
export async function schemaOfRelease(path: string, sha: string): Promise<number | null> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return null
  try {
    const files = await git(path, 'ls-tree', '--name-only', sha, `${MIGRATIONS}/`)
    return files.split('\n').filter(file => file.endsWith('.sql')).length
  } catch {
    return null
  }
}

/** The migration that the previous release needs, as SQL. */
export const BASE_MIGRATION = join(DEMO, 'app', MIGRATIONS, '0001_inbox.sql')

async function copySources(folder: string): Promise<void> {
  await mkdir(folder)
  const names = (await readdir(DEMO)).filter(name => name.endsWith('.ts') && name !== 'deploy.ts')
  await Promise.all(names.map(name => cp(join(DEMO, name), join(folder, name))))
}

async function commit(path: string, message: string): Promise<string> {
  await git(path, 'add', '--all')
  await git(path, 'commit', '--quiet', `--message=${message}`)
  return (await git(path, 'rev-parse', 'HEAD')).trim()
}

/** Runs git without the user's configuration, hooks, templates or environment. */
async function git(path: string, ...parameters: string[]): Promise<string> {
  const { PATH = '' } = process.env
  const { stdout } = await promisify(execFile)('git', parameters, {
    cwd: path,
    env: { PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' },
  })
  return stdout
}
