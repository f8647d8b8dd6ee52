import { describe, expect, it } from 'vitest'
import { checked, fakeClock, type Given, sessionOf, stage } from '../builders/session.ts'

/** What a text comes to in the body of a command. */
async function filled(text: string, given: Given = {}, head = '') {
  const session = await sessionOf(
    `gatesheet: 1\nname: T\n${head}smoke: [{ title: A, run: 'printf %s "$TEXT"', env: { TEXT: ${JSON.stringify(text)} } }]\n`,
    given,
  )
  const [check] = (await stage(session, 'smoke')).checks
  return check?.outcome === 'pass' ? check.message : `${check?.outcome}: ${check?.message}`
}

const commit = 'abcdef0123456789abcdef0123456789abcdef01'

describe('a name is', () => {
  it.each<[string, string, string | RegExp]>([
    ['the commit', '${sha}', commit],
    ['its beginning', '${short-sha}', commit.slice(0, 12)],
    ['the environment', '${environment}', 'staging'],
    ['the run', '${run-id}', 'run-7'],
    ['a new UUID', '${uuid}', /^[0-9a-f]{8}-[0-9a-f-]{27}$/],
    ['the same UUID twice', '${uuid} ${uuid}', /^(\S+) \1$/],
    ['the time', '${now}', '2026-03-01T10:00:00.000Z'],
    ['the time when the run began', '${since}', '2026-01-01T00:00:00.000Z'],
    ['a variable of the environment', '${NAME}', 'ada'],
    ['a default', '${NOBODY:-x y}', 'x y'],
    ['a literal', '$${NAME}', '${NAME}'],
    [
      'nothing: then it is an error',
      '${NOBODY}',
      /^error: NOBODY has no value; set it, or write a default as `\$\{NOBODY:-…\}`$/,
    ],
    ['several nothings', '${NOBODY} ${NOONE}', /^error: NOBODY, NOONE have no value; set them/],
    ['what no stage before has found, then the default', '${previous.sha:-none}', 'none'],
  ])('%s: %s', async (_, text, expected) => {
    const given = { commit, run: 'run-7', env: { NAME: 'ada' }, since: new Date('2026-01-01T00:00:00Z') }
    const found = await filled(text, { ...given, ports: { clock: fakeClock() } })
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatch(expected)
  })
})

describe('a variable of the checklist', () => {
  const head = `vars:
  plain: one
  HOST: { staging: s.example, production: p.example }
  base: "https://\${HOST}/\${short-sha}"
  deep: "\${base}/\${NAME:-nobody}"
  needs: "\${NOWHERE} and \${HOST}"
  loop: "\${round}"
  round: "\${loop}"
  NAME_2: "\${NAME_2:-own}"
`
  it.each<[string, string, Given, string | RegExp]>([
    ['is a text', '${plain}', {}, 'one'],
    ['differs between environments', '${HOST}', { environment: 'production' }, 'p.example'],
    ['is made of others', '${deep}', { commit }, `https://s.example/${commit.slice(0, 12)}/nobody`],
    ['stands before the environment', '${HOST}', { env: { HOST: 'env.example' } }, 's.example'],
    ['may pass on the environment under its own name', '${NAME_2}', { env: { NAME_2: 'env' } }, 'env'],
    ['names what it lacks', '${needs}', {}, /^error: NOWHERE has no value/],
    ['that needs itself has no value', '${loop}', {}, /^error: .*has no value/],
  ])('%s', async (_, text, given, expected) => {
    const found = await filled(text, given, head)
    if (typeof expected === 'string') expect(found).toBe(expected)
    else expect(found).toMatch(expected)
  })

  it('has no value where only another environment has one', async () => {
    expect(await filled('${ONLY}', {}, 'vars: { ONLY: { production: x } }\n')).toMatch(
      /^error: ONLY has no value/,
    )
  })
})

it('does not see the environment by lower-case names', async () => {
  expect(await filled('${ONE}', { env: { ONE: 'x', one: 'y' } })).toBe('x')
})

it('fills every text of a check, also in lists and maps, and never a key', async () => {
  const result = await checked(
    'title: A\nfiles: { require: ["${FOLDER}/none-1", "x-${FOLDER}"], forbid: [{ in: "${FOLDER}/*", text: "${FOLDER}" }] }',
    { env: { FOLDER: 'abc' } },
  )
  expect(result.findings?.map(({ label }) => label)).toEqual(['abc/none-1', 'x-abc', 'abc/* with “abc”'])
})

it('does not fill templates that a value brings along', async () => {
  expect(await filled('${A}', { env: { A: '${B} $(id)', B: 'no' } })).toBe('${B} $(id)')
})
