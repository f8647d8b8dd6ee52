import { expect, it } from 'vitest'
import { decide, type Situation } from '../../src/core/decision.ts'

const calm: Situation = { fired: [], stopped: [], applied: [], backwardCompatible: true }
const back = { title: 'API down', decision: 'roll-back-app' as const }
const forward = { title: 'Mixed versions', decision: 'roll-forward' as const }
const restore = { title: 'Rows vanished', decision: 'restore' as const }
const applied = ['0002_b.sql', '0003_c.sql']

it.each<[string, Partial<Situation>, string, RegExp]>([
  ['nothing fired', {}, 'go', /no trigger fired and every stage ended with go/],
  ['nothing fired, schema changed', { applied, backwardCompatible: false }, 'go', /no trigger/],
  ['one trigger', { fired: [back] }, 'roll-back-app', /“API down” fired/],
  ['a stage stopped without a trigger', { stopped: ['smoke'] }, 'roll-back-app', /smoke did not end with go/],
  ['a compatible schema', { fired: [back], applied }, 'roll-back-app', /0002_b\.sql, 0003_c\.sql \(declared/],
  [
    'an incompatible schema',
    { fired: [back], applied, backwardCompatible: false },
    'roll-forward',
    /does not run on the schema after 0002_b\.sql/,
  ],
  [
    'an incompatible schema that was not applied',
    { fired: [back], backwardCompatible: false },
    'roll-back-app',
    /API down/,
  ],
  [
    'a stop with an incompatible schema',
    { stopped: ['observe'], applied, backwardCompatible: false },
    'roll-forward',
    /observe/,
  ],
  [
    'the gravest of several',
    { fired: [back, restore, forward], stopped: ['smoke'] },
    'restore',
    /Rows vanished/,
  ],
  [
    'restore with an incompatible schema',
    { fired: [restore], applied, backwardCompatible: false },
    'restore',
    /Rows/,
  ],
  ['roll-forward over roll-back', { fired: [forward, back] }, 'roll-forward', /Mixed versions/],
])('%s', (_, situation, decision, because) => {
  const decided = decide({ ...calm, ...situation })
  expect(decided.decision).toBe(decision)
  expect(decided.because.join('; ')).toMatch(because)
})

it('gives every reason, not only the gravest', () => {
  const { because } = decide({ ...calm, fired: [back, restore], stopped: ['smoke'] })
  expect(because).toHaveLength(3)
})
