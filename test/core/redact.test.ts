import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSecretHeader, isSecretName, Redactor } from '../../src/core/redact.ts'

const redactorOf = (...values: string[]) => {
  const redactor = new Redactor()
  for (const value of values) redactor.add(value)
  return redactor
}
const redactorOfEnvironment = (env: Record<string, string>) => {
  const redactor = new Redactor()
  redactor.addEnvironment(env)
  return redactor
}
const base64 = (text: string) => Buffer.from(text).toString('base64')

const secret = 'p@ss w/ö"rd+\\&=\n7'

describe('a secret that is known', () => {
  const redactor = redactorOf(secret)
  it.each<[string, (value: string) => string]>([
    ['as it is', value => value],
    ['URL-encoded', encodeURIComponent],
    [
      'URL-encoded in lower case',
      value => encodeURIComponent(value).replace(/%../g, hex => hex.toLowerCase()),
    ],
    ['as a form field', value => new URLSearchParams({ value }).toString().slice('value='.length)],
    ['JSON-escaped', value => JSON.stringify(value).slice(1, -1)],
    ['JSON-escaped to ASCII', value => JSON.stringify(value).slice(1, -1).replace('ö', '\\u00f6')],
    ['on one line', value => value.replace(/\s+/g, ' ')],
    ['in base64', base64],
    ['in base64 after one byte', value => base64(`x${value}`)],
    ['in base64 after two bytes', value => base64(`xy${value}z`)],
    ['in base64url', value => Buffer.from(`x${value}`).toString('base64url')],
  ])('is masked %s', (_, encode) => {
    const shown = redactor.text(`before ${encode(secret)} after`)
    expect(shown).toMatch(/^before .*\*\*\*.* after$/)
    expect(shown).not.toContain(encode(secret).slice(4, -4))
  })

  it('is masked in keys and values at any depth', () => {
    expect(redactor.deep({ a: [{ [secret]: `x${secret}` }], n: 1, z: null, t: true })).toEqual({
      a: [{ '***': 'x***' }],
      n: 1,
      z: null,
      t: true,
    })
  })
})

it('masks the longer of two secrets that begin alike', () => {
  expect(redactorOf('token-abc', 'token-abc-def').text('token-abc-def token-abc')).toBe('*** ***')
})

describe('a secret that was cut', () => {
  const redactor = redactorOf('k9f8e7d6c5b4a3f2e1d0')
  // Nothing is cut to less than this.
  const long = 'a long message '.repeat(12)
  it.each(['it said “k9f8e7d6c5b4”', 'body k9f8e7d6c5…', 'and ends in k9f8e7d6c5b4a3'])(
    'is masked where a message was shortened: %s',
    text => expect(redactor.text(long + text)).not.toContain('k9f8e7d6'),
  )
  it('leaves words alone that only begin like it', () => {
    for (const text of ['k9f8e7d6-other and more', 'k9f8'])
      expect(redactor.text(long + text)).toBe(long + text)
  })
})

it('takes any text for a secret without failing', () => {
  const redactor = redactorOf('half \ud800 a pair', '$&.*(?:', 'ab', '')
  expect(redactor.text('$&.*(?: ab')).toBe('*** ab')
})

it('masks no secret of 8 characters or more in any encoding, wherever it stands', () => {
  const secrets = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 })
  const around = fc.string({ maxLength: 12 })
  const property = fc.property(secrets, around, around, (value, before, after) => {
    fc.pre(value.trim().length >= 8)
    const redactor = redactorOf(value)
    const forms = [
      value,
      encodeURIComponent(value),
      new URLSearchParams({ v: value }).toString().slice(2),
      JSON.stringify(value).slice(1, -1),
    ]
    for (const form of forms) expect(redactor.text(`${before}${form}${after}`)).not.toContain(form)
    const bytes = Buffer.byteLength(value)
    for (const shift of [0, 1, 2]) {
      const encoded = Buffer.from(`${'x'.repeat(shift)}${value}`).toString('base64')
      const left = redactor.text(encoded).replaceAll('***', '')
      // What is left at either end holds fewer than two bytes of the secret.
      expect(left.replace(/=+$/, '').length).toBeLessThanOrEqual(Math.ceil((shift * 4) / 3) + 2)
      expect(bytes).toBeGreaterThanOrEqual(8)
    }
  })
  fc.assert(property, { numRuns: 300 })
})

