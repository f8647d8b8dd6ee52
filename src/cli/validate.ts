import { Command } from 'commander'
import { placedChecks } from '../checklist/collect.ts'
import { formatProblem } from '../core/errors.ts'
import { exitCodes } from '../core/exit-code.ts'
import { readChecklist } from '../engine/load.ts'
import type { Edge } from './edge.ts'

export const validateCommand = (edge: Edge): Command =>
  new Command('validate')
    .description('check checklists; prints every problem with its place')
    .argument('<file...>', 'checklists')
    .option('--json', 'print the problems as JSON')
    .action(async (files: string[], { json }: { json?: boolean }) => {
      const read = await Promise.all(
        files.map(async file => ({ file, ...(await readChecklist(file, edge.cwd)) })),
      )
      if (json)
        edge.out(
          `${JSON.stringify(
            read.map(({ file, problems }) => ({ file, problems })),
            null,
            2,
          )}\n`,
        )
      else
        for (const { file, checklist, problems } of read) {
          if (checklist)
            edge.out(
              `${edge.style.out.green('ok')} ${file}: ${placedChecks(checklist).length} checks, gates ${[...checklist.sections.keys()].join(', ')}\n`,
            )
          for (const problem of problems) edge.out(`${formatProblem(problem)}\n`)
        }
      const count = read.reduce((sum, { problems }) => sum + problems.length, 0)
      if (count === 0) return
      if (!json) edge.out(edge.style.out.red(`${count} problem${count === 1 ? '' : 's'}\n`))
      edge.setExitCode(exitCodes.usage.code)
    })
