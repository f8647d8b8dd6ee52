/** What the bundle in `dist` offers to its stubs. Each half is a chunk that loads when it is asked for. */
export const runAction = async (gate?: import('./core/stage.ts').Gate): Promise<void> =>
  (await import('./actions/run-action.ts')).runAction(gate)

export const runCli = async (args: readonly string[]): Promise<void> =>
  (await import('./cli/main.ts')).main(args)
