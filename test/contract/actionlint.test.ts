import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { has } from '../programs.ts'
import { projectFiles, root } from './repository.ts'

const workflows = projectFiles('.github/workflows').filter(file => /\.ya?ml$/.test(file))

/** What actionlint prints: one line a finding, nothing when all is well. */
function actionlint(args: readonly string[], input?: string): string {
  try {
    return execFileSync('actionlint', ['-no-color', '-oneline', ...args], {
      cwd: root,
      encoding: 'utf8',
      ...(input === undefined ? {} : { input }),
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

describe.skipIf(!has('actionlint'))('actionlint', () => {
  it.each(workflows)('has nothing against %s', file => {
    expect(actionlint([file])).toBe('')
  })

  it('would find an untrusted title in a shell line', () => {
    const text =
      'on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n'
    expect(actionlint(['-'], text)).toContain('potentially untrusted')
  })
})
