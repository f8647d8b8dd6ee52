import type pg from 'pg'

/** The column that tells that the migration of this number (counted from 1) has been applied. */
const MARKS = ['inbox_item.id', 'inbox_item.source', 'job.priority']

/**
 * Number of the newest migration that the database has, 0 when it is empty.
 * It looks at the columns, not at a ledger: a ledger may say more than is there.
 */
export async function schemaVersion(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  const present = new Set(rows.map(row => row.name))
  const missing = MARKS.findIndex(mark => !present.has(mark))
  return missing === -1 ? MARKS.length : missing
}
