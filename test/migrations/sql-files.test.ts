import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSqlFiles } from '../../src/migrations/sql-files.ts'
import { folderWith } from '../builders/migrations.ts'

const namesIn = async (files: Record<string, string>) =>
  (await readSqlFiles(await folderWith(files))).map(file => file.name)

const one = (text: string) => namesIn({ '1_a.sql': text })

it('takes the files in the order of their numbers, however they are padded', async () => {
  const names = ['10_c.sql', '2-b.sql', '001.a.sql', '20260102030405_e.SQL', '0011_d.sql']
  const files = Object.fromEntries(names.map(name => [name, 'SELECT 1;']))
  expect(await namesIn({ ...files, 'README.md': 'no SQL', '2_b.down.sql': 'DROP TABLE b;' })).toEqual([
    '001.a.sql',
    '2-b.sql',
    '10_c.sql',
    '0011_d.sql',
    '20260102030405_e.SQL',
  ])
})

it('names every file that is wrong at once', async () => {
  const files = { 'init.sql': '', '7_a.sql': '', '007_b.sql': '', '8_c.sql': 'COMMIT;', '9_d.sql': 'a\0b' }
  const folder = await folderWith(files)
  await expect(readSqlFiles(folder)).rejects.toThrow(
    `${folder}: init.sql does not begin with a number; 007_b.sql and 7_a.sql have the same number; 8_c.sql controls transactions itself; remove BEGIN and COMMIT, each file is one transaction; 9_d.sql holds a NUL byte`,
  )
})

it('names a folder that is not there', async () => {
  await expect(readSqlFiles('/nowhere/migrations')).rejects.toThrow(
    '/nowhere/migrations: there is no such folder',
  )
})

describe('transaction control', () => {
  it.each([
    'BEGIN;\nCREATE TABLE a ();\nCOMMIT;',
    'CREATE TABLE a (); COMMIT; CREATE TABLE b ();',
    'begin transaction;\nCREATE TABLE a ();',
    'BEGIN WORK; SELECT 1;',
    'BEGIN ISOLATION LEVEL SERIALIZABLE;\nSELECT 1;',
    'START TRANSACTION READ WRITE;\nSELECT 1;',
    'CREATE TABLE a ();\nCOMMIT WORK;',
    'CREATE TABLE a ();\nCOMMIT AND CHAIN;',
    'CREATE TABLE a ();\nEND;',
    'CREATE TABLE a ();\nEND TRANSACTION;',
    'CREATE TABLE a ();\nROLLBACK;',
    'CREATE TABLE a ();\nABORT;',
    'CREATE TABLE a ();\nCOMMIT',
    "CREATE TABLE a ();\nPREPARE TRANSACTION 'x';",
    '/* why */ COMMIT;',
    'CREATE TABLE a (); -- done\nCOMMIT;',
    "SELECT 'it''s'; COMMIT;",
    "SELECT E'it\\'s'; COMMIT; SELECT 'x'",
    "-- don't\nCOMMIT; -- can't",
  ])('is refused: %j', async text => {
    await expect(one(text)).rejects.toThrow(/1_a\.sql controls transactions itself/)
  })

  it.each([
    'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1;\nEND;\n$$;',
    'DO $body1$\nBEGIN\n  NULL;\nEND;\n$body1$;',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql\nBEGIN ATOMIC\n  SELECT 1;\nEND;',
    'UPDATE a SET n = CASE WHEN n > 1 THEN 1 ELSE 0\nEND;',
    '-- BEGIN;\nSELECT 1;\n/* COMMIT; */',
    "INSERT INTO a VALUES ('one; COMMIT; two');",
    "INSERT INTO a VALUES ('-- no comment'); SELECT ';\nCOMMIT;\n';",
    'SELECT 1 AS "; COMMIT;";',
    'SAVEPOINT here; SELECT 1; ROLLBACK TO SAVEPOINT here;',
    'CREATE TABLE commit (begin int);',
    'CREATE TABLE a (n int) ON COMMIT DROP;',
  ])('is not: %j', async text => {
    expect(await one(text)).toEqual(['1_a.sql'])
  })
})

it('a checksum changes with the text and not with the line endings or the name', async () => {
  const folder = await folderWith({ '1_a.sql': 'SELECT 1;\nSELECT 2;\n' })
  const checksum = async () => (await readSqlFiles(folder))[0]?.checksum
  const before = await checksum()
  await writeFile(join(folder, '1_a.sql'), 'SELECT 1;\r\nSELECT 2;\r\n')
  expect(await checksum()).toBe(before)
  await rename(join(folder, '1_a.sql'), join(folder, '1_b.sql'))
  expect(await checksum()).toBe(before)
  await writeFile(join(folder, '1_b.sql'), 'SELECT 1;\nSELECT 3;\n')
  expect(await checksum()).not.toBe(before)
})
