import type { PlacedCheck } from '../checklist/checklist.ts'
import type { Words } from '../core/check.ts'
import { code, plain } from '../core/markdown-text.ts'
import type { Stage } from '../core/stage.ts'

/** One stage of a checklist, put into words. */
export interface WordedStage {
  stage: Stage
  /** What the gate itself does, in Markdown. */
  gate: readonly string[]
  checks: readonly (PlacedCheck & { words: Words })[]
}

/** A checklist as a Markdown document that a person could carry out by hand. */
export function checklistDocument(
  checklist: { name: string; description?: string | undefined; environments: readonly string[] },
  stages: readonly WordedStage[],
): string {
  const head = [
    `# ${plain(checklist.name)}`,
    ...(checklist.description ? [plain(checklist.description)] : []),
    `Environments: ${checklist.environments.map(code).join(', ')}.`,
  ]
  const sections = stages
    .filter(({ gate, checks }) => gate.length + checks.length > 0)
    .map(section => `## ${section.stage.title}\n\n${stageLines(section).join('\n')}`)
  return `${[...head, ...sections].join('\n\n')}\n`
}

function stageLines({ gate, checks }: WordedStage): string[] {
  let flow: string | undefined
  const own = checks.flatMap(({ item, flow: inside, words }) => {
    const opened = inside && inside.title !== flow ? [`- **${plain(inside.title)}**`] : []
    flow = inside?.title
    const indent = inside ? '  ' : ''
    const notes = notesOf(item)
    const line = `- [ ] ${plain(item.title)}${words.text ? `: ${words.text}` : ''}${notes ? ` _(${notes})_` : ''}`
    return [...opened, `${indent}${line}`, ...(words.lines ?? []).map(below => `${indent}  - ${below}`)]
  })
  return [...gate.map(line => `- [ ] ${line}`), ...own]
}

const notesOf = ({ in: only, when, timing, advisory }: PlacedCheck['item']): string =>
  [
    ...(only ? [`only in ${only.join(', ')}`] : []),
    ...(when ? [`when ${code(when)}`] : []),
    ...(timing.until === undefined ? [] : ['wait for it']),
    ...(advisory ? ['advisory'] : []),
  ].join(', ')
