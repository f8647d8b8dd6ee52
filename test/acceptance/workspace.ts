import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A checkout of somebody's repository: a git repository with one commit, removed at the end. */
export interface Workspace extends AsyncDisposable {
  path: string
  sha: string
  write(file: string, text: string): Promise<void>
}

/** Makes a workspace that holds these files. */
export async function makeWorkspace(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'workspace-')))
  const write = (file: string, text: string) => writeFile(join(path, file), text)
  for (const [file, text] of Object.entries(files)) await write(file, text)
  await git(path, 'init', '--quiet', '--initial-branch=main', '--template=')
  await git(path, 'add', '--all')
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid']
  await git(path, ...author, 'commit', '--quiet', '--allow-empty', '--message=A commit')
  const sha = (await git(path, 'rev-parse', 'HEAD')).trim()
  return { path, sha, write, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return (await promisify(execFile)('git', args, { cwd, env })).stdout
}
