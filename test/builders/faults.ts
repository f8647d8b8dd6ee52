import { expect } from 'vitest'
import { problemsIn } from './checklists.ts'

/** `▸` stands before the place that must be named, and is no part of the text. */
export async function expectFault(marked: string, words: RegExp, key?: string) {
  const at = marked.indexOf('▸')
  const before = marked.slice(0, at).split('\n')
  const problems = await problemsIn(marked.replace('▸', ''))
  expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(words)])
  expect(problems[0]?.at).toEqual({
    file: 'rollout.yml',
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  })
  if (key !== undefined) expect(problems[0]?.key).toBe(key)
}
