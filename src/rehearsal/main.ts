import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { cancelOnSignals } from '../adapters/signals.ts'
import { processEdge } from '../cli/edge.ts'
import { liveOutput } from '../cli/live.ts'
import { exitCodeHelp } from '../cli/program.ts'
import { terminalApprover } from '../cli/terminal-approver.ts'
import { suggestion } from '../core/nearest.ts'
import { formatDuration } from '../core/units.ts'
import { givenApprover, yesApprover } from '../engine/approver.ts'
import { stateLines } from '../report/terminal.ts'
import { type Fault, faults } from './fault.ts'
import { rehearse } from './rehearse.ts'

const edge = processEdge()

const program = new Command('rehearse')
  .description('Roll out a small real system to staging and then to production, on this machine.')
  .option('--yes', 'sign off as the operator without asking')
  .option('--fault <name>', 'let production fail in this way', faultNamed)
  .option('--list-faults', 'name the faults')
  .option('--report <folder>', 'folder of the report (a new one in ./report)')
  .addHelpText('after', exitCodeHelp)
  .action(async (options: { yes?: boolean; fault?: Fault; listFaults?: boolean; report?: string }) => {
    if (options.listFaults) return edge.out(faultList())
    const began = performance.now()
    const live = liveOutput(edge.stdout, edge.style.out)
    const cancellation = cancelOnSignals(text => live.print(text))
    const operator = process.env['USER'] ?? 'operator'
    const interactive = edge.stdin.isTTY && edge.stdout.isTTY
    const report = resolve(
      options.report ??
        `report/${new Date().toISOString().slice(0, 19).replace(/[:]/g, '')}-${randomBytes(2).toString('hex')}`,
    )
    try {
      const { rollouts, exitCode, htmlReport } = await rehearse({
        report,
        fault: options.fault,
        approver: options.yes
          ? yesApprover(operator)
          : interactive
            ? terminalApprover(
                operator,
                { input: edge.stdin, output: edge.stdout },
                cancellation.signal,
                live,
              )
            : givenApprover(operator, []),
        signal: cancellation.signal,
        listen: live.listen,
        said: live.print,
      })
      for (const { environment, results } of rollouts)
        live.print('', ...stateLines(results, environment, edge.style.out))
      live.print(
        '',
        `Report: ${htmlReport}`,
        `Took ${formatDuration(performance.now() - began)}, exit code ${cancellation.exitCode() ?? exitCode}.`,
      )
      edge.setExitCode(cancellation.exitCode() ?? exitCode)
    } catch (error) {
      if (!cancellation.signal.aborted) throw error
      edge.setExitCode(cancellation.exitCode() ?? 1)
    } finally {
      live.stop()
      cancellation.dispose()
    }
  })

function faultNamed(name: string): Fault {
  const fault = faults.find(item => item.name === name)
  if (!fault)
    throw new InvalidArgumentError(
      suggestion(
        name,
        faults.map(item => item.name),
      ),
    )
  return fault
}

const faultList = (): string =>
  `${faults
    .map(
      ({ name, title, ends }) =>
        `${name.padEnd(32)}${title}\n${' '.repeat(32)}ends with ${ends.verdict} at ${ends.at}, exit code ${ends.exitCode}: ${ends.state}`,
    )
    .join('\n')}\n`

await program.parseAsync()
