import { expect, it } from 'vitest'
import { quantile } from '../../src/core/statistics.ts'
import { templatedDuration } from '../../src/core/strict.ts'
import { parseTruth } from '../../src/core/truth.ts'
import { formatDuration, formatSize, parseDuration, parseRate, parseSize } from '../../src/core/units.ts'

it.each([
  ['250ms', 250],
  ['90s', 90_000],
  ['1.5h', 5_400_000],
  ['14d', 1_209_600_000],
  ['0s', 0],
  ['5', undefined],
  ['5 m', undefined],
  ['-5m', undefined],
  ['5M', undefined],
  ['1h30m', undefined],
  ['.5s', undefined],
])('reads the duration %j as %j', (text, ms) => expect(parseDuration(text)).toBe(ms))

it.each([
  ['10MiB', 10_485_760],
  ['1.5KiB', 1536],
  ['3B', 3],
  ['10MB', undefined],
])('reads the size %j as %j', (text, bytes) => expect(parseSize(text)).toBe(bytes))

it.each([
  ['1%', 0.01],
  ['0.5%', 0.005],
  ['%', undefined],
  ['-1%', undefined],
])('reads the rate %j as %j', (text, rate) => expect(parseRate(text)).toBe(rate))

it.each([
  [0, '0 ms'],
  [840.4, '840 ms'],
  [1000, '1 s'],
  [1500, '1.5 s'],
  [60_000, '1m'],
  [90_000, '1m 30s'],
  [3_600_000, '1h'],
  [90_061_000, '1d 1h'],
])('shows %j milliseconds as %j', (ms, text) => expect(formatDuration(ms)).toBe(text))

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KiB'],
  [5 * 1024 ** 3, '5.0 GiB'],
])('shows %j bytes as %j', (bytes, text) => expect(formatSize(bytes)).toBe(text))

it.each([
  ['true', true],
  [' YES ', true],
  ['on', true],
  ['1', true],
  ['False', false],
  ['0', false],
  ['', false],
  ['2', undefined],
  ['maybe', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
])('takes %j for %j', (text, truth) => expect(parseTruth(text)).toBe(truth))

it.each([
  ['2m', 120_000],
  ['${HEALTHY_WITHIN}', '${HEALTHY_WITHIN}'],
  ['${HEALTHY_WITHIN:-2m}', '${HEALTHY_WITHIN:-2m}'],
])('takes %j as a duration', (given, parsed) => expect(templatedDuration.parse(given)).toBe(parsed))

it.each(['0s', 'soon', '2', '${HEALTHY_WITHIN:-soon}', '${HEALTHY_WITHIN:-0s}', '${'])(
  'refuses %j as a duration before the run',
  given => expect(templatedDuration.safeParse(given).success).toBe(false),
)

it('finds quantiles among the values that were measured', () => {
  expect(quantile([], 0.95)).toBeUndefined()
  expect(quantile([7], 0.95)).toBe(7)
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(quantile(hundred, 0.95)).toBe(95)
  expect(quantile(hundred, 0.5)).toBe(50)
  expect(quantile([10, 9], 1)).toBe(10)
})
