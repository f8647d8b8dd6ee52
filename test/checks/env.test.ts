import { describe, expect, it } from 'vitest'
import { checked } from '../builders/session.ts'

const judged = (rules: string, env: Record<string, string> = {}) =>
  checked(`title: Set\nenv: ${rules}`, { env })

describe('one variable', () => {
  it.each<[string, Record<string, string>, string, RegExp]>([
    ['{ A: }', { A: 'x' }, 'pass', /1 set/],
    ['[A]', { A: 'x' }, 'pass', /1 set/],
    ['{ A: }', {}, 'fail', /A is missing or empty\. Set it in this environment/],
    ['{ A: }', { A: '' }, 'fail', /A is missing or empty/],
    ['{ A: { optional: true } }', {}, 'skipped', /1 not needed/],
    ['{ A: { optional: true, min-length: 3 } }', { A: 'xx' }, 'fail', /A has 2 characters, needs 3/],
    ['{ A: { or: B } }', { B: 'x' }, 'pass', /1 set/],
    ['{ A: { or: B } }', { A: '', B: '' }, 'fail', /A is missing, and so is B/],
    ['{ A: { when: "${ON:-false}" } }', {}, 'skipped', /not needed/],
    ['{ A: { when: "${ON:-false}" } }', { ON: 'true' }, 'fail', /A is missing/],
    ['{ A: { when: "${ON:-false}", min-length: 9 } }', { A: 'x' }, 'fail', /A has 1 characters/],
    ['{ A: { when: "${ON}" } }', { ON: 'perhaps' }, 'fail', /neither true nor false: `perhaps`/],
    ['{ A: { when: "${ON}" } }', {}, 'error', /ON has no value/],
    ['{ A: { default: "https://x/v1", url: https } }', {}, 'pass', /1 set/],
    ['{ A: { default: "http://x/v1", url: https } }', {}, 'fail', /must start with `https:\/\/`/],
    ['{ A: { url: postgresql+asyncpg } }', { A: 'postgresql+asyncpg://u:p@h/d' }, 'pass', /1 set/],
    [
      '{ A: { url: [redis, rediss] } }',
      { A: 'http://h' },
      'fail',
      /starts with `http:\/\/`, must start with `redis:\/\/` or `rediss:\/\/`/,
    ],
    ['{ A: { url: https } }', { A: 'HTTPS://h' }, 'pass', /1 set/],
    ['{ A: { url: https } }', { A: 'https://' }, 'fail', /is no URL \(`https:\/\/…` is asked for\)/],
    ['{ A: { url: https } }', { A: 'example.com' }, 'fail', /is no URL/],
    ['{ A: { pattern: "^v[0-9]+$" } }', { A: 'v12' }, 'pass', /1 set/],
    ['{ A: { pattern: "^v[0-9]+$" } }', { A: 'v' }, 'fail', /does not match `\^v\[0-9\]\+\$`/],
    ['{ A: { equals: blue } }', { A: 'green' }, 'fail', /A is `green`, must be `blue`/],
    ['{ A: { one-of: [a, b] } }', { A: 'b' }, 'pass', /1 set/],
    ['{ A: { one-of: [a, b] } }', { A: 'c' }, 'fail', /A is `c`, must be one of a, b/],
    ['{ A: { same-as: B } }', { A: 'x', B: 'x' }, 'pass', /1 set/],
    ['{ A: { same-as: B } }', { A: 'x', B: 'y' }, 'fail', /A differs from B/],
    ['{ A: { same-as: B } }', { A: 'x' }, 'fail', /A differs from B/],
  ])('%s with %j: %s', async (rules, env, outcome, message) => {
    const result = await judged(rules, env)
    expect(result.outcome).toBe(outcome)
    expect(result.message).toMatch(message)
  })
})

it('judges each variable by itself and names all that are wrong', async () => {
  const result = await judged('{ A: , B: { url: https }, C: , D: { optional: true } }', { A: 'x', B: 'y' })
  expect(result.findings?.map(({ label, outcome }) => `${label} ${outcome}`)).toEqual([
    'A pass',
    'B fail',
    'C fail',
    'D skipped',
  ])
  expect(result.message).toMatch(/^B is no URL .*; C is missing or empty\. Set them in/)
})

describe('a secret', () => {
  const secret = 'swordfish-8471'
  it.each([
    '{ A_TOKEN: { equals: other } }',
    '{ A_TOKEN: { one-of: [other] } }',
    '{ A_TOKEN: { min-length: 99 } }',
    '{ A_TOKEN: { pattern: "^x$" } }',
    '{ A_TOKEN: { url: https } }',
    '{ PLAIN: { secret: true, equals: other } }',
    '{ PLAIN: { secret: true, one-of: [other], same-as: A_TOKEN } }',
  ])('is never shown when it breaks %s', async rules => {
    const result = await judged(rules, { A_TOKEN: secret, PLAIN: secret })
    expect(result.outcome).toBe('fail')
    expect(JSON.stringify(result)).not.toContain('swordfish')
    // Not even to the redactor: a short value would pass it.
    expect(result.message).not.toMatch(/\*\*\*/)
  })
})
