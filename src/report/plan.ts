import type { Style } from './style.ts'

interface PlannedLine {
  title: string
  does: { text: string; lines?: string[] }
  missing: readonly string[]
  leftOut?: string | undefined
}

export interface PlanSection {
  stage: { title: string }
  leftOut?: string | undefined
  gate: readonly string[]
  missing: readonly string[]
  items: readonly PlannedLine[]
}

/** A plan as text for a terminal. */
export function planText(sections: readonly PlanSection[], style: Style): string {
  return sections
    .map(({ stage, leftOut, gate, missing, items }) => {
      if (leftOut !== undefined) return style.dim(`${stage.title}: left out (${leftOut})`)
      const own = gate.map((line, index) => `  - ${line}${index === 0 ? lacks(missing, style) : ''}`)
      return [style.bold(stage.title), ...own, ...items.flatMap(item => itemLines(item, style))].join('\n')
    })
    .join('\n')
}

function itemLines({ title, does, missing, leftOut }: PlannedLine, style: Style): string[] {
  if (leftOut) return [style.dim(`  - ${title} (${leftOut})`)]
  const head = `  - ${title}${does.text ? style.dim(`  ${does.text}`) : ''}${lacks(missing, style)}`
  return [head, ...(does.lines ?? []).map(line => style.dim(`      ${line}`))]
}

const lacks = (missing: readonly string[], style: Style): string =>
  missing.length > 0 ? style.red(`  no value: ${missing.join(', ')}`) : ''
