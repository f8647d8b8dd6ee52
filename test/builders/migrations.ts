import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realPorts } from '../../src/adapters/ports.ts'
import type { MigrationContext } from '../../src/migrations/tool.ts'
import { temporaryFolder } from './temporary.ts'

/** A new folder with these files. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

/** What a migration tool is given, with real ports. */
export const migrationContext = (
  given: Pick<MigrationContext, 'directory'> & Partial<MigrationContext>,
): MigrationContext => ({
  database: 'postgresql://nobody@127.0.0.1:1/none',
  commands: {},
  budget: { lock: 5000, statement: 30_000 },
  run: 'run-1',
  ports: realPorts({ PATH: process.env['PATH'] }),
  signal: new AbortController().signal,
  ...given,
})
