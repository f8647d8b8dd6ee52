import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { namesOf } from '../../src/core/migration.ts'
import { sql } from '../../src/migrations/sql.ts'
import type { MigrationContext } from '../../src/migrations/tool.ts'
import { folderWith, migrationContext } from '../builders/migrations.ts'
import { holding, postgresServer, query, untilRow } from '../builders/postgres.ts'

const postgres = postgresServer()

const three = {
  '1_item.sql': 'CREATE TABLE item (id int PRIMARY KEY, n int NOT NULL DEFAULT 0);',
  '2_seed.sql': 'INSERT INTO item SELECT generate_series(1, 3);',
  '3_add.sql': 'UPDATE item SET n = n + 1;',
}

const given = async (files: Record<string, string>, more: Partial<MigrationContext> = {}) =>
  migrationContext({ directory: await folderWith(files), database: await postgres.database(), ...more })

const states = async (context: MigrationContext) =>
  (await sql.list(context))?.map(({ name, state }) => `${name} ${state}`)

const applyAll = async (context: MigrationContext) =>
  sql.apply(context, namesOf((await sql.list(context)) ?? [], 'pending'))

const ledger = async ({ database }: MigrationContext) =>
  (await query(database, 'SELECT name FROM gatesheet_migrations ORDER BY applied_at')).map(row => row['name'])

const write = (context: MigrationContext, name: string, text: string) =>
  writeFile(join(context.directory, name), text)

describe('the state', () => {
  it('is read without a change to the database', async () => {
    const context = await given(three)
    expect(await states(context)).toEqual(['1_item.sql pending', '2_seed.sql pending', '3_add.sql pending'])
    expect(
      await query(context.database, "SELECT FROM pg_class WHERE relname = 'gatesheet_migrations'"),
    ).toEqual([])
  })

  it('is applied, pending, edited, gone, or too old', async () => {
    const context = await given(three)
    expect(await applyAll(context)).toEqual({ applied: Object.keys(three) })
    await write(context, '1_item.sql', three['1_item.sql'].replace('0', '9'))
    await rm(join(context.directory, '2_seed.sql'))
    await write(context, '02_late.sql', 'SELECT 1;')
    await write(context, '4_new.sql', 'SELECT 1;')
    expect(await sql.list(context)).toEqual([
      { name: '2_seed.sql', state: 'missing-file', note: expect.stringContaining('not in this commit') },
      { name: '1_item.sql', state: 'edited', note: expect.stringContaining('put it back') },
      { name: '02_late.sql', state: 'unknown', note: expect.stringContaining('a newer number') },
      { name: '3_add.sql', state: 'applied' },
      { name: '4_new.sql', state: 'pending' },
    ])
  })

  it('does not change with the line endings of a checkout', async () => {
    const context = await given({ '1_a.sql': 'SELECT 1;\r\nSELECT 2;\r\n' })
    await applyAll(context)
    await write(context, '1_a.sql', 'SELECT 1;\nSELECT 2;\n')
    expect(await states(context)).toEqual(['1_a.sql applied'])
  })
})

describe('a file that fails', () => {
  const broken = 'ALTER TABLE item ADD late int;\nINSERT INTO item VALUES (1);\nSELECT 1;'

  it('leaves nothing of itself; those before it stay, those after it wait', async () => {
    const context = await given({ ...three, '3_add.sql': broken, '4_more.sql': 'CREATE TABLE more ();' })
    expect(await applyAll(context)).toEqual({
      applied: ['1_item.sql', '2_seed.sql'],
      failed: {
        name: '3_add.sql',
        message: expect.stringMatching(/duplicate key .*Key \(id\)=\(1\) already/),
      },
    })
    expect(await ledger(context)).toEqual(['1_item.sql', '2_seed.sql'])
    const columns = "SELECT FROM information_schema.columns WHERE column_name = 'late'"
    expect(await query(context.database, columns)).toEqual([])
    expect((await states(context))?.slice(2)).toEqual(['3_add.sql pending', '4_more.sql pending'])
    await write(context, '3_add.sql', three['3_add.sql'])
    expect(await applyAll(context)).toEqual({ applied: ['3_add.sql', '4_more.sql'] })
  })

  it('is named with its line and the hint of the database', async () => {
    const context = await given({ '1_a.sql': 'CREATE TABLE item (name text);\n\nSELECT nam FROM item;' })
    expect((await applyAll(context)).failed?.message).toBe(
      'column "nam" does not exist (line 3). Perhaps you meant to reference the column "item.name"',
    )
  })
})

