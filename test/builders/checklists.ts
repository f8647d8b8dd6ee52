import type { Checklist } from '../../src/checklist/checklist.ts'
import { parseChecklist } from '../../src/checklist/parse.ts'
import type { CheckItem } from '../../src/core/check.ts'
import { formatProblem, type Problem } from '../../src/core/errors.ts'
import { language } from '../../src/gates/language.ts'

export const problemsIn = async (text: string): Promise<Problem[]> =>
  (await parseChecklist(text, 'rollout.yml', language)).problems

/** A checklist that must be without faults. */
export async function checklistOf(text: string): Promise<Checklist> {
  const { checklist, problems } = await parseChecklist(text, 'rollout.yml', language)
  if (!checklist) throw new Error(problems.map(formatProblem).join('\n'))
  return checklist
}

/** A checklist whose preflight holds these items, each given as a YAML map without its dash. */
export const preflightOf = (...items: string[]): string =>
  ['gatesheet: 1', 'name: Test', 'preflight:', ...items.map(listed)].join('\n')

/** A YAML map as an item of a list. */
export const listed = (item: string): string => item.trim().replace(/^/gm, '    ').replace(/^ {4}/, '  - ')

/** The check of a YAML map. */
export async function checkOf(item: string): Promise<CheckItem> {
  const checklist = await checklistOf(preflightOf(item))
  const [found] = checklist.sections.get('preflight') as CheckItem[]
  if (!found) throw new Error('no check')
  return found
}
