import type pg from 'pg'
import { jsonObject, textField } from './body.ts'
import { breaksAfterSmoke } from './faults.ts'
import { once } from './idempotency.ts'
import { Refusal } from './refusal.ts'
import { type Release, usesMigration } from './release.ts'
import type { Route } from './server.ts'

/** Capture a thought, and ask about the thoughts of a chat. */
export function inboxRoutes(release: Release): Route[] {
  const isBroken = breaksAfterSmoke(release.settings.fault)
  const refuseWhenBroken = () => {
    if (isBroken()) throw new Refusal(500, 'internal_error')
  }
  return [
    {
      method: 'POST',
      path: '/v1/capture/thought',
      answer: async call => {
        refuseWhenBroken()
        const body = jsonObject(call.body)
        const chat = textField(body, 'chat', 200)
        const text = textField(body, 'text', 10_000)
        const item = await once(release.pool, '/v1/capture/thought', call, async client => ({
          inbox_item_id: await store(client, release, chat, text),
        }))
        return { status: 200, body: item }
      },
    },
    {
      method: 'POST',
      path: '/v1/query/ask',
      answer: async call => {
        refuseWhenBroken()
        const body = jsonObject(call.body)
        const chat = textField(body, 'chat', 200)
        const question = textField(body, 'question', 10_000)
        return { status: 200, body: { answer: await answerFrom(release.pool, chat, question) } }
      },
    },
  ]
}

async function store(client: pg.PoolClient, release: Release, chat: string, text: string): Promise<string> {
  const insert = usesMigration(release, 2)
    ? `INSERT INTO inbox_item (chat, text, source) VALUES ($1, $2, 'api') RETURNING id`
    : 'INSERT INTO inbox_item (chat, text) VALUES ($1, $2) RETURNING id'
  const { rows } = await client.query<{ id: string }>(insert, [chat, text])
  return rows[0]?.id ?? ''
}

/** Thoughts that share words with the question come first, then the newest. */
async function answerFrom(pool: pg.Pool, chat: string, question: string): Promise<string> {
  const words = question.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  const { rows } = await pool.query<{ text: string }>(
    `SELECT text FROM inbox_item WHERE chat = $1
     ORDER BY (SELECT count(*) FROM unnest($2::text[]) AS word WHERE strpos(lower(text), word) > 0) DESC, created_at DESC
     LIMIT 3`,
    [chat, words.slice(0, 20)],
  )
  if (rows.length === 0) return `Nothing is stored in ${chat} yet.`
  return `From ${chat}: ${rows.map(row => row.text).join('; ')}`
}
