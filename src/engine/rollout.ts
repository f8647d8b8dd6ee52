import type { Result } from '../core/result.ts'
import { changingStages, type Stage, type StageName, stageOf, stages } from '../core/stage.ts'
import { leftOut, runStage } from './run-stage.ts'
import type { Session } from './session.ts'

export interface Rollout {
  results: Result[]
  /** The result that decides: the first that is not go, or the last one. */
  deciding: Result | undefined
  /** Stages that the checklist does not ask for here. */
  leftOut: { title: string; why: string }[]
}

/**
 * Runs every stage that the checklist has for this environment, in order. The first verdict that is not go stops the
 * way forward; once production may have changed, the rollback decision is then taken, and carried out when it is to
 * put the previous release back. The record is written in any case.
 */
export async function runRollout(session: Session): Promise<Rollout> {
  const results: Result[] = []
  const notAsked: Rollout['leftOut'] = []
  const run = async (name: StageName): Promise<Result | undefined> => {
    const stage = stageOf(name)
    const why = leftOut(stage, session)
    if (why !== undefined) {
      notAsked.push({ title: stage.title, why })
      session.listen({ type: 'stage-left-out', stage, environment: session.environment, why })
      return undefined
    }
    const result = await runStage(stage, session)
    results.push(result)
    return result
  }

  let stopped: Result | undefined
  for (const stage of forward) {
    const result = await run(stage.name)
    if (result && result.verdict !== 'go') {
      stopped = result
      break
    }
  }
  const changed = results.some(result => changingStages.includes(result.stage))
  if (changed && !session.signal.aborted) {
    const decision = await run('rollback-check')
    const asked = decision?.data.rollbackCheck?.decision
    if (decision && decision.verdict !== 'go') stopped ??= decision
    if (asked === 'roll-back-app' || asked === 'restore') await run('rollback')
  }
  await run('record')
  return { results, deciding: stopped ?? results.at(-1), leftOut: notAsked }
}

/** Everything up to the decision. */
const forward: readonly Stage[] = stages.filter(
  stage => !['rollback-check', 'rollback', 'record'].includes(stage.name),
)