describe('an environment', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['secrets by name', { LLM_API_KEY: 'abcdef123456' }, ['abcdef123456']],
    [
      'list of tokens',
      { APP_AUTH_BEARER_TOKENS: 'tok-alpha-1, tok-beta-22' },
      ['tok-alpha-1', 'tok-beta-22'],
    ],
    [
      'token map',
      { APP_AUTH_TOKEN_USER_MAP: 'tok-alpha-1:ada,tok-beta-22:bob' },
      ['tok-alpha-1', 'tok-beta-22'],
    ],
    [
      'token map in JSON',
      { TOKEN_MAP: '{"tok-alpha-1": "ada", "x": ["tok-beta-22"]}' },
      ['tok-alpha-1', 'tok-beta-22'],
    ],
    ['password of a URL', { DATABASE_URL: 'postgresql://app:s3cr3t-pw@db' }, ['s3cr3t-pw']],
    ['encoded password', { REDIS_URL: 'redis://:p%40ss%2Fword@h:6379/0' }, ['p%40ss%2Fword', 'p@ss/word']],
    [
      'password in a query',
      { PG_URL: 'postgresql:///inbox?host=/run&user=app&password=s3cr3t-pw' },
      ['s3cr3t-pw'],
    ],
    ['several URLs', { BROKERS: 'amqp://a:first-pw@h1,amqp://a:second-pw@h2' }, ['first-pw', 'second-pw']],
  ])('has its %s masked', (_, env, secrets) => {
    const redactor = redactorOfEnvironment(env)
    for (const value of secrets) expect(redactor.text(`saw ${value} there`)).toBe('saw *** there')
  })

  it('does not mask a name that is the password too, since the evidence could not be read', () => {
    const redactor = redactorOfEnvironment({
      DATABASE_URL: 'postgresql://postgres:postgres@localhost:5432/inbox',
      TEST_URL: 'redis://app:staging@h/staging',
    })
    const text = '/backups/staging_inbox.dump of postgres@localhost:5432/inbox'
    expect(redactor.text(text)).toBe(text)
  })

  it('keeps what is no secret readable', () => {
    const redactor = redactorOfEnvironment({
      LLM_MODEL: 'large-model-1',
      AUTH: 'on',
      TOKEN_FILE: '/run/secrets/token',
      API_URL: 'https://api.example/v1',
      EMPTY_TOKEN: '',
    })
    const text = 'large-model-1 on /run/secrets/token https://api.example/v1'
    expect(redactor.text(text)).toBe(text)
  })
})

it.each([
  ['API_KEY', true],
  ['api-key', true],
  ['x-api-key', true],
  ['X-Access-Key', true],
  ['TODOIST_TOKEN', true],
  ['SENTRY_DSN', true],
  ['SESSION_COOKIE', true],
  ['AUTHORIZATION', true],
  ['BASIC_AUTH', true],
  ['DATABASE_URL', false],
  ['KEYBOARD', false],
  ['MONKEY', false],
  ['PORT', false],
  ['GIT_AUTHOR_NAME', false],
  ['authors', false],
])('by its name, %s holds a secret: %s', (name, expected) => expect(isSecretName(name)).toBe(expected))

it('never shows headers that carry credentials', () => {
  expect(['Authorization', 'COOKIE', 'set-cookie', 'X-Api-Key'].every(isSecretHeader)).toBe(true)
  expect(isSecretHeader('content-type')).toBe(false)
})
