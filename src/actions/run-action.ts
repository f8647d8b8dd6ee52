import { resolve } from 'node:path'
import * as core from '@actions/core'
import { cancelOnSignals } from '../adapters/signals.ts'
import { formatProblem, messageOf, UserError } from '../core/errors.ts'
import { exitCodeOf, exitCodes } from '../core/exit-code.ts'
import type { Gate } from '../core/stage.ts'
import { inputsOf } from './interface.ts'
import { publish } from './publish.ts'
import { runGate } from './run-gate.ts'

/**
 * Runs a gate as a GitHub action: reads the inputs, runs, writes summary and outputs. The only place of Gatesheet
 * that speaks to the runner, with `publish.ts`.
 */
export async function runAction(own?: Gate): Promise<void> {
  const cancellation = cancelOnSignals(text => core.info(text))
  try {
    const given = Object.fromEntries(
      Object.keys(inputsOf(own)).map(name => [name, core.getInput(name) || undefined]),
    )
    const results = await runGate(
      own,
      given,
      { env: process.env, cwd: process.cwd(), signal: cancellation.signal },
      {
        mask: secret => core.setSecret(secret),
        say: line => core.info(line),
      },
    )
    const deciding = results.find(result => result.verdict !== 'go') ?? results.at(-1)
    await publish(results, resolve(given['evidence'] ?? '.gatesheet'))
    if (deciding && deciding.verdict !== 'go')
      core.setFailed(`${deciding.stage}: ${deciding.verdict}. ${deciding.message}`)
    process.exitCode = cancellation.exitCode() ?? (deciding ? exitCodeOf(deciding.verdict) : 0)
  } catch (error) {
    process.exitCode = cancellation.exitCode() ?? report(error)
  } finally {
    cancellation.dispose()
  }
}

function report(error: unknown): number {
  if (!(error instanceof UserError)) {
    core.setFailed(
      `Gatesheet itself failed; please report this. ${error instanceof Error ? error.stack : messageOf(error)}`,
    )
    return exitCodes.bug.code
  }
  for (const problem of error.problems)
    core.error(
      formatProblem(problem),
      problem.at ? { file: problem.at.file, startLine: problem.at.line, startColumn: problem.at.column } : {},
    )
  core.setFailed(
    `${error.problems.length} problem${error.problems.length === 1 ? '' : 's'} in the input; nothing was started.`,
  )
  return exitCodes.usage.code
}
