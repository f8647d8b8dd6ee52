import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, digestOf, sha256, shortDigest } from '../../src/core/digest.ts'
import { isIntact } from '../../src/core/result.ts'
import { resultSchema } from '../../src/core/result-schema.ts'
import { backupData, checkResult, resultOf } from '../builders/results.ts'

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }], a: null })).toBe('{"a":null,"b":[{"a":2,"z":1}]}')
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }))
  })
  it('depends on the order of a list', () => {
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]))
  })
  it('is the same after a round trip through JSON', () => {
    fc.assert(
      fc.property(fc.object({ withNullPrototype: false, values: [fc.anything()] }), value => {
        const once = JSON.parse(JSON.stringify(value))
        expect(canonicalJson(JSON.parse(JSON.stringify(once)))).toBe(canonicalJson(once))
      }),
      { numRuns: 200 },
    )
  })
  it('leaves out keys without a value, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: Number.NaN })).toBe('{"b":null}')
  })
})

describe('evidence', () => {
  const result = resultOf('backup', {
    checks: [
      checkResult({ observed: 'status 200', findings: [{ label: 'A', outcome: 'pass', message: 'set' }] }),
    ],
    data: { backup: backupData, baselines: { dlq: 3 } },
  })

  it('fits its schema and stays intact through a file', () => {
    const read = resultSchema.parse(JSON.parse(JSON.stringify(result, null, 2)))
    expect(read).toEqual(result)
    expect(isIntact(read)).toBe(true)
  })

  it('is no longer intact when any value in it is another', () => {
    const text = JSON.stringify(result)
    // Every letter and digit that stands in a value or a key, one after the other.
    for (let at = 0; at < text.length; at++) {
      const character = text[at] ?? ''
      if (!/[a-z0-9]/i.test(character)) continue
      const other = character === '1' ? '2' : '1'
      let changed: unknown
      try {
        changed = JSON.parse(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)
      } catch {
        continue
      }
      expect(isIntact(changed as never), `character ${at} of ${text.slice(at - 20, at + 20)}`).toBe(false)
    }
  })

  it('is no longer intact when something is added or taken away', () => {
    expect(isIntact({ ...result, checks: [] })).toBe(false)
    expect(isIntact({ ...result, extra: 1 } as never)).toBe(false)
  })
})

it('shows enough of a digest to tell two apart', () => {
  expect(shortDigest(sha256('a'))).toBe('ca978112ca1b')
  expect(shortDigest('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb')).toBe('ca978112ca1b')
})
