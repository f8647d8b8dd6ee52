import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { withReference } from '../../src/build/reference.ts'
import { parseChecklist } from '../../src/checklist/parse.ts'
import { main } from '../../src/cli/main.ts'
import { formatProblem } from '../../src/core/errors.ts'
import { language } from '../../src/gates/language.ts'
import { testEdge } from '../builders/edge.ts'

const root = join(import.meta.dirname, '..', '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const contributing = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')

/** The fenced blocks of a document in one language, outside the generated reference. */
const blocks = (document: string, fence: string): string[] =>
  [
    ...(document.split('<!-- reference: begin -->')[0] ?? '').matchAll(
      new RegExp(`^ *\`\`\`${fence}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'),
    ),
  ].map(match => match[1] ?? '')

const scripts: Record<string, string> = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).scripts

describe('README', () => {
  it('has a checklist that is one', async () => {
    const [checklist] = blocks(readme, 'yaml').filter(text => text.includes('gatesheet: 1'))
    const { problems } = await parseChecklist(checklist ?? '', 'README.md', language)
    expect(problems.map(formatProblem)).toEqual([])
  })

  it('has a workflow whose action and inputs exist', async () => {
    const [workflow] = blocks(readme, 'yaml').filter(text => text.includes('runs-on'))
    const action = parse(await readFile(join(root, 'action.yml'), 'utf8'))
    const steps: { uses: string; with: Record<string, string> }[] = parse(workflow ?? '').jobs.staging.steps
    const own = steps.filter(step => step.uses.startsWith('gatesheet/gatesheet@'))
    expect(own).toHaveLength(1)
    const given = Object.keys(own[0]?.with ?? {})
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given))
    const required = Object.entries<{ required: boolean }>(action.inputs)
      .filter(([, input]) => input.required)
      .map(([name]) => name)
    expect(given).toEqual(expect.arrayContaining(required))
  })

  it('names only scripts that exist', () => {
    const named = [...`${readme}${contributing}`.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(
      match => match[1] ?? '',
    )
    expect(named.length).toBeGreaterThan(3)
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })

  it('shows command lines that the program takes', async () => {
    const lines = blocks(readme, 'sh')
      .flatMap(text => text.split('\n'))
      .filter(line => line.includes('gatesheet --'))
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) {
      const args = line.split('gatesheet -- ')[1]?.split('#')[0]?.trim().split(/\s+/) ?? []
      const edge = testEdge({ cwd: root })
      await main(args, edge)
      expect({ line, exitCode: edge.exitCode, err: edge.errors() }).toMatchObject({ exitCode: 0, err: '' })
    }
  })

  it('has the reference that the code generates', () => {
    expect(withReference(readme)).toBe(readme)
  })

  it('links only to files that are there', async () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
      .map(match => match[1] ?? '')
      .filter(link => !link.includes('://'))
    expect(links.length).toBeGreaterThan(2)
    for (const link of links) await expect(readFile(join(root, link)), link).resolves.toBeDefined()
  })
})
