import { describe, expect, it } from 'vitest'
import { fingerprint, recognises } from '../../src/core/fingerprint.ts'
import { nearest, suggestion } from '../../src/core/nearest.ts'

describe('a fingerprint', () => {
  it.each<[string, string, string, boolean]>([
    ['the same value', 'abc-secret', 'abc-secret', true],
    ['another value', 'abc-secret', 'xyz-secret', false],
    [
      'the same database with another user and driver',
      'postgresql://staging:a@db.example:5432/app',
      'postgresql+asyncpg://production:b@DB.example:5432/app',
      true,
    ],
    [
      'the same database, the port said only once',
      'postgresql://a:b@db.example/app',
      'postgresql://db.example:5432/app',
      true,
    ],
    ['the same Redis, the port said only once', 'redis://h/0', 'rediss://:pw@h:6379/0', true],
    ['the same database with parameters', 'postgresql://h/app?sslmode=require', 'postgresql://h/app', true],
    [
      'another database of the same server',
      'postgresql://u:p@h/staging',
      'postgresql://u:p@h/production',
      false,
    ],
    ['another server', 'postgresql://u:p@h1/app', 'postgresql://u:p@h2/app', false],
    ['another port', 'redis://h:6379/0', 'redis://h:6380/0', false],
    ['another number on the same Redis', 'redis://h:6379/0', 'redis://h:6379/1', false],
    ['a slash at the end', 'https://api.example/v1/', 'https://api.example/v1', true],
    ['a list with one token in common', 'one-token, two-token', 'three-token,two-token', true],
    ['lists with nothing in common', 'one-token,two-token', 'three-token', false],
  ])('knows %s', (_, known, other, same) => {
    expect(recognises(fingerprint(known), other)).toBe(same)
  })

  it('does not show the value, and differs each time', () => {
    const [first, second] = [fingerprint('abc-secret'), fingerprint('abc-secret')]
    expect(JSON.stringify(first)).not.toContain('abc')
    expect(first.hashes).not.toEqual(second.hashes)
  })
})

describe('the nearest name', () => {
  const known = ['preflight', 'smoke', 'observe', 'at-least', 'http']
  it.each([
    ['prefligth', 'preflight'],
    ['Smoke', 'smoke'],
    ['at_least', 'at-least'],
    ['htp', 'http'],
    ['deploy', undefined],
    ['x', undefined],
  ])('of %s is %s', (name, expected) => expect(nearest(name, known)).toBe(expected))

  it('is offered, else all that is known', () => {
    expect(suggestion('smok', known)).toBe('did you mean `smoke`?')
    expect(suggestion('zzz', ['a', 'b'])).toBe('known: `a`, `b`')
    expect(nearest('x', [])).toBeUndefined()
  })
})
