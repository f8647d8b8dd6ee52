import { expect, it } from 'vitest'
import { judgeApprovals } from '../../src/core/approval.ts'
import type { Approval } from '../../src/core/result.ts'

const digest = 'sha256:aa'
const by = (name: string, given: Partial<Approval> = {}): Approval => ({
  by: name,
  state: 'approved',
  digest,
  at: '2026-03-01T10:00:00.000Z',
  via: 'given',
  ...given,
})
const judge = (approvals: Approval[], atLeast = 1, roles: string[] = []) =>
  judgeApprovals(approvals, { atLeast, roles, digest })

it.each<[string, ReturnType<typeof judge>, string, string, RegExp]>([
  ['nobody', judge([]), 'hold', 'approval-missing', /nobody has approved yet.*nothing was changed/],
  ['one of one', judge([by('ada')]), 'go', 'all-passed', /approved by ada/],
  ['one of two', judge([by('ada')], 2), 'hold', 'approval-missing', /1 of 2 people/],
  ['two of two', judge([by('ada'), by('bob')], 2), 'go', 'all-passed', /ada, bob/],
  ['the same person twice', judge([by('ada'), by('Ada')], 2), 'hold', 'approval-missing', /1 of 2 people/],
  [
    'other evidence',
    judge([by('ada', { digest: 'sha256:bb' })]),
    'hold',
    'approval-void',
    /1 approval was given for other evidence/,
  ],
  [
    'other evidence, twice',
    judge([by('ada', { digest: 'x' }), by('bob', { digest: 'y' })]),
    'hold',
    'approval-void',
    /2 approvals were/,
  ],
  [
    'half of it for other evidence',
    judge([by('ada'), by('bob', { digest: 'x' })], 2),
    'hold',
    'approval-missing',
    /1 of 2/,
  ],
  [
    'a role that is missing',
    judge([by('ada', { role: 'Lead' })], 1, ['Lead', 'Product']),
    'hold',
    'approval-missing',
    /nobody has approved as Product/,
  ],
  [
    'a role that was given for other evidence',
    judge([by('ada'), by('bob', { role: 'Lead', digest: 'x' })], 1, ['Lead']),
    'hold',
    'approval-missing',
    /as Lead/,
  ],
  [
    'every role',
    judge([by('ada', { role: 'Lead' }), by('bob', { role: 'Product' })], 2, ['Lead', 'Product']),
    'go',
    'all-passed',
    /ada, bob/,
  ],
  [
    'both roles by one person of two',
    judge([by('ada', { role: 'Lead' }), by('ada', { role: 'Product' })], 2, ['Lead', 'Product']),
    'hold',
    'approval-missing',
    /1 of 2/,
  ],
  [
    'one no among many',
    judge([by('ada'), by('bob', { state: 'rejected', comment: 'not today' })]),
    'no-go',
    'approval-rejected',
    /rejected by bob \(“not today”\)/,
  ],
])('%s', (_, ruling, verdict, reason, words) => {
  expect(ruling.verdict).toBe(verdict)
  expect(ruling.reasons).toEqual([reason])
  expect(ruling.message).toMatch(words)
})

it('names a person who holds two roles once', () => {
  const ruling = judge([by('ada', { role: 'Lead' }), by('ada', { role: 'Product' })], 1, ['Lead', 'Product'])
  expect(ruling.message).toBe('approved by ada')
})
