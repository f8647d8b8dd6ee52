import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEnvironment } from '../acceptance/child.ts'
import { query, startServer } from '../acceptance/server.ts'
import { runAction } from './action.ts'
import { compare, runProgram } from './compare.ts'

const rows = 200_000

/** What a proved backup costs over the commands that somebody would type. */
export async function benchBackup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const server = await startServer()
  try {
    const url = await server.makeDatabase('bench')
    await query(
      url,
      `CREATE TABLE item AS SELECT n AS id, md5(n::text) AS code, repeat(md5((n * 7)::text), 3) AS text FROM generate_series(1, ${rows}) n;
       ALTER TABLE item ADD PRIMARY KEY (id)`,
    )
    await writeFile(
      join(folder, 'checklist.yml'),
      `gatesheet: 1\nname: Backup\nbackup:\n  database: \${DATABASE_URL}\n  to: backups\n`,
    )
    const fresh = () => rm(join(folder, 'backups'), { recursive: true, force: true })
    const byHand = `pg_dump --format=custom --file=byhand.dump "$DATABASE_URL" && sha256sum byhand.dump && pg_restore --list byhand.dump | grep -c '^[0-9]'`
    await compare({
      title: `Backup of ${rows.toLocaleString('en')} rows`,
      rounds: 11,
      contestants: [
        {
          name: 'pg_dump -Fc, sha256sum, pg_restore --list',
          run: () =>
            void runProgram('sh', ['-c', byHand], {
              cwd: folder,
              env: { ...bareEnvironment(), DATABASE_URL: url },
            }),
        },
        {
          name: 'backup gate',
          prepare: fresh,
          run: () => runAction('backup', { folder, env: { DATABASE_URL: url } }),
        },
      ],
    })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
