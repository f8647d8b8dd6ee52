import { expect, it } from 'vitest'
import { realPorts } from '../../src/adapters/ports.ts'
import { versionsAgree } from '../../src/postgres/versions.ts'

/** What a server and a pg_dump of these versions say; only their versions differ from real ones. */
const between = (server: string, program: { stdout: string; exitCode?: number }) =>
  versionsAgree(
    'postgres://db/inbox',
    {
      ...realPorts({}),
      sql: async () => ({ rows: [{ version: server }], rowCount: 1 }),
      shell: async () => ({ exitCode: 0, signal: null, stderr: '', ...program }),
    },
    new AbortController().signal,
  )

it.each([
  ['15.18 (Debian 15.18-1.pgdg12+1)', 'pg_dump (PostgreSQL) 15.18 (Debian 15.18-1)', 'pass'],
  ['15.18', 'pg_dump (PostgreSQL) 17.2', 'pass'],
  ['16.9', 'pg_dump (PostgreSQL) 16.1', 'pass'],
  ['17.0', 'pg_dump (PostgreSQL) 16.9', 'fail'],
  ['18beta1', 'pg_dump (PostgreSQL) 17.5', 'fail'],
  ['10.4', 'pg_dump (PostgreSQL) 9.6.24', 'fail'],
])('server %s, %s: %s', async (server, stdout, outcome) => {
  const { judgement } = await between(server, { stdout })
  expect(judgement.outcome).toBe(outcome)
})

it('names both versions and what to install', async () => {
  const { judgement, versions } = await between('17.2', { stdout: 'pg_dump (PostgreSQL) 15.18' })
  expect(judgement.message).toBe(
    'pg_dump 15.18 cannot dump server 17.2. Install postgresql-client-17 on this machine.',
  )
  expect(versions).toEqual({ server: '17.2', client: '15.18' })
})

it('says what to install when there is no pg_dump', async () => {
  const { judgement } = await between('17.2', { stdout: '', exitCode: 127 })
  expect(judgement).toEqual({
    outcome: 'fail',
    message: 'pg_dump is not on the PATH. Install postgresql-client-17 on this machine.',
  })
})
