import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** What the bundle in `dist` offers to its stubs. Each half is a chunk that loads when it is asked for. */
export const runAction = async (gate?: import('./core/stage.ts').Gate): Promise<void> => {
  // The gates of a job run the same code: what the first one compiled serves the others. The folder dies with the job.
  const { RUNNER_TEMP } = process.env
  if (RUNNER_TEMP) enableCompileCache(join(RUNNER_TEMP, 'gatesheet-compiled'))
  await (await import('./actions/run-action.ts')).runAction(gate)
}

export const runCli = async (args: readonly string[]): Promise<void> =>
  (await import('./cli/main.ts')).main(args)
