import { code, plain, row } from '../core/markdown-text.ts'
import type { Result } from '../core/result.ts'
import { stageOf } from '../core/stage.ts'
import { stateOf } from '../core/state.ts'
import { formatDuration } from '../core/units.ts'
import { fitWithin, type Section } from './fit-within.ts'
import { verdictSymbol, verdictWord } from './symbols.ts'
import { shortSection, tickedSection } from './ticked.ts'

/** GitHub refuses a step's summary above 1 MiB; some room is left for what else a step writes. */
export const summaryLimit = 1024 * 1024 - 4096

/** The ticked checklist with evidence: of one stage, or of a whole rollout with its table and the state it left. */
export function summary(results: readonly Result[], limitBytes = summaryLimit): string {
  const [first] = results
  if (!first) return ''
  const sections: Section[] = [{ name: 'heading', text: heading(results, first), important: true }]
  for (const result of results)
    sections.push({
      name: stageOf(result.stage).title,
      text: tickedSection(result),
      short: () => shortSection(result),
      important: result.verdict !== 'go',
    })
  sections.push({ name: 'evidence', text: evidenceLine(results), important: false })
  return fitWithin(sections, limitBytes)
}

function heading(results: readonly Result[], first: Result): string {
  const worst = results.find(result => result.verdict !== 'go') ?? results.at(-1) ?? first
  const title = `## ${verdictSymbol[worst.verdict]} ${plain(first.checklist.name)}: ${plain(first.environment)} ${verdictWord[worst.verdict]}`
  const commit = `Commit ${code(first.commit.slice(0, 12))}, run ${code(first.run)}.`
  if (results.length === 1) return [title, commit].join('\n\n')
  const state = stateOf(results)
  return [
    title,
    commit,
    `**State of ${plain(first.environment)}:** ${state.is.map(plain).join(' ')}`,
    `**Next:** ${state.next.map(plain).join(' ')}`,
    [
      row(['Stage', 'Verdict', 'In one line', 'Time']),
      row(['---', '---', '---', '---']),
      ...results.map(result =>
        row([
          stageOf(result.stage).title,
          `${verdictSymbol[result.verdict]} ${result.verdict}`,
          plain(result.message.slice(0, 200)),
          formatDuration(result.durationMs),
        ]),
      ),
    ].join('\n'),
  ].join('\n\n')
}

const evidenceLine = (results: readonly Result[]): string =>
  `<sub>Evidence: ${results.map(({ stage, digest }) => `${stage} ${code(digest.slice(0, 19))}`).join(', ')}</sub>`
