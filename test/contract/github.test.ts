import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { actionErrors, diagnostics, workflowErrors } from './github.ts'
import { projectFiles, textOf } from './repository.ts'

const actions = projectFiles().filter(file => /(^|\/)action\.ya?ml$/.test(file))
const workflows = projectFiles('.github/workflows').filter(file => /\.ya?ml$/.test(file))

describe('actions, by GitHub’s own parser and validator', () => {
  it.each(actions)('%s', async file => {
    expect(actionErrors(file, textOf(file))).toEqual([])
    expect(await diagnostics(file, textOf(file))).toEqual([])
  })
})

describe('workflows, by GitHub’s own parser and validator', () => {
  it('exist', () => {
    expect(workflows).toContain('.github/workflows/ci.yml')
  })

  it.each(workflows)('%s', async file => {
    expect(await workflowErrors(file, textOf(file))).toEqual([])
    expect(await diagnostics(file, textOf(file))).toEqual([])
  })
})

describe('workflows, by our own rules', () => {
  it.each(workflows)('%s opens with what it may touch', file => {
    const opening = /^(?:# .*\n)+/.exec(textOf(file))?.[0] ?? ''
    expect(opening.length).toBeGreaterThan(150)
    expect(opening).toMatch(/touch|permission|read/i)
  })

  it.each(workflows)('%s grants nothing at the top, and something to each job', file => {
    const { permissions, jobs } = parse(textOf(file)) as Workflow
    expect(permissions).toEqual({})
    for (const [name, job] of Object.entries(jobs)) expect(job.permissions, name).toBeDefined()
  })

  it.each(workflows)('%s pins what it uses by commit, with the version beside it', file => {
    const used = [...textOf(file).matchAll(/^\s*(?:- )?uses: *(.+)$/gm)].map(match => match[1] ?? '')
    const own = /^(?:\.|\$)\//
    expect(
      used.filter(use => !own.test(use) && !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use)),
    ).toEqual([])
  })

  it.each(workflows)('%s leaves no token in the checkout, and no expression in a shell line', file => {
    const steps = Object.values((parse(textOf(file)) as Workflow).jobs).flatMap(job => job.steps ?? [])
    const checkouts = steps.filter(step => step.uses?.startsWith('actions/checkout@'))
    for (const { with: given } of checkouts) expect(given?.['persist-credentials']).toBe(false)
    expect(steps.map(step => step.run ?? '').filter(run => run.includes('${{'))).toEqual([])
  })
})

interface Workflow {
  permissions: unknown
  jobs: Record<string, { permissions?: unknown; steps?: Step[] }>
}
interface Step {
  uses?: string
  with?: Record<string, unknown>
  run?: string
}

describe('the test of GitHub files', () => {
  const action = (change: (text: string) => string) => change(textOf('action.yml'))

  it.each([
    ['another Node', action(text => text.replace('node24', 'node23'))],
    ['a colour that GitHub does not know', action(text => text.replace('color: green', 'color: olive'))],
    ['an unknown key', action(text => `${text}secrets: {}\n`)],
  ])('finds %s in an action', (_, text) => {
    expect(actionErrors('action.yml', text)).not.toEqual([])
  })

  it('finds a missing main by the validator', async () => {
    const text = action(given => given.replace(/\n {2}main: .*/, ''))
    expect(await diagnostics('action.yml', text)).not.toEqual([])
  })

  const workflow = (job: string) =>
    `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n${job}`
  const fine = workflow('    steps:\n      - run: echo\n')

  it('accepts a good workflow', async () => {
    expect(await workflowErrors('good.yml', fine)).toEqual([])
    expect(await diagnostics('.github/workflows/good.yml', fine)).toEqual([])
  })

  it.each([
    ['an unknown job', workflow('    needs: b\n    steps:\n      - run: echo\n')],
    ['an unknown context', workflow('    steps:\n      - run: echo ${{ secret.A }}\n')],
    ['an unknown key', workflow('    step:\n      - run: echo\n')],
  ])('finds %s by the parser', async (_, text) => {
    expect(await workflowErrors('bad.yml', text)).not.toEqual([])
  })

  it('finds by the validator what the parser lets through', async () => {
    const text = workflow('    steps:\n      - uses: actions/checkout\n')
    expect(await diagnostics('.github/workflows/bad.yml', text)).not.toEqual([])
  })

  it('finds an input that another’s action does not have', async () => {
    const text = textOf('.github/workflows/ci.yml').replace('persist-credentials', 'persist-credential')
    expect(await diagnostics('.github/workflows/bad.yml', text)).not.toEqual([])
  })

  it('finds an input that our own action does not have', async () => {
    const uses = (input: string) =>
      workflow(`    steps:
      - uses: $/.github/actions/preflight
        with: { checklist: a.yml, environment: staging, ${input}: x }
`)
    expect(await diagnostics('.github/workflows/uses.yml', uses('evidence'))).toEqual([])
    expect(await diagnostics('.github/workflows/uses.yml', uses('evidenze'))).not.toEqual([])
  })
})
