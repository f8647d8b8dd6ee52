import { describe, expect, it } from 'vitest'
import { expectEnded, postgresServer, query } from '../builders/postgres.ts'
import { checked } from '../builders/session.ts'

const postgres = postgresServer()

/** One database for all: nothing here may change it. */
let made: Promise<string> | undefined
const seeded = () => {
  made ??= postgres.database(
    "CREATE TABLE item (id int PRIMARY KEY, name text); INSERT INTO item VALUES (1, 'one'), (2, 'two')",
  )
  return made
}

const ask = (sql: string, expectations: string, url: string, more = '') =>
  checked(
    `title: Q\nsql: ${JSON.stringify(sql)}\ndatabase: \${DATABASE_URL}\nexpect: { ${expectations} }\n${more}`,
    {
      env: { DATABASE_URL: url },
    },
  )

it.each([
  ['SELECT count(*)::int AS n FROM item', '"rows[0].n": 2', 'pass', /rows\[0\]\.n 2/],
  // `count(*)` is a bigint, `avg` a numeric: the drivers give both as text.
  ['SELECT count(*) FROM item', 'value: 2', 'pass', /value 2/],
  ['SELECT avg(id) FROM item', 'value: 1.5', 'pass', /value 1\.5/],
  ['SELECT 12345678901234567890::numeric', 'value: "12345678901234567890"', 'pass', /12345678901234567890/],
  ['SELECT count(*) FROM item', 'value: { at-least: 3 }', 'fail', /value is 2, expected at least 3/],
  ['SELECT name FROM item ORDER BY id', 'row-count: 2, "rows[1].name": two', 'pass', /row-count 2/],
  ['SELECT name FROM item', '"rows[*].name": { contains: two }', 'pass', /one/],
  ['SELECT name FROM item WHERE id = 9', 'row-count: 0', 'pass', /row-count 0/],
  [
    'SELECT name FROM item WHERE id = 9',
    'value: { not-empty: true }',
    'fail',
    /value is nothing, expected not empty/,
  ],
  [
    "SELECT timestamptz '2026-03-01 10:00Z' AS at, true AS ok, NULL AS nothing",
    'value: "2026-03-01T10:00:00.000Z", "rows[0].ok": true, "rows[0].nothing": null',
    'pass',
    /2026/,
  ],
])('%s → %s: %s', async (sql, expectations, outcome, message) => {
  const result = await ask(sql, expectations, (await seeded()).replace('postgresql:', 'postgresql+asyncpg:'))
  expect(result.outcome).toBe(outcome)
  expect(result.message).toMatch(message)
})

describe('nothing can be written', () => {
  it.each([
    'DELETE FROM item',
    'INSERT INTO item VALUES (3)',
    'CREATE TABLE x ()',
    'WITH gone AS (DELETE FROM item RETURNING 1) SELECT count(*) FROM gone',
    'SELECT 1; COMMIT; DELETE FROM item',
    'COMMIT; DELETE FROM item',
    'ROLLBACK; BEGIN; DELETE FROM item; COMMIT',
    'SET TRANSACTION READ WRITE',
  ])('by %s', async sql => {
    const url = await seeded()
    await ask(sql, 'row-count: { at-least: 0 }', url)
    expect(await query(url, 'SELECT count(*)::int AS n FROM item')).toEqual([{ n: 2 }])
    expect(await query(url, "SELECT to_regclass('x') AS x")).toEqual([{ x: null }])
  })
})

describe('a query that cannot be asked', () => {
  it.each([
    ['SELECT nme FROM item', /^app\d+@127\.0\.0\.1:\d+\/app\d+: column "nme" does not exist$/],
    ['DELETE FROM item', /read-only transaction/],
    ['SELECT 1; SELECT 2', /multiple commands/],
  ])('%s', async (sql, message) => {
    const result = await ask(sql, 'value: 1', await seeded())
    expect(result.outcome).toBe('error')
    expect(result.message).toMatch(message)
  })

  it.each([
    [
      'a wrong password',
      (url: string) => url.replace(/:[^:@]+@/, ':wrong-password-1@'),
      /cannot connect: password authentication failed/,
    ],
    [
      'no such database',
      (url: string) => url.replace(/app\d+$/, 'no_such'),
      /database "no_such" does not exist/,
    ],
    ['nobody there', (url: string) => url.replace(/:\d+\//, ':1/'), /ECONNREFUSED/],
    ['no URL', () => 'inbox', /^the database URL: must start with/],
  ])('with %s', async (_, change, message) => {
    const url = await seeded()
    const result = await ask('SELECT 1', 'value: 1', change(url))
    expect(result.outcome).toBe('error')
    expect(result.message).toMatch(message)
    expect(JSON.stringify(result)).not.toContain(new URL(url).password)
    expect(JSON.stringify(result)).not.toContain('wrong-password-1')
  })
})

it('is ended on the server when its time is over', async () => {
  const result = await ask('SELECT pg_sleep(60)', 'row-count: 1', await seeded(), 'timeout: 300ms')
  expect(result).toMatchObject({ outcome: 'error', message: 'Q: gave no answer within 300 ms' })
  await expectEnded(postgres, 'pg_sleep(60)')
})
