import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import { folderWith } from '../builders/migrations.ts'
import { postgresServer, query, untilRow } from '../builders/postgres.ts'
import { type Given, sessionOf, stage, type TestSession } from '../builders/session.ts'

const postgres = postgresServer()

const two = { '1_item.sql': 'CREATE TABLE item (id int);', '2_seed.sql': 'INSERT INTO item VALUES (1), (2);' }

/** The gate in a folder of migrations, on a database of its own. */
async function gate(
  files: Record<string, string>,
  keys = 'tool: sql',
  given: Given = {},
): Promise<TestSession & { url: string; write: (name: string, text: string) => Promise<void> }> {
  const folder = await folderWith(files)
  const url = await postgres.database()
  const text = `gatesheet: 1\nname: Test\nmigrate: { directory: ., database: "\${DATABASE_URL}", ${keys} }`
  const session = await sessionOf(text, { folder, ...given, env: { DATABASE_URL: url, ...given.env } })
  return { ...session, url, write: (name, sql) => writeFile(join(folder, name), sql) }
}

const outcomes = ({ checks }: Result) => checks.map(({ id, outcome }) => `${id} ${outcome}`)
const tables = async (url: string) =>
  (
    await query(
      url,
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    )
  )
    .map(row => row['relname'])
    .sort()

describe('the preview', () => {
  it('shows the SQL of what is pending and changes nothing', async () => {
    const session = await gate(two)
    const result = await stage(session, 'migrate-preview')
    expect(result).toMatchObject({ verdict: 'go', message: '0 applied, 2 pending: 1_item.sql, 2_seed.sql.' })
    expect(result.data.migrate?.preview).toEqual([
      { name: '1_item.sql', sql: two['1_item.sql'] },
      { name: '2_seed.sql', sql: two['2_seed.sql'] },
    ])
    expect(await tables(session.url)).toEqual([])
  })

  it('shows only what is pending, or that nothing is', async () => {
    const session = await gate(two)
    await stage(session, 'migrate')
    const nothing = await stage(session, 'migrate-preview')
    expect(nothing.checks.map(({ message }) => message)).toEqual(['2 applied, 0 pending', 'nothing to run'])
    await session.write('3_more.sql', 'SELECT 1;')
    const more = await stage(session, 'migrate-preview')
    expect(more.data.migrate?.preview?.map(({ name }) => name)).toEqual(['3_more.sql'])
  })

  it('says so when the tool cannot show it', async () => {
    const result = await stage(await gate({}, 'tool: command, apply: "true"'), 'migrate-preview')
    expect(result.verdict).toBe('go')
    expect(result.checks[0]?.message).toContain('what is pending is not known before it runs')
    expect(result.checks[1]).toMatchObject({
      outcome: 'skipped',
      message: expect.stringContaining('add `preview`'),
    })
  })
})

