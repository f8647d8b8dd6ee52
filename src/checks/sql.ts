import { defineKind } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { text } from '../core/strict.ts'
import { expectSchema, expectWords, judgeExpectations } from './expect.ts'

export const sql = defineKind({
  name: 'sql',
  summary: 'A query, run in a read-only transaction, gives what it should.',
  example: `
title: The seed data is there
sql: SELECT count(*)::int AS n FROM inbox_item
database: \${DATABASE_URL}
expect: { "rows[0].n": { at-least: 1 } }`,
  shape: () => ({
    sql: text.describe('one query'),
    database: text.describe('its URL'),
    expect: expectSchema().describe(
      'paths into `rows`, `row-count` and `value` (first column of the first row)',
    ),
  }),
  subject: ['rows', 'row-count', 'value'],

  words: ({ sql, expect }) => ({ text: `${code(sql)}.${expectWords(expect)}` }),

  observe: (spec, { ports, signal }) => ports.sql({ url: spec.database, text: spec.sql }, signal),

  judge({ expect }, { rows, rowCount }) {
    const value = Object.values(rows[0] ?? {})[0]
    return judgeExpectations(expect, { rows, 'row-count': rowCount, value })
  },
})
