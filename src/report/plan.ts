import type { Style } from './style.ts'

interface PlannedLine {
  title: string
  kind: string
  does: string
  missing: readonly string[]
  leftOut?: string | undefined
}

export interface PlanSection {
  stage: { title: string }
  leftOut?: string | undefined
  items: readonly PlannedLine[]
}

/** A plan as text for a terminal. */
export function planText(sections: readonly PlanSection[], style: Style): string {
  return sections
    .map(({ stage, leftOut, items }) => {
      if (leftOut !== undefined) return `${style.dim(`${stage.title}: left out (${leftOut})`)}`
      return [style.bold(stage.title), ...items.map(item => line(item, style))].join('\n')
    })
    .join('\n')
}

function line(item: PlannedLine, style: Style): string {
  if (item.leftOut) return style.dim(`  - ${item.title} (${item.leftOut})`)
  const does = item.does ? style.dim(`  ${item.kind}: ${item.does.replace(/\s+/g, ' ').slice(0, 160)}`) : ''
  const missing = item.missing.length > 0 ? style.red(`  no value: ${item.missing.join(', ')}`) : ''
  return `  - ${item.title}${does}${missing}`
}
