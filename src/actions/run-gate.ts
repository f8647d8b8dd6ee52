import { UserError } from '../core/errors.ts'
import type { Ports } from '../core/ports.ts'
import type { Result } from '../core/result.ts'
import type { Gate } from '../core/stage.ts'
import { givenApprover, parseApprovals } from '../engine/approver.ts'
import { openSession } from '../engine/open-session.ts'
import { runRollout } from '../engine/rollout.ts'
import { runStage } from '../engine/run-stage.ts'
import { stageFor } from '../engine/stage-for.ts'
import { plainStyle } from '../report/style.ts'
import { eventLines } from '../report/terminal.ts'

/** The runner, as far as a gate needs it. */
export interface Runner {
  /** Masks a value in everything that the job prints from now on. */
  mask(secret: string): void
  say(line: string): void
}

/** The inputs of an action, by name; absent when empty. */
export type Given = Readonly<Record<string, string | undefined>>

/** Runs a gate, or a whole rollout, for the inputs of an action. @throws UserError with everything wrong in them */
export async function runGate(
  gate: Gate | 'all',
  given: Given,
  at: { env: Ports['env']; cwd: string; signal: AbortSignal },
  runner: Runner,
): Promise<Result[]> {
  const missing = ['checklist', 'environment'].filter(name => !given[name])
  if (missing.length > 0)
    throw new UserError(missing.map(key => ({ key, message: 'this input is required' })))
  const approvals = given['approvals'] ? parseApprovals(given['approvals'], 'the input approvals') : []
  const session = await openSession({
    checklist: given['checklist'] ?? '',
    environment: given['environment'] ?? '',
    commit: given['commit'],
    evidence: given['evidence'] ?? '.gatesheet',
    workingDirectory: given['working-directory'],
    approver: givenApprover(given['operator'] ?? at.env['GITHUB_ACTOR'] ?? 'unknown', approvals),
    attestations: parseAttestations(given['attest'] ?? ''),
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

function parseAttestations(text: string): Record<string, string> {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const pairs = lines.map(line => /^([^=]+)=(.+)$/.exec(line))
  const wrong = lines.filter((_, index) => !pairs[index])
  if (wrong.length > 0)
    throw new UserError(
      wrong.map(line => ({ key: 'attest', message: `\`${line}\` is not written as id=who` })),
    )
  return Object.fromEntries(pairs.flatMap(pair => (pair ? [[pair[1]?.trim(), pair[2]?.trim()]] : [])))
}
