import { expect, it } from 'vitest'
import { exitCodeOf } from '../../src/core/exit-code.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { rollUp } from '../../src/core/verdict.ts'

/** `fail?` is an advisory check that failed. */
const judged = (words: string) =>
  words.split(' ').map(word => ({ outcome: word.replace('?', '') as Outcome, advisory: word.endsWith('?') }))

it.each([
  ['pass', 'go', ['all-passed']],
  ['pass skipped', 'go', ['all-passed']],
  ['pass fail?', 'go', ['all-passed']],
  ['pass error? inconclusive? pending?', 'go', ['all-passed']],
  ['pass fail', 'no-go', ['check-failed']],
  ['pass error', 'no-go', ['check-error']],
  [
    'fail error inconclusive pending',
    'no-go',
    ['check-failed', 'check-error', 'check-inconclusive', 'waiting-for-a-person'],
  ],
  ['pass inconclusive', 'hold', ['check-inconclusive']],
  ['pass pending', 'hold', ['waiting-for-a-person']],
  ['inconclusive pending', 'hold', ['check-inconclusive', 'waiting-for-a-person']],
  ['skipped', 'hold', ['nothing-checked']],
  ['skipped fail?', 'hold', ['nothing-checked']],
])('%s → %s', (words, verdict, reasons) => {
  expect(rollUp(judged(words))).toEqual({ verdict, reasons })
})

it('holds when there is no check at all', () => {
  expect(rollUp([])).toEqual({ verdict: 'hold', reasons: ['nothing-checked'] })
})

it('ends with 0 only for go', () => {
  expect([exitCodeOf('go'), exitCodeOf('no-go'), exitCodeOf('hold')]).toEqual([0, 1, 3])
})
