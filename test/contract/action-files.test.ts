import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inputsOf, outputs } from '../../src/actions/interface.ts'
import { actionFiles } from '../../src/build/action-files.ts'
import { gates } from '../../src/core/stage.ts'
import { pathOf, projectFiles, sourceFiles, textOf } from './repository.ts'

const generated = actionFiles()
const actions = projectFiles().filter(file => /(^|\/)action\.ya?ml$/.test(file))

describe('generated files', () => {
  it.each([...generated])('%s is what the build writes', (file, text) => {
    expect(textOf(file)).toBe(text)
  })

  it('are all there is: one action a gate, and the root’s', () => {
    expect(projectFiles('.github/actions', 'action.yml')).toEqual([...generated.keys()].sort())
    expect(actions).toHaveLength(gates.length + 1)
  })
})

describe.each(actions)('%s', file => {
  const action = parse(textOf(file))

  it('runs on Node 24 from a file that exists', () => {
    expect(action.runs.using).toBe('node24')
    const main = normalize(join(dirname(file), action.runs.main))
    expect(projectFiles('dist', '.github/actions')).toContain(main)
  })

  it('describes everything', () => {
    expect(action.description).toMatch(/\.$/)
    for (const [name, given] of Object.entries({ ...action.inputs, ...action.outputs }))
      expect((given as { description?: string }).description, name).toBeTruthy()
    for (const [name, input] of Object.entries(action.inputs))
      expect(typeof (input as { required?: boolean }).required, name).toBe('boolean')
  })
})

describe('stubs', () => {
  const stubs = [...generated.keys()].filter(file => file.endsWith('.js'))

  it.each(stubs)('%s starts a bundle that exists', file => {
    const bundle = /from '([^']+)'/.exec(textOf(file))?.[1] ?? ''
    expect(normalize(join(dirname(file), bundle))).toBe('dist/index.js')
    expect(existsSync(pathOf('dist/index.js'))).toBe(true)
  })
})

describe('the code of the actions', () => {
  const code = sourceFiles('src/actions')
    .filter(file => !file.endsWith('/interface.ts'))
    .map(textOf)
    .join('\n')
  const named = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(match => match[1] ?? ''))]

  it('reads every declared input, and no other', () => {
    const declared = [undefined, ...gates].flatMap(gate => Object.keys(inputsOf(gate)))
    expect(named(/given\['([^']+)'\]/g).sort()).toEqual([...new Set(declared)].sort())
    // Every name that an action declares is asked for; nothing else is.
    expect([...code.matchAll(/core\.getInput\(([^)]*)\)/g)].map(match => match[1])).toEqual(['name'])
    expect(code).toContain('Object.keys(inputsOf(own)).map(name')
  })

  it('writes every declared output, and no other', () => {
    expect(named(/core\.setOutput\('([^']+)'/g).sort()).toEqual(Object.keys(outputs).sort())
    expect([...code.matchAll(/setOutput\(/g)]).toHaveLength(Object.keys(outputs).length)
  })

  it('is the only one that speaks to the runner', () => {
    const others = sourceFiles('src').filter(file => !file.startsWith('src/actions/'))
    expect(
      others.filter(file => /GITHUB_(?:OUTPUT|STEP_SUMMARY|STATE|PATH)\b|\bINPUT_/.test(textOf(file))),
    ).toEqual([])
  })
})

describe('dist', () => {
  it('holds the bundle, its chunks and its stubs, and nothing else', () => {
    const files = projectFiles('dist').map(file => file.replace('dist/', ''))
    const chunks = files.filter(file => /^\d+\.index\.js$/.test(file))
    expect(files.filter(file => !chunks.includes(file))).toEqual([
      'action.js',
      'cli.js',
      'index.js',
      'licenses.txt',
    ])
    expect(chunks.length).toBeGreaterThan(5)
  })
})
