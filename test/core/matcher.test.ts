import { describe, expect, it } from 'vitest'
import { describeMatcher, type Matcher, matcherSchema, matches } from '../../src/core/matcher.ts'

const holds: [Matcher, unknown[], unknown[]][] = [
  [200, [200], [201, '200', undefined, null]],
  // Templates always give text, so what they fill in equals the number or boolean of an answer.
  ['200', [200, '200'], [201, undefined, null]],
  ['true', [true, 'true'], [false, 'yes']],
  [true, [true], ['true', 1, undefined]],
  [null, [null], [undefined, '', 0]],
  [{ equals: 'a' }, ['a'], ['A', undefined]],
  [{ not: 'failed' }, ['done', null, 0], ['failed', undefined]],
  [{ 'one-of': ['a', 2] }, ['a', 2], ['2', 'b', undefined]],
  [{ 'not-empty': true }, ['x', 0, false, [0], { a: 1 }], ['', null, undefined, [], {}]],
  [{ exists: true }, [null, '', 0, false], [undefined]],
  [{ exists: false }, [undefined], [null, '', 0]],
  [{ contains: 'b' }, ['abc', ['a', 'b']], ['ac', ['abc'], { b: 1 }, undefined, 5]],
  [{ contains: '5' }, [[5], '15'], [[6], 5]],
  [{ 'not-contains': 'b' }, ['ac', ['abc']], ['abc', ['b'], undefined]],
  [{ matches: '^v\\d+$' }, ['v12'], ['12', 12, undefined, 'v']],
  [{ type: 'array' }, [[]], [{}, 'x', undefined]],
  [{ type: 'object' }, [{}], [[], null, undefined]],
  [{ type: 'null' }, [null], [undefined, '']],
  [{ 'at-least': 1 }, [1, 2, '1', '3'], [0, '', 'many', undefined, null, true, [5]]],
  [{ 'at-most': '2' }, [2, 1, '2'], [3, undefined]],
  [{ above: 0, below: 10 }, [1, '9.5'], [0, 10, undefined]],
  [{ below: '500ms' }, [499, '0.4s'], [500, '1s', undefined]],
  [{ 'at-most': '1%' }, [0.01, '1%', '0.5%'], [0.02, '2%']],
  [{ below: '1KiB' }, [1023, '1023B'], [1024, '1MiB']],
]

describe.each(holds)('%j', (matcher, good, bad) => {
  it.each(good.map(value => [value]))('accepts %j', value => {
    expect(matcherSchema().safeParse(matcher).success).toBe(true)
    expect(matches(matcher, value)).toBe(true)
  })
  it.each(bad.map(value => [value]))('refuses %j', value => {
    expect(matches(matcher, value)).toBe(false)
  })
})

it.each([
  [{}, 'asserts nothing'],
  [{ matches: '(' }, 'is no regular expression'],
  [{ 'at-leest': 1 }, 'did you mean `at-least`?'],
  [{ 'not-empty': false }, 'true'],
  [{ 'one-of': [] }, ''],
  [[1], ''],
])('refuses the matcher %j', (given, words) => {
  const parsed = matcherSchema().safeParse(given)
  expect(parsed.success).toBe(false)
  expect(JSON.stringify(parsed.error?.issues)).toContain(words)
})

it('accepts a template where a number stands, since it is filled before it is compared', () => {
  expect(matcherSchema().safeParse({ 'at-most': '${baseline}', matches: '${pattern}(' }).success).toBe(true)
})

it('never takes what is no finite number for an amount', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 'Infinity', 'NaN', '', ' '])
    expect(matches({ 'at-least': 0 }, value), String(value)).toBe(false)
})

it.each([
  [{ 'at-least': 1, below: '500ms' }, 'at least 1 and below 500ms'],
  [{ 'not-empty': true }, 'not empty'],
  [{ exists: false }, 'exists: false'],
  [200, '200'],
  ['', '(empty)'],
] as [Matcher, string][])('says %j in words', (matcher, words) => {
  expect(describeMatcher(matcher)).toBe(words)
})
