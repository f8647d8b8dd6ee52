import { resolve } from 'node:path'
import { realPorts } from '../adapters/ports.ts'
import type { Listener } from '../core/events.ts'
import type { Ports } from '../core/ports.ts'
import { Redactor } from '../core/redact.ts'
import type { Approver } from '../gates/definition.ts'
import { folderStore } from './evidence-store.ts'
import { findCommit } from './find-commit.ts'
import { checkEnvironment, loadChecklist } from './load.ts'
import { learnSecrets, type Session } from './session.ts'

export interface SessionOptions {
  /** Path of the checklist, from `cwd`. */
  checklist: string
  environment: string
  commit?: string | undefined
  /** Folder of the evidence, from `cwd`. */
  evidence: string
  /** Folder that the checklist's paths start from, from `cwd`. */
  workingDirectory?: string | undefined
  run?: string | undefined
  approver: Approver
  attestations: Readonly<Record<string, string>>
  env: Ports['env']
  cwd: string
  signal: AbortSignal
  listen: Listener
}

/** Opens a run on this machine. @throws UserError with everything that is wrong with the input */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { environment, env, cwd, approver, attestations, signal, listen } = options
  const checklist = await loadChecklist(options.checklist, cwd)
  checkEnvironment(checklist, environment)
  const folder = resolve(cwd, options.workingDirectory ?? '.')
  const redactor = new Redactor()
  learnSecrets(redactor, checklist, env)
  return {
    checklist,
    environment,
    commit: await findCommit(options.commit, { env, cwd: folder }),
    run: options.run ?? env['GITHUB_RUN_ID'] ?? new Date().toISOString().replace(/[:.]/g, '-'),
    since: new Date(),
    folder,
    ports: realPorts(env),
    redactor,
    store: folderStore(resolve(cwd, options.evidence)),
    approver,
    attestations,
    signal,
    listen,
  }
}
