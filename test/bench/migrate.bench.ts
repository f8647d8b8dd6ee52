import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEnvironment } from '../acceptance/child.ts'
import { startServer } from '../acceptance/server.ts'
import { runAction } from './action.ts'
import { compare, runProgram } from './compare.ts'

const count = 30
const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'))
const file = (number: string) => `${number}_table.sql`

/** Thirty migrations on an empty database: psql file by file, each in one transaction, and the gate with its ledger. */
export async function benchMigrate(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  await mkdir(join(folder, 'migrations'))
  for (const number of numbers)
    await writeFile(
      join(folder, 'migrations', file(number)),
      `CREATE TABLE t${number} (id bigint PRIMARY KEY, name text NOT NULL);\nCREATE INDEX ON t${number} (name);\n`,
    )
  await writeFile(
    join(folder, 'checklist.yml'),
    `gatesheet: 1\nname: Migrate\nmigrate:\n  tool: sql\n  directory: migrations\n  database: \${DATABASE_URL}\n`,
  )
  const server = await startServer()
  let made = 0
  let url = ''
  const prepare = async () => {
    made += 1
    url = await server.makeDatabase(`bench_${made}`)
  }
  const psql = numbers
    .map(
      number =>
        `psql --quiet --no-psqlrc --set=ON_ERROR_STOP=1 --single-transaction --file=migrations/${file(number)} "$DATABASE_URL"`,
    )
    .join(' && ')
  try {
    await compare({
      title: `${count} migrations`,
      rounds: 11,
      contestants: [
        {
          name: 'psql -1 -f, file by file',
          prepare,
          run: () =>
            void runProgram('sh', ['-c', psql], {
              cwd: folder,
              env: { ...bareEnvironment(), DATABASE_URL: url },
            }),
        },
        {
          name: 'migrate gate, tool sql',
          prepare,
          run: () => runAction('migrate', { folder, phase: 'apply', env: { DATABASE_URL: url } }),
        },
      ],
    })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true })
  }
}
