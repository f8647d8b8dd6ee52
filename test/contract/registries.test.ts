import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseChecklist } from '../../src/checklist/parse.ts'
import { kinds } from '../../src/checks/registry.ts'
import { formatProblem } from '../../src/core/errors.ts'
import { gates, stages } from '../../src/core/stage.ts'
import { language } from '../../src/gates/language.ts'
import { gateDefinitions } from '../../src/gates/registry.ts'
import { migrationTools } from '../../src/migrations/registry.ts'
import { pathOf, sourceFiles, textOf } from './repository.ts'

interface Registered {
  name: string
  summary: string
}

/** What a family of the source has in common: a registry, and a word that only defining files hold. */
const families: { folder: string; defines: RegExp; registered: readonly Registered[] }[] = [
  { folder: 'checks', defines: /= defineKind\b/, registered: kinds },
  { folder: 'gates', defines: /= defineGate\b.*\(\{/, registered: gateDefinitions },
  { folder: 'migrations', defines: /: MigrationTool = \{/, registered: migrationTools },
]

describe.each(families)('src/$folder', ({ folder, defines, registered }) => {
  const defining = sourceFiles(`src/${folder}`).filter(file => defines.test(textOf(file)))

  it('registers what its files define, under the name of the file', () => {
    expect(defining.map(file => /([^/]+)\.ts$/.exec(file)?.[1]).sort()).toEqual(
      registered.map(({ name }) => name).sort(),
    )
  })

  it('registers what the files export, not something else under its name', async () => {
    const exported = await Promise.all(
      defining.map(async file => Object.values((await import(pathOf(file))) as Record<string, unknown>)),
    )
    expect(registered.filter(item => !exported.flat().includes(item)).map(({ name }) => name)).toEqual([])
  })

  it.each(registered)('$name has a summary and a test', ({ name, summary }) => {
    expect(summary, 'one or more sentences').toMatch(/^[A-Z`].{20,}\.$/)
    const test = `test/${folder}/${name}.test.ts`
    expect(existsSync(pathOf(test)), `${test} is missing`).toBe(true)
  })
})

describe('kinds of checks', () => {
  it.each(kinds)('$name has an example that parses as this kind', async ({ name, example }) => {
    const item = example.trim().replace(/^/gm, '    ').replace(/^ {4}/, '  - ')
    const text = `gatesheet: 1\nname: Example\npreflight:\n${item}\n`
    const { checklist, problems } = await parseChecklist(text, 'example.yml', language)
    expect(problems.map(formatProblem)).toEqual([])
    const items = checklist?.sections.get('preflight') as { kind: string }[] | undefined
    expect(items?.map(item => item.kind)).toEqual([name])
  })

  it('have a name of their own each', () => {
    expect(new Set(kinds.map(kind => kind.name)).size).toBe(kinds.length)
  })
})

describe('gates', () => {
  it('are all defined, and each has a stage', () => {
    expect(gateDefinitions.map(({ name }) => name).sort()).toEqual([...gates].sort())
    expect([...new Set(stages.map(({ gate }) => gate))].sort()).toEqual([...gates].sort())
  })

  it.each(gateDefinitions)('$name names its own steps only for its own stages', ({ name, steps }) => {
    const own: string[] = stages.filter(stage => stage.gate === name).map(stage => stage.name)
    expect(Object.keys(steps).filter(stage => !own.includes(stage))).toEqual([])
  })
})
