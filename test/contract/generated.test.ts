import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { checklistSchemaText, resultSchemaText } from '../../src/cli/schema.ts'
import { projectFiles, root, textOf } from './repository.ts'

describe('JSON schemas', () => {
  it.each([
    ['checklists/checklist.schema.json', checklistSchemaText],
    ['checklists/result.schema.json', resultSchemaText],
  ])('%s is what the code generates', (file, text) => {
    expect(textOf(file)).toBe(text())
  })

  it('are all that stand beside the checklists', () => {
    expect(projectFiles('checklists').filter(file => file.endsWith('.json'))).toHaveLength(2)
  })
})

/** Folders of a person or of the machine that builds: the usual ones, and where this checkout and its user live. */
const machinePaths = (): RegExp => {
  const top = root.split('/')[1] ?? ''
  const own = ['home', 'Users', 'tmp', 'usr', 'opt', 'srv', 'mnt', 'var', 'app', ''].includes(top)
    ? []
    : [top]
  const places = ['(?:home|Users)/(?!runner\\b)[a-z][\\w.-]*', 'root', ...own.map(literally)]
  return new RegExp(
    `(?<![\\w.:/}$-])/(?:${places.join('|')})/[\\w.]|${literally(root)}(?:/|\\b)|${literally(homedir())}/`,
  )
}
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe('files of the project', () => {
  const files = projectFiles()

  it('name no path of a machine', () => {
    const pattern = machinePaths()
    const naming = files.flatMap(file => {
      const lines = textOf(file).split('\n')
      const line = lines.findIndex(text => pattern.test(text))
      return line < 0 ? [] : [`${file}:${line + 1}: ${lines[line]?.match(pattern)?.[0]}`]
    })
    expect(files.length).toBeGreaterThan(200)
    expect(naming).toEqual([])
  })

  it('would be found out', () => {
    const pattern = machinePaths()
    for (const path of [`${root}/dist`, ['', 'home', 'ada', 'app'].join('/'), ['', 'root', '.npm'].join('/')])
      expect(path).toMatch(pattern)
    expect('https://example.com/home/page/').not.toMatch(pattern)
  })

  it('lock packages by their hashes, wherever they come from', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }
    const locked = Object.entries(packages).filter(([path]) => path !== '')
    expect(locked.length).toBeGreaterThan(50)
    // The linter's programs for other machines than ours are locked by their version alone.
    const loose = /^node_modules\/@biomejs\/cli-(?!linux-(?:x64|arm64)$)/
    const hashed = locked.filter(([path]) => !loose.test(path))
    expect(
      hashed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([])
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  })

  it('lock every package that one of them asks for, as `npm ci` demands', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }
    const missing = Object.entries(packages).flatMap(
      ([path, { dependencies, optionalDependencies, devDependencies }]) =>
        Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })
          .filter(
            name => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
          )
          .map(name => `${path} → ${name}`),
    )
    expect(missing).toEqual([])
  })

  it('are of a size that can be read', () => {
    const code = files.filter(file => /^src\/.*\.ts$/.test(file))
    const lengths = code.map(file => ({ file, lines: textOf(file).split('\n').length - 1 }))
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([])
  })
})

interface Locked {
  resolved?: string
  integrity?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}
