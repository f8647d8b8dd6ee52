import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { BASE_MIGRATION } from './repository.ts'

/**
 * Brings an empty database to the state of the previous release: migration 0001, `items` thoughts, some old
 * jobs. Like in every real inbox a few thoughts were sent twice, which is what the broken migration meets.
 */
export async function seedDatabase(databaseUrl: string, items: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(await readFile(BASE_MIGRATION, 'utf8'))
    await client.query(
      `INSERT INTO inbox_item (chat, text, created_at)
       SELECT (ARRAY['home', 'work', 'garden', 'reading'])[1 + n % 4],
              (ARRAY['Call', 'Write to', 'Visit', 'Thank'])[1 + n % 4] || ' ' ||
              (ARRAY['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald'])[1 + n % 5] || ' about plan ' || n,
              now() - n * interval '3 hours'
       FROM generate_series(1, $1::int) AS n`,
      [items],
    )
    await client.query(
      `INSERT INTO inbox_item (chat, text, created_at)
       SELECT chat, text, created_at + interval '1 minute' FROM inbox_item ORDER BY created_at LIMIT 5`,
    )
    await client.query(
      `INSERT INTO job (kind, state, attempts, created_at, run_at, claimed_at, finished_at)
       SELECT 'todoist_sync', 'done', 1, at, at, at, at + interval '1 second'
       FROM (SELECT now() - n * interval '1 hour' AS at FROM generate_series(1, 40) AS n) AS hours`,
    )
  } finally {
    await client.end()
  }
}
