import { join } from 'node:path'
import { realPorts } from '../../src/adapters/ports.ts'
import type { CheckListItem } from '../../src/core/check.ts'
import type { RunEvent } from '../../src/core/events.ts'
import type { Clock, Ports } from '../../src/core/ports.ts'
import { Redactor } from '../../src/core/redact.ts'
import type { CheckResult, Result } from '../../src/core/result.ts'
import { type StageName, stageOf } from '../../src/core/stage.ts'
import { givenApprover } from '../../src/engine/approver.ts'
import { folderStore } from '../../src/engine/evidence-store.ts'
import { runCheck } from '../../src/engine/run-check.ts'
import { runStage } from '../../src/engine/run-stage.ts'
import { Scope } from '../../src/engine/scope.ts'
import { learnSecrets, type Session } from '../../src/engine/session.ts'
import { checklistOf, preflightOf } from './checklists.ts'
import { commitSha } from './results.ts'
import { temporaryFolder } from './temporary.ts'

/** What a test says of a session; the rest is real. The environment of the process is not among it. */
export type Given = Partial<Omit<Session, 'ports' | 'checklist'>> & {
  env?: Record<string, string | undefined>
  ports?: Partial<Ports>
}

export type TestSession = Session & { events: RunEvent[]; evidence: string }

/** A session of a checklist text, with real ports and its evidence in a temporary folder. */
export async function sessionOf(text: string, given: Given = {}): Promise<TestSession> {
  const { env = {}, ports = {}, ...rest } = given
  const folder = given.folder ?? (await temporaryFolder())
  const evidence = join(folder, '.gatesheet')
  const whole = { PATH: process.env['PATH'], ...env }
  const checklist = await checklistOf(text)
  const redactor = new Redactor()
  learnSecrets(redactor, checklist, whole)
  const events: RunEvent[] = []
  return {
    checklist,
    environment: 'staging',
    commit: commitSha,
    run: 'run-1',
    since: new Date(),
    folder,
    ports: { ...realPorts(whole), ...ports },
    redactor,
    store: folderStore(evidence),
    approver: givenApprover('ada', []),
    attestations: {},
    signal: new AbortController().signal,
    listen: event => events.push(event),
    events,
    evidence,
    ...rest,
  }
}

/** The result of one check, given as a YAML map. */
export async function checked(item: string, given: Given = {}): Promise<CheckResult> {
  const session = await sessionOf(preflightOf(item), given)
  const [check] = session.checklist.sections.get('preflight') as CheckListItem[]
  const run = { session, scope: new Scope(session, { baselines: {} }), signal: session.signal }
  if (check?.type !== 'check') throw new Error('no check')
  return runCheck(check, run)
}

/** Runs one stage of a session. */
export const stage = (session: Session, name: StageName): Promise<Result> => runStage(stageOf(name), session)

/** A clock that only goes on when somebody sleeps; it remembers for how long. */
export function fakeClock(): Clock & { sleeps: number[] } {
  let ms = 0
  const sleeps: number[] = []
  return {
    sleeps,
    now: () => new Date(Date.parse('2026-03-01T10:00:00.000Z') + ms),
    monotonic: () => ms,
    sleep: async for_ => {
      sleeps.push(for_)
      ms += for_
    },
  }
}