it('settings of one file do not reach the ledger or the next file', async () => {
  const context = await given(
    {
      '1_dump.sql':
        "SELECT pg_catalog.set_config('search_path', '', false); SET statement_timeout = 0; CREATE TABLE public.a ();",
      '2_b.sql': 'CREATE TABLE b (); SELECT pg_sleep(30);',
    },
    { budget: { lock: 1000, statement: 300 } },
  )
  const done = await applyAll(context)
  expect(done.applied).toEqual(['1_dump.sql'])
  expect(done.failed?.message).toMatch(/statement timeout/)
  expect(await ledger(context)).toEqual(['1_dump.sql'])
})

describe('budgets', () => {
  it('a lock that another session holds is not waited for without end', async () => {
    const context = await given(three, { budget: { lock: 200, statement: 20_000 } })
    await sql.apply(context, ['1_item.sql', '2_seed.sql'])
    const letGo = await holding(context.database, 'LOCK TABLE item')
    expect((await applyAll(context)).failed).toEqual({
      name: '3_add.sql',
      message: expect.stringContaining('lock timeout'),
    })
    await letGo()
    expect(await applyAll(context)).toEqual({ applied: ['3_add.sql'] })
  })

  it('a statement ends at its limit, also the second of a file', async () => {
    const files = { '1_a.sql': 'CREATE TABLE slow ();\nSELECT pg_sleep(30);' }
    const context = await given(files, { budget: { lock: 200, statement: 300 } })
    expect((await applyAll(context)).failed?.message).toMatch(/statement timeout/)
    expect(await query(context.database, "SELECT to_regclass('slow') AS slow")).toEqual([{ slow: null }])
  })
})

it('two runners at once apply each migration once, and both end well', async () => {
  const context = await given({ ...three, '4_slow.sql': 'SELECT pg_sleep(0.3);' })
  const done = await Promise.all([applyAll(context), applyAll(context)])
  expect(done.map(item => item.failed)).toEqual([undefined, undefined])
  expect(done.flatMap(item => item.applied).sort()).toEqual([...Object.keys(three), '4_slow.sql'])
  expect(await query(context.database, 'SELECT DISTINCT n FROM item')).toEqual([{ n: 1 }])
  expect(await ledger(context)).toHaveLength(4)
})

describe('a run that is cancelled', () => {
  const running = "FROM pg_stat_activity WHERE application_name LIKE 'gatesheet migrate%'"

  it('ends on the server, keeps what was committed, and goes on from there the next time', async () => {
    const ending = new AbortController()
    const files = { '1_a.sql': 'CREATE TABLE a ();', '2_b.sql': 'CREATE TABLE b (); SELECT pg_sleep(60);' }
    const context = await given({ ...files, '3_c.sql': 'CREATE TABLE c ();' }, { signal: ending.signal })
    const applying = sql.apply(context, [...Object.keys(files), '3_c.sql']).catch((error: unknown) => error)
    await untilRow(context.database, `SELECT 1 ${running} AND query LIKE '%pg_sleep%'`)
    ending.abort()
    await applying
    await untilRow(
      context.database,
      `SELECT 1 WHERE NOT EXISTS (SELECT ${running} AND datname = current_database())`,
    )
    expect(await ledger(context)).toEqual(['1_a.sql'])
    expect(await query(context.database, "SELECT to_regclass('b') AS b, to_regclass('c') AS c")).toEqual([
      { b: null, c: null },
    ])
    await write(context, '2_b.sql', 'CREATE TABLE b ();')
    const again = { ...context, signal: new AbortController().signal }
    expect(await applyAll(again)).toEqual({ applied: ['2_b.sql', '3_c.sql'] })
  })

  it('does nothing when it was cancelled before', async () => {
    const context = await given(three, { signal: AbortSignal.abort() })
    await expect(sql.apply(context, Object.keys(three))).rejects.toThrow('aborted')
    expect(await query(context.database, "SELECT to_regclass('item') AS item")).toEqual([{ item: null }])
  })
})
