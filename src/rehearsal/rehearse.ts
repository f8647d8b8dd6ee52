import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realPorts } from '../adapters/ports.ts'
import { parseChecklist } from '../checklist/parse.ts'
import { UserError } from '../core/errors.ts'
import type { Listener } from '../core/events.ts'
import { exitCodeOf } from '../core/exit-code.ts'
import { Redactor } from '../core/redact.ts'
import type { Result } from '../core/result.ts'
import { folderStore } from '../engine/evidence-store.ts'
import { writeReports } from '../engine/report-folder.ts'
import { type Rollout, runRollout } from '../engine/rollout.ts'
import { learnSecrets, type Session } from '../engine/session.ts'
import type { Approver } from '../gates/definition.ts'
import { language } from '../gates/language.ts'
import type { Environment } from './environment.ts'
import type { Fault } from './fault.ts'
import { beginLedger, rolloutEnvironment } from './rollout.ts'
import { startWorld, type World } from './world.ts'

export interface RehearsalOptions {
  /** Folder of the report; must not exist yet or be empty. */
  report: string
  fault?: Fault | undefined
  approver: Approver
  signal: AbortSignal
  listen: Listener
  /** Called when an environment's rollout begins and ends. */
  said(text: string): void
}

export interface Rehearsal {
  rollouts: { environment: string; results: Result[]; leftOut: Rollout['leftOut'] }[]
  exitCode: number
  htmlReport: string
}

const checklistFile = join(import.meta.dirname, '..', '..', 'checklists', 'coolify.yml')

/** Builds a world, rolls out to staging and then to production, writes the report, and leaves nothing else behind. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  options.said('Building the rehearsal: PostgreSQL, two environments, the previous release running in both.')
  const world = await startWorld({ ...options.fault?.world, signal: options.signal })
  try {
    return await rollOut(world, options)
  } finally {
    await world.stop()
  }
}

async function rollOut(world: World, options: RehearsalOptions): Promise<Rehearsal> {
  const { fault, report } = options
  await Promise.all(
    [world.staging, world.production].map(environment => beginLedger(environment, world.repository)),
  )
  const replaced = (await fault?.prepare?.(world)) ?? {}
  const rollouts: Rehearsal['rollouts'] = []
  let exitCode = 0
  for (const environment of [world.staging, world.production]) {
    const production = environment === world.production
    const session = await openSession(environment, production ? replaced : {}, world, options)
    const { results, deciding, leftOut } = await runRollout(session)
    rollouts.push({ environment: environment.name, results, leftOut })
    exitCode = deciding ? exitCodeOf(deciding.verdict) : 0
    if (exitCode !== 0 || options.signal.aborted) break
  }
  const htmlReport = await writeReports(report, rollouts, options.approver.operator)
  return { rollouts, exitCode, htmlReport }
}

async function openSession(
  environment: Environment,
  replaced: Record<string, string>,
  world: World,
  options: RehearsalOptions,
): Promise<Session> {
  const { checklist, problems } = await parseChecklist(
    await readFile(checklistFile, 'utf8'),
    'checklists/coolify.yml',
    language,
  )
  if (!checklist) throw new UserError(problems)
  const env = { ...rolloutEnvironment(environment, options.report), ...replaced }
  const redactor = new Redactor()
  learnSecrets(redactor, checklist, env)
  const nobody: Approver = { ...options.approver, approvals: async () => [] }
  return {
    checklist,
    environment: environment.name,
    commit: world.repository.targetSha,
    run: `rehearsal-${world.repository.targetSha.slice(0, 8)}`,
    since: new Date(),
    folder: world.repository.path,
    ports: realPorts(env),
    redactor,
    store: folderStore(options.report),
    approver: options.fault?.nobodyApproves ? nobody : options.approver,
    attestations: {},
    signal: options.signal,
    listen: options.listen,
  }
}
