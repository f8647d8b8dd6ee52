import { type Gate, gates, stagesOf } from '../core/stage.ts'

/** An input of an action as action.yml declares it. Empty means absent. */
export interface Input {
  description: string
  required: boolean
  default?: string
}

/** Inputs that every gate's action has. */
export const inputs = {
  checklist: { description: 'Path of the checklist.', required: true },
  environment: { description: 'Environment to run it for, e.g. staging or production.', required: true },
  commit: {
    description: 'Commit to roll out, all 40 characters.',
    required: false,
    default: '${{ github.sha }}',
  },
  evidence: {
    description: 'Folder of the evidence; keep it between the gates of a rollout.',
    required: false,
    default: '.gatesheet',
  },
  'working-directory': {
    description: 'Folder that the checklist’s paths start from.',
    required: false,
    default: '.',
  },
  operator: { description: 'Who runs this rollout.', required: false, default: '${{ github.actor }}' },
  attest: { description: 'Attestations of manual items, one `id=who` a line.', required: false },
} satisfies Record<string, Input>

/** Inputs of the root action, which runs any gate. */
export const gateInput: Input = {
  description: `Gate to run: ${gates.join(', ')}; or \`all\` for a whole rollout in one step.`,
  required: true,
}

export const phaseInput = (gate: Gate | undefined): Input => ({
  description: gate
    ? `Which point of the rollout: ${stagesOf(gate)
        .map(stage => stage.phase)
        .join(' or ')}.`
    : 'Which point of the rollout, for the gates that run at two: deploy (before-migrate, after-migrate), migrate (preview, apply), rollback-check (before, after), sign-off (approve, record).',
  required: false,
})

export const approvalsInput: Input = {
  description: 'Approvals that were given: a YAML list of `by`, `role`, `state`, `digest`, `at`.',
  required: false,
}

export const outputs = {
  verdict: 'go, no-go or hold.',
  reason: 'The first reason code, e.g. all-passed or check-failed.',
  evidence: 'Path of the evidence document (JSON).',
  digest: 'SHA-256 of the evidence; for readiness stages, what an approval names.',
} as const

export interface ActionDefinition {
  /** Folder of its action.yml, from the root of the repository. */
  folder: string
  name: string
  description: string
  gate: Gate | undefined
  inputs: Record<string, Input>
}

/** The inputs of the action of one gate, or of the root action. */
export function inputsOf(gate: Gate | undefined): Record<string, Input> {
  const phased = gate === undefined || stagesOf(gate).length > 1
  return {
    ...(gate === undefined ? { gate: gateInput } : {}),
    ...inputs,
    ...(phased ? { phase: phaseInput(gate) } : {}),
    ...(gate === undefined || gate === 'sign-off' ? { approvals: approvalsInput } : {}),
  }
}
