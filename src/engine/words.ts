import type { Checklist } from '../checklist/checklist.ts'
import { placedChecks } from '../checklist/collect.ts'
import { kindOf } from '../checks/registry.ts'
import { type Stage, stages } from '../core/stage.ts'
import { gateOf } from '../gates/registry.ts'
import type { WordedStage } from '../report/checklist-document.ts'

/** What a checklist asks at every stage, in words. */
export function inWords(checklist: Checklist): WordedStage[] {
  const checks = placedChecks(checklist)
  return stages
    .filter(stage => checklist.sections.has(stage.gate))
    .map((stage: Stage) => ({
      stage,
      gate: gateOf(stage.gate).words?.(stage, checklist.sections.get(stage.gate)) ?? [],
      checks: checks
        .filter(check => check.stage === stage.name)
        .map(check => ({ ...check, words: kindOf(check.item.kind).words(check.item.spec as never) })),
    }))
}
