import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { realPorts } from '../adapters/ports.ts'
import { UserError } from '../core/errors.ts'
import { exitCodeOf } from '../core/exit-code.ts'
import { Redactor } from '../core/redact.ts'
import type { Result } from '../core/result.ts'
import { gates, type Gate, type Stage, stagesOf } from '../core/stage.ts'
import { folderStore } from '../engine/evidence-store.ts'
import { runRollout } from '../engine/rollout.ts'
import { leftOut, runStage } from '../engine/run-stage.ts'
import { learnSecrets, type Session } from '../engine/session.ts'
import { stateLines } from '../report/terminal.ts'
import { givenApprover, readApprovals, terminalApprover, yesApprover } from './approvers.ts'
import { type Cancellation, cancelOnSignals } from './cancel.ts'
import { findCommit } from './commit.ts'
import type { Edge } from './edge.ts'
import { type Live, liveOutput } from './live.ts'
import { checkEnvironment, loadChecklist } from './load.ts'

interface Options {
  environment: string
  gate: Gate | 'all'
  phase?: string
  commit?: string
  evidence: string
  workingDirectory?: string
  runId?: string
  operator?: string
  yes?: boolean
  approvals?: string
  attest: Record<string, string>
  json?: boolean
}

export const runCommand = (edge: Edge): Command =>
  new Command('run')
    .description('run one gate, or a whole rollout')
    .argument('<file>', 'checklist')
    .requiredOption('-e, --environment <name>', 'environment')
    .addOption(new Option('-g, --gate <gate>', 'gate to run').choices([...gates, 'all']).default('all'))
    .option('--phase <phase>', 'which stage of a gate that has two (deploy, migrate, rollback-check, sign-off)')
    .option('--commit <sha>', 'commit to roll out ($GITHUB_SHA, else HEAD)')
    .option('--evidence <folder>', 'folder of the evidence', '.gatesheet')
    .option('--working-directory <folder>', 'folder that the checklist’s paths start from (the current one)')
    .option('--run-id <id>', 'identifies the run ($GITHUB_RUN_ID, else the time)')
    .option('--operator <name>', 'who runs this ($GITHUB_ACTOR, else the user)')
    .option('--yes', 'approve and attest everything as the operator')
    .option('--approvals <file>', 'approvals given beforehand (YAML or JSON)')
    .option('--attest <id=who>', 'somebody attests a manual item; may be repeated', attestation, {})
    .option('--json', 'print the evidence as JSON; progress goes to stderr')
    .action(async (file: string, options: Options) => {
      const live = liveOutput(options.json ? edge.stderr : edge.stdout, options.json ? edge.style.err : edge.style.out)
      const cancellation = cancelOnSignals(text => live.print(text))
      try {
        const session = await openSession(file, options, edge, live, cancellation)
        const { results, deciding } = await execute(session, options, live)
        live.stop()
        if (options.json) edge.out(`${JSON.stringify(results, null, 2)}\n`)
        edge.setExitCode(cancellation.exitCode() ?? exitCodeOf(deciding.verdict))
      } finally {
        live.stop()
        cancellation.dispose()
      }
    })

async function execute(session: Session, options: Options, live: Live): Promise<{ results: Result[]; deciding: Result }> {
  if (options.gate !== 'all') {
    const result = await runStage(stageFor(options.gate, options.phase, session), session)
    return { results: [result], deciding: result }
  }
  const { results, deciding } = await runRollout(session)
  if (!deciding) throw new UserError([{ message: `${session.checklist.file} has nothing to run in ${session.environment}` }])
  live.print('', ...stateLines(results, session.environment, { ...plainStyle }))
  return { results, deciding }
}

const same = (text: string) => text
const plainStyle = { bold: same, dim: same, red: same, green: same, yellow: same }

async function openSession(file: string, options: Options, edge: Edge, live: Live, { signal }: Cancellation): Promise<Session> {
  const checklist = await loadChecklist(file, edge.cwd)
  checkEnvironment(checklist, options.environment)
  const folder = resolve(edge.cwd, options.workingDirectory ?? '.')
  const redactor = new Redactor()
  learnSecrets(redactor, checklist, edge.env)
  const operator = options.operator ?? edge.env['GITHUB_ACTOR'] ?? userInfo().username
  const interactive = edge.stdin.isTTY && edge.stdout.isTTY && !options.json
  return {
    checklist,
    environment: options.environment,
    commit: await findCommit(options.commit, { env: edge.env, cwd: folder }),
    run: options.runId ?? edge.env['GITHUB_RUN_ID'] ?? new Date().toISOString().replace(/[:.]/g, '-'),
    since: new Date(),
    folder,
    ports: realPorts(edge.env),
    redactor,
    store: folderStore(resolve(edge.cwd, options.evidence)),
    approver: options.yes
      ? yesApprover(operator)
      : options.approvals
        ? givenApprover(operator, await readApprovals(resolve(edge.cwd, options.approvals)))
        : interactive
          ? terminalApprover(operator, { input: edge.stdin, output: edge.stdout }, signal, live.print)
          : givenApprover(operator, []),
    attestations: options.attest,
    signal,
    listen: live.listen,
  }
}

/** The stage of a gate. @throws UserError when the gate has two and none was named, or the checklist has none */
export function stageFor(gate: Gate, phase: string | undefined, session: Pick<Session, 'checklist' | 'environment'>): Stage {
  const own = stagesOf(gate)
  const phases = own.map(stage => stage.phase).filter(name => name !== undefined)
  const fitting = phase === undefined ? own.filter(stage => leftOut(stage, session) === undefined) : own.filter(stage => stage.phase === phase)
  const [stage] = fitting
  if (phase !== undefined && !stage)
    throw new UserError([{ message: phases.length > 0 ? `${gate} has no phase \`${phase}\`; it has ${phases.join(', ')}` : `${gate} has no phases` }])
  if (!stage) throw new UserError([{ message: `${session.checklist.file}: ${leftOut(own[0] as Stage, session)}` }])
  if (fitting.length > 1)
    throw new UserError([{ message: `${gate} runs at ${fitting.length} points of a rollout; name one with \`--phase\`: ${phases.join(', ')}` }])
  const why = leftOut(stage, session)
  if (why !== undefined) throw new UserError([{ message: `${session.checklist.file}: ${why}` }])
  return stage
}

function attestation(given: string, before: Record<string, string>): Record<string, string> {
  const [id, who] = [given.slice(0, given.indexOf('=')), given.slice(given.indexOf('=') + 1)]
  if (!given.includes('=') || !id || !who) throw new InvalidArgumentError('write it as ID=WHO')
  return { ...before, [id]: who }
}
