import type { Problem } from '../core/errors.ts'
import { suggestion } from '../core/nearest.ts'
import type { Gate, StageName } from '../core/stage.ts'
import { stageNames, stageOf } from '../core/stage.ts'
import type { Checklist, PlacedCheck } from './checklist.ts'
import { keyText } from './issues.ts'
import type { Language } from './language.ts'
import type { YamlSource } from './yaml.ts'

/** References to stages and checks that are not there. */
export function checkReferences(
  checklist: Checklist,
  checks: readonly PlacedCheck[],
  language: Language,
  source: YamlSource,
): Problem[] {
  const idsOf = (stage: StageName) => [
    ...checks.filter(check => check.stage === stage).map(({ item }) => item.id),
    ...language.steps(stage),
  ]
  return [...checklist.sections].flatMap(([gate, section]) =>
    language.references(gate, section).flatMap(({ to, path, among = stageNames }) => {
      const at = [gate, ...path]
      const fault = referenceFault(to, idsOf, checklist.sections, among)
      return fault ? [{ key: keyText(at), message: fault, at: source.locate(at) }] : []
    }),
  )
}

function referenceFault(
  to: string,
  idsOf: (stage: StageName) => string[],
  sections: ReadonlyMap<Gate, unknown>,
  among: readonly StageName[],
): string | undefined {
  const dot = to.indexOf('.')
  const name = dot < 0 ? to : to.slice(0, dot)
  const id = dot < 0 ? undefined : to.slice(dot + 1)
  if (!stageNames.includes(name as StageName))
    return `there is no stage \`${name}\`; ${suggestion(name, stageNames)}`
  const stage = stageOf(name as StageName)
  if (!among.includes(stage.name))
    return `\`${name}\` is no part of the rollout itself, so this can never fire; name one of ${among.map(item => `\`${item}\``).join(', ')}`
  if (!sections.has(stage.gate)) return `this checklist has no \`${stage.gate}\``
  if (id === undefined) return undefined
  const ids = idsOf(stage.name)
  return ids.includes(id) ? undefined : `\`${name}\` has no check \`${id}\`; ${suggestion(id, ids)}`
}
