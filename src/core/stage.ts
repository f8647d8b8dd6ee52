export const gates = [
  'preflight',
  'backup',
  'migrate',
  'deploy',
  'smoke',
  'observe',
  'rollback-check',
  'rollback',
  'sign-off',
] as const
export type Gate = (typeof gates)[number]

/**
 * The stages of a rollout in the order they run. A gate that works at two points of the way has a stage for each:
 * everything before the sign-off only reads (and writes backups), so that people approve what was really found.
 */
export const stages = [
  { name: 'preflight', gate: 'preflight', title: 'Preflight' },
  { name: 'backup', gate: 'backup', title: 'Backup' },
  { name: 'migrate-preview', gate: 'migrate', phase: 'preview', title: 'Migration preview' },
  { name: 'rollback-check-before', gate: 'rollback-check', phase: 'before', title: 'Rollback readiness' },
  { name: 'sign-off', gate: 'sign-off', phase: 'approve', title: 'Sign-off' },
  {
    name: 'deploy-before-migrate',
    gate: 'deploy',
    phase: 'before-migrate',
    title: 'Deploy (before migrations)',
  },
  { name: 'migrate', gate: 'migrate', phase: 'apply', title: 'Migrate' },
  { name: 'deploy', gate: 'deploy', phase: 'after-migrate', title: 'Deploy' },
  { name: 'smoke', gate: 'smoke', title: 'Smoke' },
  { name: 'observe', gate: 'observe', title: 'Observe' },
  { name: 'rollback-check', gate: 'rollback-check', phase: 'after', title: 'Rollback decision' },
  { name: 'rollback', gate: 'rollback', title: 'Rollback' },
  { name: 'record', gate: 'sign-off', phase: 'record', title: 'Sign-off record' },
] as const satisfies readonly { name: string; gate: Gate; phase?: string; title: string }[]

export type StageName = (typeof stages)[number]['name']
export type Phase = Extract<(typeof stages)[number], { phase: string }>['phase']

export interface Stage {
  name: StageName
  gate: Gate
  phase?: Phase
  title: string
}

export const stageNames = stages.map(stage => stage.name) as [StageName, ...StageName[]]

/** The stage of a name. */
export function stageOf(name: StageName): Stage {
  const stage = stages.find(item => item.name === name)
  if (!stage) throw new Error(`no stage ${name}`)
  return stage
}

/** The stages of a gate, in order. */
export const stagesOf = (gate: Gate): Stage[] => stages.filter(stage => stage.gate === gate)

/** What the approver's digest covers: everything that runs before the sign-off. */
export const readinessStages: readonly StageName[] = stageNames.slice(0, stageNames.indexOf('sign-off'))

/** From here on production may have changed, so that a stop asks for a rollback decision. */
export const changingStages: readonly StageName[] = [
  'deploy-before-migrate',
  'migrate',
  'deploy',
  'smoke',
  'observe',
]

/** `01-preflight.json`: evidence files sort in the order of the rollout. */
export const evidenceFile = (name: StageName): string =>
  `${String(stageNames.indexOf(name) + 1).padStart(2, '0')}-${name}.json`
