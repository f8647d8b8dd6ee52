import { CommanderError } from 'commander'
import { formatProblem, UserError } from '../core/errors.ts'
import { exitCodes } from '../core/exit-code.ts'
import { type Edge, processEdge } from './edge.ts'
import { makeProgram } from './program.ts'

/** Runs the command line; every error ends in a documented exit code. */
export async function main(args: readonly string[], edge: Edge = processEdge()): Promise<void> {
  try {
    await makeProgram(edge).parseAsync(args, { from: 'user' })
  } catch (error) {
    edge.setExitCode(report(error, edge))
  }
}

function report(error: unknown, edge: Edge): number {
  // Commander has printed its own message already; asking for help is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage.code
  if (error instanceof UserError) {
    edge.err(`${error.problems.map(formatProblem).join('\n')}\n`)
    return exitCodes.usage.code
  }
  edge.err(
    `Gatesheet itself failed; please report this.\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return exitCodes.bug.code
}

if (import.meta.main) await main(process.argv.slice(2))
