import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { cancelOnSignals } from '../adapters/signals.ts'
import { UserError } from '../core/errors.ts'
import { exitCodeOf } from '../core/exit-code.ts'
import type { Result } from '../core/result.ts'
import { type Gate, gates } from '../core/stage.ts'
import { givenApprover, parseApprovals, yesApprover } from '../engine/approver.ts'
import { openSession } from '../engine/open-session.ts'
import { writeReports } from '../engine/report-folder.ts'
import { type Rollout, runRollout } from '../engine/rollout.ts'
import { runStage } from '../engine/run-stage.ts'
import type { Session } from '../engine/session.ts'
import { stageFor } from '../engine/stage-for.ts'
import type { Approver } from '../gates/definition.ts'
import { stateLines } from '../report/terminal.ts'
import type { Edge } from './edge.ts'
import { type Live, liveOutput } from './live.ts'
import { terminalApprover } from './terminal-approver.ts'

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
    .option(
      '--phase <phase>',
      'which stage of a gate that has two (deploy, migrate, rollback-check, sign-off)',
    )
    .option('--commit <sha>', 'commit to roll out ($GITHUB_SHA, else HEAD)')
    .option('--evidence <folder>', 'folder of the evidence and the report', '.gatesheet')
    .option('--working-directory <folder>', 'folder that the checklist’s paths start from (the current one)')
    .option('--run-id <id>', 'identifies the run ($GITHUB_RUN_ID, else the time)')
    .option('--operator <name>', 'who runs this ($GITHUB_ACTOR, else the user)')
    .option('--yes', 'approve and attest everything as the operator')
    .option('--approvals <file>', 'approvals given beforehand (YAML or JSON)')
    .option('--attest <id=who>', 'somebody attests a manual item; may be repeated', attestation, {})
    .option('--json', 'print the evidence as JSON; progress goes to stderr')
    .action((file: string, options: Options) => run(file, options, edge))

async function run(file: string, options: Options, edge: Edge): Promise<void> {
  const [stream, style] = options.json ? [edge.stderr, edge.style.err] : [edge.stdout, edge.style.out]
  const live = liveOutput(stream, style)
  const cancellation = cancelOnSignals(text => live.print(text))
  try {
    const approver = await chooseApprover(options, edge, live, cancellation.signal)
    const session = await openSession({
      ...options,
      checklist: file,
      run: options.runId,
      attestations: options.attest,
      approver,
      env: edge.env,
      cwd: edge.cwd,
      signal: cancellation.signal,
      listen: live.listen,
    })
    const { results, deciding, leftOut } = await execute(session, options)
    const rollouts = [{ environment: session.environment, results, leftOut }]
    const report =
      options.gate === 'all'
        ? await writeReports(resolve(edge.cwd, options.evidence), rollouts, approver.operator)
        : undefined
    if (report) live.print('', ...stateLines(results, session.environment, style), '', `Report: ${report}`)
    if (options.json) edge.out(`${JSON.stringify(results, null, 2)}\n`)
    edge.setExitCode(cancellation.exitCode() ?? exitCodeOf(deciding.verdict))
  } finally {
    live.stop()
    cancellation.dispose()
  }
}

async function execute(session: Session, { gate, phase }: Options): Promise<Rollout & { deciding: Result }> {
  if (gate !== 'all') {
    const result = await runStage(stageFor(gate, phase, session), session)
    return { results: [result], deciding: result, leftOut: [] }
  }
  const { results, deciding, leftOut } = await runRollout(session)
  if (!deciding)
    throw new UserError([
      { message: `${session.checklist.file} has nothing to run in ${session.environment}` },
    ])
  return { results, deciding, leftOut }
}

async function chooseApprover(
  options: Options,
  edge: Edge,
  live: Live,
  signal: AbortSignal,
): Promise<Approver> {
  const operator = options.operator ?? edge.env['GITHUB_ACTOR'] ?? userInfo().username
  if (options.yes) return yesApprover(operator)
  if (options.approvals) {
    const text = await readFile(resolve(edge.cwd, options.approvals), 'utf8').catch(() => {
      throw new UserError([
        {
          message: `there is no file ${options.approvals}`,
          cure: 'Give the path of a YAML or JSON list of approvals.',
        },
      ])
    })
    return givenApprover(operator, parseApprovals(text, options.approvals))
  }
  const interactive = edge.stdin.isTTY && edge.stdout.isTTY && !options.json
  return interactive
    ? terminalApprover(operator, { input: edge.stdin, output: edge.stdout }, signal, live)
    : givenApprover(operator, [])
}

function attestation(given: string, before: Record<string, string>): Record<string, string> {
  const [id, who] = [given.slice(0, given.indexOf('=')), given.slice(given.indexOf('=') + 1)]
  if (!given.includes('=') || !id || !who) throw new InvalidArgumentError('write it as ID=WHO')
  return { ...before, [id]: who }
}
