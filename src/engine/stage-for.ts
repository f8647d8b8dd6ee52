import { UserError } from '../core/errors.ts'
import { type Gate, type Stage, stagesOf } from '../core/stage.ts'
import { leftOut } from './run-stage.ts'
import type { Session } from './session.ts'

/** The stage of a gate. @throws UserError when the gate has two and none was named, or the checklist has none */
export function stageFor(
  gate: Gate,
  phase: string | undefined,
  session: Pick<Session, 'checklist' | 'environment'>,
): Stage {
  const own = stagesOf(gate)
  const phases = own.map(stage => stage.phase).filter(name => name !== undefined)
  const fitting =
    phase === undefined
      ? own.filter(stage => leftOut(stage, session) === undefined)
      : own.filter(stage => stage.phase === phase)
  const [stage] = fitting
  if (phase !== undefined && !stage)
    throw new UserError([
      {
        message:
          phases.length > 0
            ? `${gate} has no phase \`${phase}\`; it has ${phases.join(', ')}`
            : `${gate} has no phases`,
      },
    ])
  if (!stage)
    throw new UserError([{ message: `${session.checklist.file}: ${leftOut(own[0] as Stage, session)}` }])
  if (fitting.length > 1)
    throw new UserError([
      {
        message: `${gate} runs at ${fitting.length} points of a rollout; name one with \`--phase\`: ${phases.join(', ')}`,
      },
    ])
  const why = leftOut(stage, session)
  if (why !== undefined) throw new UserError([{ message: `${session.checklist.file}: ${why}` }])
  return stage
}
