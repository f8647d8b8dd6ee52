import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Received, serve } from '../builders/http.ts'
import { sessionOf, stage } from '../builders/session.ts'

const flows = (fails: string) => `
gatesheet: 1
name: Test
smoke:
  - flow: Capture
    steps:
      - title: Save
        http: POST \${API}/items
        json: { text: "gatesheet \${sha}" }
        expect: { status: 201, json.id: { not-empty: true } }
        capture: { item: json.id }
      - { title: Read it back, http: "GET \${API}/items/\${item}${fails}" }
      - { title: Never without the one before, run: touch reached }
    always:
      - { title: Take it away, http: "DELETE \${API}/items/\${item}", expect: { status: 204 } }
      - { title: Say so, run: touch cleaned }
  - { title: Beside it, run: "true" }
`

const api = () =>
  serve(({ method, url }: Received, response) => {
    const status = url.endsWith('missing') ? 404 : { POST: 201, DELETE: 204 }[method]
    response.writeHead(status ?? 200, { 'content-type': 'application/json' })
    response.end(status === 204 ? '' : '{"id": "i-17"}')
  })

const asked = (received: readonly Received[]) => received.map(({ method, url }) => `${method} ${url}`)

it('takes the steps of a flow in order, with what they captured, and cleans up', async () => {
  const { url, received } = await api()
  const session = await sessionOf(flows(''), { env: { API: url } })
  const result = await stage(session, 'smoke')
  expect(result.verdict).toBe('go')
  expect(asked(received)).toEqual(['POST /items', 'GET /items/i-17', 'DELETE /items/i-17'])
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({ text: `gatesheet ${session.commit}` })
  expect(result.checks.map(({ title, flow }) => [flow, title])).toEqual([
    ['Capture', 'Save'],
    ['Capture', 'Read it back'],
    ['Capture', 'Never without the one before'],
    ['Capture', 'Take it away'],
    ['Capture', 'Say so'],
    [undefined, 'Beside it'],
  ])
})

it('a step that fails ends its flow, not the clean-up and not its neighbours', async () => {
  const { url, received } = await api()
  const session = await sessionOf(flows('/missing'), { env: { API: url } })
  const result = await stage(session, 'smoke')
  expect(result).toMatchObject({ verdict: 'no-go', reasons: ['check-failed'] })
  expect(result.checks.map(({ outcome }) => outcome)).toEqual([
    'pass',
    'fail',
    'skipped',
    'pass',
    'pass',
    'pass',
  ])
  expect(asked(received).at(-1)).toBe('DELETE /items/i-17')
  expect(await readFile(join(session.folder, 'cleaned'), 'utf8')).toBe('')
  await expect(readFile(join(session.folder, 'reached'))).rejects.toThrow('ENOENT')
})

it('cleans up also when the run is cancelled, and is no go then', async () => {
  const ending = new AbortController()
  const { url, received } = await serve(({ method }, response) => {
    if (method === 'GET') ending.abort()
    else response.writeHead(method === 'POST' ? 201 : 204).end('{"id": "i-17"}'.repeat(+(method === 'POST')))
  })
  const session = await sessionOf(flows(''), { env: { API: url }, signal: ending.signal })
  const result = await stage(session, 'smoke')
  expect(result.verdict).toBe('no-go')
  expect(result.reasons[0]).toBe('cancelled')
  expect(asked(received)).toEqual(['POST /items', 'GET /items/i-17', 'DELETE /items/i-17'])
  expect(await readFile(join(session.folder, 'cleaned'), 'utf8')).toBe('')
})
