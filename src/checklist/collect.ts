import type { CheckItem, Flow } from '../core/check.ts'
import type { Gate, StageName } from '../core/stage.ts'
import type { Checklist, PlacedCheck } from './checklist.ts'

/** Which stage runs the checks that stand at a path of the checklist. */
const stageAt: Record<Gate, (key: string | number | undefined) => StageName> = {
  preflight: () => 'preflight',
  backup: () => 'backup',
  migrate: () => 'migrate',
  deploy: key => (key === 'before-migrate' ? 'deploy-before-migrate' : 'deploy'),
  smoke: () => 'smoke',
  observe: () => 'observe',
  'rollback-check': () => 'rollback-check-before',
  rollback: () => 'rollback',
  'sign-off': () => 'sign-off',
}

/** Every check of a checklist, in the order of the file. */
export function placedChecks(checklist: Pick<Checklist, 'sections'>): PlacedCheck[] {
  return [...checklist.sections].flatMap(([gate, section]) =>
    itemsIn(section).flatMap(found => {
      const stage = stageAt[gate](found.origin.path[1])
      if (found.type === 'check') return [{ stage, item: found }]
      return [...found.steps, ...found.always].map(item => ({ stage, item, flow: found }))
    }),
  )
}

/** The flows of a checklist, with their stage. */
export const placedFlows = (checklist: Pick<Checklist, 'sections'>): { stage: StageName; flow: Flow }[] =>
  [...checklist.sections].flatMap(([gate, section]) =>
    itemsIn(section).flatMap(found =>
      found.type === 'flow' ? [{ stage: stageAt[gate](found.origin.path[1]), flow: found }] : [],
    ),
  )

function itemsIn(value: unknown): (CheckItem | Flow)[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(itemsIn)
  const { type } = value as { type?: unknown }
  if ((type === 'check' || type === 'flow') && 'origin' in value) return [value as CheckItem | Flow]
  return Object.values(value).flatMap(itemsIn)
}
