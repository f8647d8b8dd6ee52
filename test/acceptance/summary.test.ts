import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runStep } from './runner.ts'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** GitHub refuses the summary of a step above this. */
const summaryLimit = 1024 * 1024
const count = 5000

const set = 'A B C D E F G H'.split(' ')
const title = (index: number) =>
  `Check ${index}: what it is about is told at some length, with an umlaut (ü) and a | bar`
const checklist = (some: (index: number) => string) =>
  `gatesheet: 1
name: A huge checklist
vars: { words: ${'it should be something else '.repeat(20)}}
preflight:
${Array.from({ length: count }, (_, index) => some(index)).join('\n')}
`
const failing = (index: number) => `  - { title: "${title(index)}", env: { A: { pattern: "^\${words}$" } } }`
const passing = (index: number) => `  - { title: "${title(index)}", env: [${set}] }`

let workspace: Workspace
beforeAll(async () => {
  workspace = await makeWorkspace({
    'failing.yml': checklist(failing),
    'mixed.yml': checklist(index => (index === count - 1 ? failing : passing)(index)),
  })
})
afterAll(() => workspace[Symbol.asyncDispose]())

const run = (file: string) =>
  runStep({
    gate: 'preflight',
    inputs: { checklist: file, environment: 'staging' },
    env: Object.fromEntries(set.map(name => [name, 'set'])),
    cwd: workspace.path,
  })

describe(`the summary of ${count} checks`, () => {
  it.each(['failing.yml', 'mixed.yml'])(
    'of %s stays within GitHub’s limit and says what was left out',
    async file => {
      const { exitCode, summary, annotations, outputs } = await run(file)
      expect(exitCode).toBe(1)
      expect(Buffer.byteLength(summary)).toBeLessThan(summaryLimit)
      expect(summary).toMatch(/\d+ more checks are left out here to stay within the size limit/)
      // What failed is shown, however much passed.
      expect(summary).toContain(file === 'mixed.yml' ? `Check ${count - 1}` : 'Check 0')
      expect(summary).toMatch(/^## .*A huge checklist: staging/)
      // What went wrong is said outside of the summary, too.
      expect(annotations[0]?.message).toContain('does not match')
      expect(annotations.length).toBeLessThanOrEqual(11)
      const evidence = await readFile(outputs['evidence'] ?? '', 'utf8')
      expect(evidence.length).toBeGreaterThan(summaryLimit)
      expect(JSON.parse(evidence).checks).toHaveLength(count)
    },
  )
})
