import type { Checklist } from '../checklist/checklist.ts'
import { placedChecks } from '../checklist/collect.ts'
import type { CheckItem } from '../core/check.ts'
import { stages } from '../core/stage.ts'
import { code, plain } from './markdown-text.ts'

/** The checklist as a Markdown document that a person could carry out by hand. */
export function checklistDocument(checklist: Checklist): string {
  const checks = placedChecks(checklist)
  const parts = [`# ${plain(checklist.name)}`]
  if (checklist.description) parts.push(plain(checklist.description))
  parts.push(`Environments: ${checklist.environments.map(code).join(', ')}.`)
  for (const stage of stages) {
    if (!checklist.sections.has(stage.gate)) continue
    const own = checks.filter(check => check.stage === stage.name)
    const settings = own.length === 0 ? settingLines(checklist.sections.get(stage.gate)) : []
    if (own.length === 0 && settings.length === 0) continue
    let flow: string | undefined
    const lines = own.flatMap(({ item, flow: inside }) => {
      const opened = inside && inside.title !== flow ? [`- **${plain(inside.title)}**`] : []
      flow = inside?.title
      return [...opened, `${inside ? '  ' : ''}${itemLine(item)}`]
    })
    parts.push(`## ${stage.title}`, [...lines, ...settings].join('\n'))
  }
  return `${parts.join('\n\n')}\n`
}

function itemLine(item: CheckItem): string {
  const main = item.spec[item.kind]
  const does =
    typeof main === 'string' ? code(main) : code(JSON.stringify(main, (_, value) => value ?? undefined))
  const notes = [
    ...(item.in ? [`only in ${item.in.join(', ')}`] : []),
    ...(item.when ? [`when ${item.when}`] : []),
    ...(item.timing.until ? ['polled until it passes'] : []),
    ...(item.advisory ? ['advisory'] : []),
  ]
  const expected = item.spec['expect'] ? ` Expect ${code(JSON.stringify(item.spec['expect']))}.` : ''
  return `- [ ] ${plain(item.title)}: ${item.kind} ${does}.${expected}${notes.length > 0 ? ` _(${plain(notes.join(', '))})_` : ''}`
}

/** The settings of a gate that has no checks of its own, such as a backup. */
function settingLines(section: unknown): string[] {
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return []
  return Object.entries(section)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `- [ ] ${plain(key)}: ${code(typeof value === 'string' ? value : JSON.stringify(value))}`,
    )
}
