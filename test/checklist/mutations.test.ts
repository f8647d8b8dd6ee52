import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { problemsIn } from '../builders/checklists.ts'

const original = readFileSync(join(import.meta.dirname, '../../checklists/coolify.yml'), 'utf8')

/** One way to break a text: what to do, the line, and with what. */
type Mutation = [what: keyof typeof ways, line: number, by: number, text: string]

const ways = {
  delete: (lines: string[], at: number) => lines.splice(at, 1),
  duplicate: (lines: string[], at: number) => lines.splice(at, 0, lines[at] ?? ''),
  swap: (lines: string[], at: number, by: number) => {
    const other = by % lines.length
    ;[lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? '']
  },
  indent: onLine((line, by) => ' '.repeat(by % 5) + line),
  outdent: onLine((line, by) => line.slice(Math.min(1 + (by % 4), line.search(/\S|$/)))),
  'rename key': onLine((line, by) =>
    line.replace(/([A-Za-z-]+):/, `$1${['x', '_', '-s', ' ', 'Ü'][by % 5]}:`),
  ),
  'replace scalar': onLine((line, _, text) => line.replace(/: [^{[\s].*$/, () => `: ${text}`)),
  'replace inner scalar': onLine((line, _, text) =>
    line.replace(/: [^,{}[\]]+(?=[,}\]])/, () => `: ${text}`),
  ),
  insert: onLine((line, by, text) => line.slice(0, by) + text + line.slice(by)),
  overwrite: onLine((line, by, text) => line.slice(0, by) + text + line.slice(by + text.length)),
  truncate: (lines: string[], at: number, by: number) => {
    lines.splice(at, lines.length, (lines[at] ?? '').slice(0, by))
  },
}

function onLine(change: (line: string, by: number, text: string) => string) {
  return (lines: string[], at: number, by: number, text: string) => {
    lines[at] = change(lines[at] ?? '', by, text)
  }
}

const scalars = '5|-1|true|null||[]|{}|[1, 2]|{ a: 1 }|"|\'x|1e999|*a|&a b|${|soon|2m'.split('|')
const garbage =
  '{ } [ ] : - # " \' % @ ` | > ${ $${ ? !!js/function *x --- ... 🚀 Ü \t \u0000 \u0085 \u2028 \ufeff \ud800'

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
  fc.nat(original.split('\n').length - 1),
  fc.nat(120),
  fc.oneof(
    fc.constantFrom(...scalars),
    fc.constantFrom(...garbage.split(' ')),
    fc.string({ unit: 'binary', maxLength: 6 }),
  ),
)

const applied = (mutations: readonly Mutation[]): string => {
  const lines = original.split('\n')
  for (const [what, at, by, text] of mutations) ways[what](lines, at % Math.max(1, lines.length), by, text)
  return lines.join('\n')
}

async function expectToBeUnderstood(text: string): Promise<number> {
  const problems = await problemsIn(text)
  const lines = text.split('\n')
  for (const { at, message } of problems) {
    expect(message.trim()).not.toBe('')
    expect(at?.file).toBe('rollout.yml')
    expect(at?.line).toBeGreaterThanOrEqual(1)
    expect(at?.line).toBeLessThanOrEqual(lines.length)
    expect(at?.column).toBeGreaterThanOrEqual(1)
    expect(at?.column).toBeLessThanOrEqual((lines[(at?.line ?? 0) - 1]?.length ?? 0) + 1)
  }
  return problems.length
}

it.each([
  ['the same each time', 20_260_301],
  ['new ones', Date.now() % 2 ** 31],
])('understands 500 broken checklists or says where they are wrong (%s)', async (_, seed) => {
  let refused = 0
  const property = fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async mutations => {
    if ((await expectToBeUnderstood(applied(mutations))) > 0) refused += 1
  })
  await fc.assert(property, { seed, numRuns: 500 })
  // Most of them are really broken, so that this looks at messages and not at valid files.
  expect(refused).toBeGreaterThan(250)
})

it('finds the original without fault', async () => expect(await problemsIn(original)).toEqual([]))
