import { defineKind } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { shellQuote } from '../core/shell-quote.ts'
import { strict, text } from '../core/strict.ts'

interface Seen {
  commit: string
  /** Undefined when this folder is no git repository. */
  known: boolean | undefined
  shallow: boolean
  branchFound: boolean
  onBranch: boolean
}

export const commit = defineKind({
  name: 'commit',
  summary: 'The commit to roll out is a real one and lies on this branch.',
  example: `
title: The commit is on main
commit: { on: main }`,
  shape: () => ({ commit: strict({ on: text.describe('branch that must contain the commit') }) }),
  subject: ['commit'],

  words: ({ commit: { on } }) => ({ text: `The commit lies on ${code(on)}.` }),

  async observe({ commit: { on } }, { ports, signal, folder, commit: sha }): Promise<Seen> {
    const git = async (args: string) => ports.shell({ command: `git ${args}`, cwd: folder }, signal)
    const commitRef = shellQuote(`${sha}^{commit}`)
    const inside = await git('rev-parse --is-inside-work-tree')
    const known = await git(`cat-file -e ${commitRef}`)
    const shallow = await git('rev-parse --is-shallow-repository')
    const seen: Seen = {
      commit: sha,
      known: inside.exitCode === 0 ? known.exitCode === 0 : undefined,
      shallow: shallow.stdout.trim() === 'true',
      branchFound: false,
      onBranch: false,
    }
    for (const ref of [`refs/remotes/origin/${on}`, `refs/heads/${on}`]) {
      const branch = await git(`rev-parse --verify --quiet ${shellQuote(ref)}`)
      if (branch.exitCode !== 0) continue
      seen.branchFound = true
      const ancestor = await git(`merge-base --is-ancestor ${commitRef} ${shellQuote(ref)}`)
      if (ancestor.exitCode === 0) return { ...seen, onBranch: true }
    }
    return seen
  },

  judge({ commit: { on } }, seen) {
    const short = seen.commit.slice(0, 12)
    const subject = { commit: seen.commit }
    const expected = `a commit on ${on}`
    if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(seen.commit))
      return {
        outcome: 'fail',
        message: `“${short}” is no full commit SHA; pass all 40 characters`,
        expected,
        subject,
      }
    if (seen.known === undefined)
      return {
        outcome: 'inconclusive',
        message: 'this folder is no git repository; check the code out first',
        expected,
        subject,
      }
    if (seen.known && seen.onBranch)
      return { outcome: 'pass', message: `${short} is on ${on}`, observed: short, expected, subject }
    if (seen.shallow)
      return {
        outcome: 'inconclusive',
        message: `the clone is shallow, so nobody can tell whether ${short} is on ${on}; check out with \`fetch-depth: 0\``,
        expected,
        subject,
      }
    const why = !seen.known
      ? 'is not in this repository'
      : seen.branchFound
        ? `is not on ${on}`
        : `cannot be compared: no branch ${on} here`
    return {
      outcome: 'fail',
      message: `${short} ${why}; merge it to ${on} first, or roll out another commit`,
      expected,
      subject,
    }
  },
})
