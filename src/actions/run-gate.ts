import type { Ports } from '../core/ports.ts'
import type { Result } from '../core/result.ts'
import type { Gate } from '../core/stage.ts'
import { givenApprover } from '../engine/approver.ts'
import { openSession } from '../engine/open-session.ts'
import { runRollout } from '../engine/rollout.ts'
import { runStage } from '../engine/run-stage.ts'
import { stageFor } from '../engine/stage-for.ts'
import { plainStyle } from '../report/style.ts'
import { eventLines } from '../report/terminal.ts'
import { type Given, readInputs } from './read-inputs.ts'

/** The runner, as far as a gate needs it. */
export interface Runner {
  /** Masks a value in everything that the job prints from now on. */
  mask(secret: string): void
  say(line: string): void
}

/** Runs the action's own gate, or what the inputs name. @throws UserError with everything wrong in them */
export async function runGate(
  own: Gate | undefined,
  given: Given,
  at: { env: Ports['env']; cwd: string; signal: AbortSignal },
  runner: Runner,
): Promise<Result[]> {
  const { gate, checklist, environment, approvals, attestations } = readInputs(own, given)
  const session = await openSession({
    checklist,
    environment,
    commit: given['commit'],
    evidence: given['evidence'] ?? '.gatesheet',
    workingDirectory: given['working-directory'],
    approver: givenApprover(given['operator'] ?? at.env['GITHUB_ACTOR'] ?? 'unknown', approvals),
    attestations,
    ...at,
    listen: event => {
      for (const line of eventLines(event, plainStyle)) runner.say(line)
    },
  })
  for (const secret of session.redactor.values) runner.mask(secret)
  return gate === 'all'
    ? (await runRollout(session)).results
    : [await runStage(stageFor(gate, given['phase'], session), session)]
}
