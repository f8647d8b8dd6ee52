import { expect, it } from 'vitest'
import { formatProblem, messageOf, ProbeError, UserError } from '../../src/core/errors.ts'

it('says place, key, what is wrong and the cure', () => {
  const problem = {
    message: 'is missing',
    key: 'smoke[0].title',
    cure: 'Add it.',
    at: { file: 'a.yml', line: 3, column: 5 },
  }
  expect(formatProblem(problem)).toBe('a.yml:3:5: smoke[0].title: is missing\n  Add it.')
  expect(new UserError([problem, { message: 'two' }]).message).toBe(`${formatProblem(problem)}\ntwo`)
})

it.each<[unknown, string]>([
  [new Error('outer', { cause: new Error('inner') }), 'outer: inner'],
  [new Error('outer: inner', { cause: new Error('inner') }), 'outer: inner'],
  [new AggregateError([new Error('a'), new Error('b'), new Error('a')]), 'a; b'],
  [new AggregateError([new Error('a')], 'all failed'), 'all failed: a'],
  [new TypeError(''), 'TypeError'],
  ['text', 'text'],
  [undefined, 'undefined'],
])('says %o as %s', (error, words) => expect(messageOf(error)).toBe(words))

it('keeps a long target from hiding what was seen', () => {
  const { message } = new ProbeError('echo '.repeat(1000), 'ended with exit code 3')
  expect(message).toContain('ended with exit code 3')
  expect(message.length).toBeLessThan(300)
})
