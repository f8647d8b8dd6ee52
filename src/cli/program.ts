import { Command } from 'commander'
import { exitCodes } from '../core/exit-code.ts'
import type { Edge } from './edge.ts'
import { planCommand } from './plan.ts'
import { renderCommand } from './render.ts'
import { runCommand } from './run.ts'
import { schemaCommand } from './schema.ts'
import { validateCommand } from './validate.ts'

/** The command line. Every subcommand is one file and sets the exit code through the edge. */
export function makeProgram(edge: Edge): Command {
  const program = new Command('gatesheet')
    .description('Your rollout checklist, executed: gates with evidence.')
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for the options)')
    .configureOutput({ writeOut: text => edge.out(text), writeErr: text => edge.err(text) })
    .exitOverride()
    .addHelpText('after', exitCodeHelp)
  for (const add of [validateCommand, planCommand, runCommand, renderCommand, schemaCommand]) {
    const command = add(edge)
    command.copyInheritedSettings(program)
    command.addHelpText('after', exitCodeHelp)
    program.addCommand(command)
  }
  return program
}

export const exitCodeHelp = `
Exit codes:
${Object.values(exitCodes)
  .map(({ code, means }) => `  ${String(code).padEnd(4)} ${means}`)
  .join('\n')}

NO_COLOR switches colours off. Docs: README.md`
