import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Environment } from '../../src/rehearsal/environment.ts'
import type { World } from '../../src/rehearsal/world.ts'

export type Ended = { code: number | null; output: string }

/** Runs a shell command with these variables and waits for its end. */
export async function run(command: string, variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { PATH = '' } = process.env
  const child = spawn('sh', ['-c', command], {
    env: { PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { code, output }
}

/** Deploys as a checklist does: the command from the variables, the commit appended. */
export async function deploy(
  environment: Environment,
  service: 'API' | 'WORKER',
  sha: string,
): Promise<Ended> {
  return run(`${environment.variables[`DEPLOY_${service}`]} ${sha}`, environment.variables)
}

/** Applies the later migrations of the repository, each file in one transaction. */
export async function migrate(world: World, environment: Environment): Promise<void> {
  for (const name of ['0002_inbox_item_source.sql', '0003_job_priority.sql']) {
    const sql = await readFile(join(world.repository.path, 'backend', 'migrations', name), 'utf8')
    await query(environment.databaseUrl, sql)
  }
}

/** Runs SQL in a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
