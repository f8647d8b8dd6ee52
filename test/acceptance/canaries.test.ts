import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeServer, listenOnLoopback } from '../../src/rehearsal/free-port.ts'
import { bareEnvironment, root, startNode } from './child.ts'
import { textIn } from './folder.ts'
import { runStep } from './runner.ts'
import { leaksIn } from './secrets.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

const random = () => randomBytes(12).toString('hex')

/** Every secret of the job, with the characters that encodings change. */
const secrets = {
  API_TOKEN: `tok"en\\${random()}/+%&=?<>`,
  SMTP_PASSWORD: `pass wörd ${random()}`,
  ODD_NAME: `odd'${random()}`,
  SIGNING_PRIVATE_KEY: `-----BEGIN-----\n${random()}\n${random()}\n-----END-----`,
  TOKEN_LIST: `${random()},${random()}`,
}
const databasePassword = `db/${random()}@:`
const canaries = new Map<string, string>([
  ...Object.entries(secrets),
  ...secrets.SIGNING_PRIVATE_KEY.split('\n')
    .slice(1, 3)
    .map((line, at): [string, string] => [`line ${at} of the key`, line]),
  ...secrets.TOKEN_LIST.split(',').map((one, at): [string, string] => [`token ${at} of the list`, one]),
  ['the password of DATABASE_URL', databasePassword],
])

/** Prints every variable in every form, as a careless script does. */
const show = `
const forms = value => [
  value, JSON.stringify({ value }), JSON.stringify(JSON.stringify({ value })), encodeURIComponent(value),
  Buffer.from(value).toString('base64'), Buffer.from(value).toString('base64url'),
  Buffer.from('me:' + value).toString('base64'), Buffer.from('user:' + value + ':x').toString('base64'),
]
for (const [name, value] of Object.entries(process.env)) console.log(name, forms(value).join(' | '))
console.error(process.env.API_TOKEN)
process.exit(Number(process.argv[2] ?? 0))
`

const checklist = `gatesheet: 1
name: Canaries
preflight:
  - title: Settings
    env:
      ODD_NAME: { secret: true, min-length: 500 }
      API_TOKEN: { pattern: ^never$ }
      SMTP_PASSWORD: { equals: never }
      TOKEN_LIST: { one-of: [a, b] }
      SIGNING_PRIVATE_KEY: { url: https }
      DATABASE_URL: { url: mysql }
  - title: A command that shows everything and fails
    run: node show.js 1
  - title: A command that shows everything where something else is expected
    run: node show.js
    expect: { stdout: { contains: never } }
  - title: A log that shows everything
    log: { of: { command: node show.js }, contains: never }
  - title: A server that gives everything back
    http: POST \${ECHO_URL}/?token=\${API_TOKEN}
    headers: { Authorization: "Bearer \${API_TOKEN}", X-Odd: "\${ODD_NAME}" }
    json: { password: "\${SMTP_PASSWORD}", token: "\${API_TOKEN}" }
    expect: { status: 418, json.body: { equals: never } }
  - title: A server that gives a secret as the value
    http: POST \${ECHO_URL}/
    json: { token: "\${API_TOKEN}" }
    expect: { json.body: { equals: never } }
  - title: A database that cannot be reached
    sql: SELECT 1 AS n
    database: \${DATABASE_URL}
    expect: { value: 1 }
`

let server: Server
let workspace: Workspace
let env: Record<string, string>
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      const { authorization, 'x-odd': odd } = request.headers
      response.writeHead(200, { 'Content-Type': 'application/json', 'X-Echo': String(authorization ?? '') })
      response.end(
        JSON.stringify({ url: request.url, authorization, odd, body, twice: JSON.stringify(body) }),
      )
    })
  })
  const port = await listenOnLoopback(server)
  workspace = await makeWorkspace({ 'checklist.yml': checklist, 'show.js': show })
  env = {
    ...secrets,
    ECHO_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: `postgresql://me:${encodeURIComponent(databasePassword)}@127.0.0.1:1/none`,
  }
})
afterAll(async () => {
  await closeServer(server)
  await workspace[Symbol.asyncDispose]()
})

const expectNothingIn = (texts: Readonly<Record<string, string>>): void => {
  const leaks = Object.entries(texts).flatMap(([place, text]) =>
    leaksIn(text, canaries).map(leak => `${place}: ${leak}`),
  )
  expect(leaks).toEqual([])
}

describe('secrets of the job', () => {
  it('appear nowhere in what an action leaves', async () => {
    const result = await runStep({
      gate: 'preflight',
      inputs: { checklist: 'checklist.yml', environment: 'staging' },
      env,
      cwd: workspace.path,
      sha: workspace.sha,
    })
    expect([result.exitCode, result.outputs['verdict']]).toEqual([1, 'no-go'])
    expect(result.annotations.length).toBeGreaterThan(5)
    const { stdout, stderr, summary, outputs } = result
    const evidence = await textIn(join(workspace.path, '.gatesheet'))
    expect(evidence).toContain('***')
    expectNothingIn({ stdout, stderr, summary, outputs: JSON.stringify(outputs), evidence })
  })

  it('are given to the runner to mask, before anything else is said', async () => {
    const inputs = { checklist: 'checklist.yml', environment: 'staging' }
    const { masks, stdout } = await runStep({ gate: 'preflight', inputs, env, cwd: workspace.path })
    for (const [name, value] of Object.entries(secrets)) expect(masks, name).toContain(value)
    expect(masks).toContain(databasePassword)
    expect(stdout.split('\n')[0]).toMatch(/^::add-mask::/)
    expect(stdout.lastIndexOf('::add-mask::')).toBeLessThan(stdout.indexOf('staging: Preflight'))
  })

  it.each([[[]], [['--json']]])('appear nowhere in what the command line leaves %j', async more => {
    const args = ['run', 'checklist.yml', '-e', 'staging', '-g', 'preflight', '--evidence', 'by-cli', ...more]
    const cli = startNode(join(root, 'dist', 'cli.js'), args, {
      cwd: workspace.path,
      env: { ...bareEnvironment(), ...env },
    })
    const { code, stdout, stderr } = await cli.ended
    expect(code).toBe(1)
    expectNothingIn({ stdout, stderr, evidence: await textIn(join(workspace.path, 'by-cli')) })
  })
})

describe('the test of the canaries', () => {
  it.each([
    ['plain', (value: string) => value],
    ['URL-encoded', encodeURIComponent],
    ['in JSON', (value: string) => JSON.stringify({ value })],
    ['in JSON in JSON', (value: string) => JSON.stringify(JSON.stringify({ value }))],
    ['in base64', (value: string) => Buffer.from(value).toString('base64')],
    ['inside base64', (value: string) => Buffer.from(`me:${value}`).toString('base64')],
  ])('finds them %s', (_, form) => {
    for (const [name, value] of canaries)
      expect(leaksIn(`before ${form(value)} after`, new Map([[name, value]])), name).not.toEqual([])
  })
})