describe('applying', () => {
  it('applies what was shown and proves it by the ledger', async () => {
    const session = await gate(two)
    await stage(session, 'migrate-preview')
    const result = await stage(session, 'migrate')
    expect(result.verdict).toBe('go')
    expect(outcomes(result)).toEqual(['list pass', 'apply pass', 'verify pass'])
    expect(result.data.migrate).toMatchObject({
      applied: ['1_item.sql', '2_seed.sql'],
      after: [
        { name: '1_item.sql', state: 'applied' },
        { name: '2_seed.sql', state: 'applied' },
      ],
    })
    expect(await query(session.url, 'SELECT count(*)::int AS n FROM item')).toEqual([{ n: 2 }])
    const again = await stage(session, 'migrate-preview').then(() => stage(session, 'migrate'))
    expect(again).toMatchObject({ verdict: 'go', data: { migrate: { applied: [] } } })
  })

  it('refuses what was not shown', async () => {
    const session = await gate(two)
    await stage(session, 'migrate-preview')
    await session.write('3_late.sql', 'CREATE TABLE late ();')
    const result = await stage(session, 'migrate')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['migration-state-unclear'] })
    expect(result.checks[0]?.message).toBe(
      'shown were 1_item.sql, 2_seed.sql, pending now are 1_item.sql, 2_seed.sql, 3_late.sql; run the readiness stages again',
    )
    expect(await tables(session.url)).toEqual([])
  })

  it('refuses the same names with other SQL than was shown', async () => {
    const session = await gate(two)
    await stage(session, 'migrate-preview')
    await session.write('2_seed.sql', 'DROP TABLE item;')
    const result = await stage(session, 'migrate')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['migration-state-unclear'] })
    expect(result.checks[0]?.message).toMatch(/^2_seed\.sql: this is not the SQL that was shown/)
    expect(await tables(session.url)).toEqual([])
  })

  it('knows the SQL again that was shown with a secret masked in it', async () => {
    const files = { '1_role.sql': "CREATE TABLE k AS SELECT 'hush-hush-1' AS k;\nSELECT 'hush-hush-1';" }
    const session = await gate(files, 'tool: sql', { env: { API_TOKEN: 'hush-hush-1' } })
    const shown = await stage(session, 'migrate-preview')
    expect(shown.data.migrate?.preview?.[0]?.sql).toBe("CREATE TABLE k AS SELECT '***' AS k;\nSELECT '***';")
    await session.write('1_role.sql', files['1_role.sql'].replace('TABLE k', 'TABLE other'))
    expect((await stage(session, 'migrate')).verdict).toBe('no-go')
    await session.write('1_role.sql', files['1_role.sql'])
    expect((await stage(session, 'migrate')).verdict).toBe('go')
  })

  it('names what was applied before one failed, and goes on from there', async () => {
    const session = await gate({
      ...two,
      '2_seed.sql': 'INSERT INTO itme VALUES (1);',
      '3_c.sql': 'SELECT 1;',
    })
    const result = await stage(session, 'migrate')
    expect(result).toMatchObject({
      verdict: 'no-go',
      reasons: ['migration-failed'],
      data: { migrate: { applied: ['1_item.sql'], failed: '2_seed.sql' } },
    })
    expect(result.checks[1]?.message).toBe(
      '2_seed.sql failed: relation "itme" does not exist (line 1). Applied: 1_item.sql; not started: 3_c.sql',
    )
    await session.write('2_seed.sql', two['2_seed.sql'])
    const again = await stage(session, 'migrate')
    expect(again).toMatchObject({ verdict: 'go', data: { migrate: { applied: ['2_seed.sql', '3_c.sql'] } } })
  })

  it('names what was applied before the run was cancelled', async () => {
    const ending = new AbortController()
    const files = { ...two, '2_seed.sql': 'SELECT pg_sleep(60);' }
    const session = await gate(files, 'tool: sql', { signal: ending.signal })
    const running = stage(session, 'migrate')
    await untilRow(
      session.url,
      "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'",
    )
    ending.abort()
    const result = await running
    expect(result).toMatchObject({ verdict: 'no-go', data: { migrate: { applied: ['1_item.sql'] } } })
    expect(result.reasons).toContain('cancelled')
    await untilRow(
      session.url,
      "SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name LIKE 'gatesheet migrate%')",
    )
  })

  it('waits for a lock no longer than its budget', async () => {
    const session = await gate(two, 'tool: sql, budget: { lock: 200ms, statement: 300ms }')
    await session.write('3_slow.sql', 'SELECT pg_sleep(60);')
    const result = await stage(session, 'migrate')
    expect(result.checks[1]?.message).toMatch(/^3_slow\.sql failed: .*statement timeout/)
  })
})

describe('an unclear state stops before anything is applied', () => {
  it.each([
    ['edited', (write: (name: string, text: string) => Promise<void>) => write('1_item.sql', 'SELECT 2;')],
    ['unknown', (write: (name: string, text: string) => Promise<void>) => write('0_old.sql', 'SELECT 2;')],
  ])('%s', async (state, change) => {
    const session = await gate({ '1_item.sql': two['1_item.sql'] })
    await stage(session, 'migrate')
    await session.write('2_next.sql', 'CREATE TABLE next ();')
    await change(session.write)
    for (const name of ['migrate-preview', 'migrate'] as const) {
      const result = await stage(session, name)
      expect(result).toMatchObject({ verdict: 'no-go', reasons: ['migration-state-unclear'] })
      expect(result.message).toContain(` is ${state} (`)
    }
    expect(await tables(session.url)).not.toContain('next')
  })

  it('missing-file', async () => {
    const session = await gate({ '1_item.sql': two['1_item.sql'] })
    await stage(session, 'migrate')
    await rm(join(session.folder, '1_item.sql'))
    expect((await stage(session, 'migrate')).message).toContain('1_item.sql is missing-file')
  })

  it('a tool that is none, from a template', async () => {
    const session = await gate(two, 'tool: "${TOOL}"', { env: { TOOL: 'alembik' } })
    const result = await stage(session, 'migrate')
    expect(result.reasons).toEqual(['migration-state-unclear'])
    expect(result.message).toMatch(/no migration tool is called “alembik”; did you mean `alembic`/)
  })

  it('a name without a value, and a database that is not there', async () => {
    const unset = await gate(two, 'tool: sql', { env: { DATABASE_URL: '' } })
    expect((await stage(unset, 'migrate')).message).toMatch(/DATABASE_URL: has no value/)
    const away = await gate(two, 'tool: sql', {
      env: { DATABASE_URL: 'postgres://a:hush-hush@127.0.0.1:1/b' },
    })
    const result = await stage(away, 'migrate')
    expect(result).toMatchObject({ verdict: 'no-go', reasons: ['migration-state-unclear'] })
    expect(JSON.stringify(result)).not.toContain('hush')
  })
})

it('a failed tool whose list holds only what is pending still owns what it applied', async () => {
  const apply = `echo '["2"]' > state; exit 1`
  const keys = `tool: command, list: cat state, apply: ${JSON.stringify(apply)}`
  const result = await stage(await gate({ state: '["1", "2"]' }, keys), 'migrate')
  expect(result).toMatchObject({ verdict: 'no-go', data: { migrate: { applied: ['1'], failed: '2' } } })
})
