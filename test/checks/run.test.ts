import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveJson } from '../builders/http.ts'
import { checked, sessionOf, stage } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

it.each([
  ['"true"', '', 'pass', /^done$/],
  ['echo one; echo two', '', 'pass', /^two$/],
  ['"echo out; echo words >&2; exit 3"', '', 'fail', /exit-code is 3, expected 0; its last words: “words”/],
  ['"echo out; exit 3"', '', 'fail', /its last words: “out”/],
  ['"false"', '', 'fail', /exit-code is 1, expected 0; it printed nothing/],
  ['"exit 3"', 'expect: { exit-code: 3 }', 'pass', /done/],
  ['kill -9 $$', '', 'fail', /was ended by SIGKILL/],
  ['no-such-program-x', '', 'fail', /exit-code is 127.*not found/],
  [`"echo '{\\"jobs\\": {\\"dead\\": 0}}'"`, 'expect: { json.jobs.dead: 0 }', 'pass', /jobs/],
  [
    `"echo '{\\"jobs\\": {\\"dead\\": 2}}'"`,
    'expect: { json.jobs.dead: { at-most: 1 } }',
    'fail',
    /json\.jobs\.dead is 2, expected at most 1/,
  ],
  ['echo no json', 'expect: { json.jobs: { exists: true } }', 'fail', /json\.jobs is nothing/],
  [`"echo '{}'; exit 4"`, 'expect: { json: { type: object } }', 'fail', /exit-code is 4/],
  ['"echo a; echo b >&2"', 'expect: { stdout: { contains: a }, stderr: { contains: b } }', 'pass', /a/],
  [
    'echo $X $PLAIN',
    'env: { X: "from ${environment}" }\nexpect: { stdout: { contains: from staging here } }',
    'pass',
    /from staging here/,
  ],
])('%s (%s): %s', async (command, more, outcome, message) => {
  const result = await checked(`title: R\nrun: ${command}\n${more}`, { env: { PLAIN: 'here' } })
  expect(result.outcome).toBe(outcome)
  expect(result.message).toMatch(message)
})

it('runs in the folder of the checklist, or in one below it', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'backend'))
  const where = async (more: string) => (await checked(`title: R\nrun: pwd\n${more}`, { folder })).message
  expect(await where('')).toBe(folder)
  expect(await where('working-directory: backend')).toBe(join(folder, 'backend'))
})

it('says so when the folder to run in is not there', async () => {
  const result = await checked('title: R\nrun: pwd\nworking-directory: bakcend')
  expect(result.outcome).toBe('error')
  expect(result.message).toMatch(/no folder .*bakcend/)
})

it('needs a value for every name', async () => {
  const result = await checked('title: R\nrun: echo ${ONE} ${TWO} ${THREE:-x}', { env: { TWO: '' } })
  expect(result).toMatchObject({ outcome: 'error', attempts: 0 })
  expect(result.message).toMatch(/^ONE, TWO have no value; set them/)
})

describe('a value from an answer', () => {
  /** What comes of a command in which a value stands that the answer of a server holds. */
  async function runWith(value: string, command: string, vars = '') {
    const { url } = await serveJson({ id: value })
    const text = `gatesheet: 1
name: T
${vars}smoke:
  - { title: Ask, http: "GET ${url}", capture: { job: json.id } }
  - title: Use
    run: ${command}
    env: { JOB: "\${job}" }
`
    const session = await sessionOf(text)
    const [, used] = (await stage(session, 'smoke')).checks
    return { used, pwned: existsSync(join(session.folder, 'pwned')) }
  }

  const attacks = [
    'x; touch pwned',
    '$(touch pwned)',
    '`touch pwned`',
    "'; touch pwned; '",
    '"; touch pwned; "',
    'a\ntouch pwned',
    '| touch pwned',
    '> pwned',
  ]

  it.each(attacks)('is one word of the line and nothing more: %j', async value => {
    const { used, pwned } = await runWith(value, 'test ${job} = "$JOB" && printf "<%s>" ${job}')
    expect(used?.outcome).toBe('pass')
    expect(pwned).toBe(false)
  })

  it.each(['\'echo "${job}"\'', '"echo \'${job}\'"', '\'echo "$(printf %s ${job})"\''])(
    'is refused where it could end the quotes around it: %s',
    async command => {
      for (const value of attacks.slice(0, 4)) {
        const { used, pwned } = await runWith(value, command)
        expect(used?.outcome).toBe('error')
        expect(used?.message).toMatch(/^job came with characters that a shell would read.*`env`/)
        expect(pwned).toBe(false)
      }
      expect((await runWith('job-17', command)).used).toMatchObject({ outcome: 'pass', message: 'job-17' })
    },
  )

  it('can be handed over as a variable, whatever it holds', async () => {
    const { used, pwned } = await runWith('$(touch pwned)', '\'echo "$JOB"\'')
    expect(used).toMatchObject({ outcome: 'pass', message: '$(touch pwned)' })
    expect(pwned).toBe(false)
  })
})

it('quotes the name of a run too, also inside of a variable of the checklist', async () => {
  const text = `gatesheet: 1
name: T
vars: { tagged: "printf %s \${run-id}" }
smoke:
  - { title: Use, run: "\${tagged}", expect: { stdout: "1; touch pwned" } }
`
  const session = await sessionOf(text, { run: '1; touch pwned' })
  expect((await stage(session, 'smoke')).verdict).toBe('go')
  expect(existsSync(join(session.folder, 'pwned'))).toBe(false)
})

it('leaves the commands of the environment as they are', async () => {
  const result = await checked('title: R\nrun: ${DEPLOY} ${sha}', {
    env: { DEPLOY: '"printf" "%s %s" api' },
    commit: 'a'.repeat(40),
  })
  expect(result.message).toBe(`api ${'a'.repeat(40)}`)
})
