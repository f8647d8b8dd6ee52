import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { yesApprover } from '../../src/engine/approver.ts'
import { runRollout } from '../../src/engine/rollout.ts'
import { serve } from '../builders/http.ts'
import { sessionOf, stage } from '../builders/session.ts'

/** Each of its own kind: what a redactor has to know is where it came from. */
const canaries = {
  API_TOKEN: 'canary+token/1 äß"quoted"',
  LIST_TOKENS: 'canary-list-one,canary-list-two',
  TOKEN_MAP: 'canary-map-key:ada',
  DATABASE_URL: 'postgresql://app:canary%2Fpw@127.0.0.1:1/inbox',
  PLAIN_NAME: 'canary-by-rule-1',
  HEADER_VALUE: 'canary-header-only-1',
  SLACK_WEBHOOK_URL: 'https://hooks.example.invalid/services/canaryWebhookPath1',
}
const plain = [
  canaries.API_TOKEN,
  'canary-list-one',
  'canary-list-two',
  'canary-map-key',
  'canary%2Fpw',
  'canary/pw',
  canaries.PLAIN_NAME,
  canaries.HEADER_VALUE,
  'canaryWebhookPath1',
  'canary-captured-1',
  'canary-cookie-1',
]

/** Every form in which an echo may bring a secret back. */
const forms = (secret: string): string[] => {
  const base64 = [0, 1, 2].map(shift => Buffer.from(`${'x'.repeat(shift)}${secret}`).toString('base64'))
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    ...base64.map(text => text.slice(4, -4)),
  ]
}

/** Where a text holds a piece, to show instead of the whole text. */
const around = (text: string, piece: string): string[] => {
  const at = text.indexOf(piece)
  return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + piece.length + 20)]
}

const checklist = (url: string) => `gatesheet: 1
name: Canaries
concurrency: 3
preflight:
  - { title: Rules, env: { PLAIN_NAME: { secret: true, equals: other }, API_TOKEN: { min-length: 99 }, DATABASE_URL: { url: mysql } }, advisory: true }
  - { title: Isolated, isolated: { from: staging, values: [DATABASE_URL, API_TOKEN, LIST_TOKENS] } }
  - { title: Echo, http: "POST ${url}/echo?t=\${LIST_TOKENS}", headers: { X-Api-Key: "\${HEADER_VALUE}" }, body: "\${API_TOKEN} \${TOKEN_MAP}", expect: { status: 418, body: { contains: nothing } }, advisory: true }
  - { title: Long echo, http: "GET ${url}/pad", expect: { status: 418 }, advisory: true }
  - { title: Observed, http: "GET ${url}/echo", headers: { Authorization: "Bearer \${API_TOKEN}" }, expect: { body: { not-empty: true }, headers.x-echo: { exists: true } } }
  - { title: Login, http: "GET ${url}/login", expect: { json.access_token: { not-empty: true }, headers.set-cookie: { contains: sid } }, capture: { session: json.access_token } }
  - { title: Uses, run: "echo got \${session}; exit 3", expect: { stdout: { contains: nothing } }, advisory: true }
  - { title: Prints, run: "printenv; printenv >&2; exit 3", advisory: true }
  - { title: Encodes, run: 'printf "user:%s" "$API_TOKEN" | base64 -w0; exit 3', advisory: true }
  - { title: Long line, run: 'printf "%0190d%s" 0 "$API_TOKEN"; exit 3', advisory: true }
  - { title: Query, sql: SELECT 1, database: "\${DATABASE_URL}", expect: { value: 1 }, advisory: true }
  - { title: Refused, http: "GET \${SLACK_WEBHOOK_URL}", advisory: true }
  - { title: Log, log: { of: { file: app.log }, absent: [canary-list] }, advisory: true }
  - { title: Broken log, log: { of: { command: 'echo "$PLAIN_NAME" >&2; exit 4' }, contains: x }, advisory: true }
  - { title: Condition, run: "true", when: "\${API_TOKEN}", advisory: true }
  - { flow: Flow condition, when: "\${PLAIN_NAME}", steps: [{ title: Step, run: "true", advisory: true }] }
backup: { database: "\${DATABASE_URL}", to: backups }
`

it('no secret is in any evidence, event or problem, however it came there', async () => {
  const { url } = await serve(({ url, headers, body }, response) => {
    if (url === '/login')
      return response
        .setHeader('set-cookie', 'sid=canary-cookie-1')
        .end('{"access_token": "canary-captured-1"}')
    if (url === '/pad') return response.end(`${'x'.repeat(150)}${canaries.API_TOKEN}`)
    const echo = `${body} ${decodeURIComponent(url)} ${headers['x-api-key']} ${headers.authorization}`
    response.setHeader('x-echo', encodeURIComponent(echo))
    return response
      .writeHead(url === '/echo' ? 200 : 500)
      .end(JSON.stringify({ echo, coded: Buffer.from(echo).toString('base64') }))
  })
  const session = await sessionOf(checklist(url), { env: canaries, approver: yesApprover('ada') })
  writeFileSync(
    join(session.folder, 'app.log'),
    `starting with canary-list-one and ${'y'.repeat(170)}canary-list-two\n`,
  )
  await runRollout(session)

  const folder = join(session.evidence, 'staging')
  const documents = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))
  expect(documents.length).toBeGreaterThan(1)
  const text = [...documents, JSON.stringify(session.events)].join('\n')
  expect(plain.flatMap(forms).flatMap(form => around(text, form))).toEqual([])
  // Nor a piece of one at the end of a message that was cut.
  expect(plain.flatMap(secret => around(text, secret.slice(0, 10)))).toEqual([])

  // The checks did see what they had to hide.
  const seen = JSON.parse(documents[0] ?? '') as {
    checks: { title: string; outcome: string; message: string }[]
  }
  const messages = Object.fromEntries(seen.checks.map(({ title, message }) => [title, message]))
  for (const title of [
    'Echo',
    'Long echo',
    'Uses',
    'Encodes',
    'Long line',
    'Log',
    'Broken log',
    'Condition',
    'Step',
  ])
    expect(messages[title], title).toContain('***')
})

it('a secret that is captured late is not in the results of checks that ended before', async () => {
  const { url } = await serve((_, response) => {
    setTimeout(() => response.end('{"access_token": "canary-captured-2"}'), 500)
  })
  const session = await sessionOf(`gatesheet: 1
name: T
preflight:
  - { title: Early, run: "echo said canary-captured-2" }
  - { title: Login, http: "GET ${url}", capture: { session: json.access_token } }
`)
  const { checks } = await stage(session, 'preflight')
  expect(checks.map(({ outcome }) => outcome)).toEqual(['pass', 'pass'])
  expect(checks[0]?.message).toBe('said ***')
})
