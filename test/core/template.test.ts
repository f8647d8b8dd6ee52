import { describe, expect, it } from 'vitest'
import { fillTemplate, mapStrings, namesIn, parseTemplate } from '../../src/core/template.ts'

const values: Record<string, string> = { NAME: 'ada', EMPTY: '', 'backup.file': '/b/x.dump', 'run-id': '7' }
const lookup = (name: string) => values[name]

it.each([
  ['plain', 'plain', []],
  ['${NAME}', 'ada', []],
  ['a ${NAME} b ${backup.file} ${run-id}', 'a ada b /b/x.dump 7', []],
  ['${MISSING}', '', ['MISSING']],
  // An empty value is no value: it must never be sent as nothing.
  ['${EMPTY}', '', ['EMPTY']],
  ['${EMPTY:-else}', 'else', []],
  ['${MISSING:-}', '', []],
  ['${MISSING:-a:-b c}', 'a:-b c', []],
  ['${NAME:-else}', 'ada', []],
  ['$${NAME}', '${NAME}', []],
  ['$$${NAME}', '$${NAME}', []],
  ['$NAME $ {NAME}', '$NAME $ {NAME}', []],
  ['${A} ${B}', ' ', ['A', 'B']],
])('fills %j as %j', (text, filled, missing) => {
  expect(fillTemplate(text, lookup)).toEqual({ text: filled, missing })
})

describe.each(['${', 'x ${NAME', '${}', '${ NAME }', '${1A}', '${A:}', '${A:?no}', '${A${B}}'])(
  'the malformed %j',
  text => {
    it('is reported with a cure', () => {
      const parsed = parseTemplate(text)
      expect('fault' in parsed && parsed.fault.cure).toContain('${NAME}')
    })
    it('is never filled', () => {
      expect(fillTemplate(text, lookup)).toEqual({ text, missing: [] })
      expect(namesIn(text)).toEqual([])
    })
  },
)

it('does not fill what a value brings along', () => {
  expect(fillTemplate('${A}', () => '${NAME} $${B}').text).toBe('${NAME} $${B}')
})

it('quotes values, not the text around them nor defaults', () => {
  const quote = (value: string) => `<${value}>`
  expect(fillTemplate('run ${NAME} ${MISSING:-x}', lookup, quote).text).toBe('run <ada> x')
})

it('maps every string of a value and leaves keys and other values alone', () => {
  const given = { a: ['x', 1, null, { b: 'y' }], c: true }
  expect(mapStrings(given, text => text.toUpperCase())).toEqual({ a: ['X', 1, null, { b: 'Y' }], c: true })
})
