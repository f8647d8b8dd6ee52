import { exitCodes } from '../core/exit-code.ts'

export interface Cancellation {
  signal: AbortSignal
  /** The exit code that the signal asks for; undefined when none came. */
  exitCode(): number | undefined
  /** Takes the listeners away again. */
  dispose(): void
}

/**
 * Turns SIGINT and SIGTERM into an abort, so that the run ends its work and writes its evidence. A second signal
 * ends the process at once.
 */
export function cancelOnSignals(say: (text: string) => void): Cancellation {
  const controller = new AbortController()
  let code: number | undefined
  const on = (wanted: number) => () => {
    if (code !== undefined) process.exit(wanted)
    code = wanted
    say(
      '\nCancelling: the running work is ended and the evidence so far is written. Once more ends at once.\n',
    )
    controller.abort()
  }
  const interrupted = on(exitCodes.interrupted.code)
  const terminated = on(exitCodes.terminated.code)
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', terminated)
  return {
    signal: controller.signal,
    exitCode: () => code,
    dispose: () => {
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', terminated)
    },
  }
}
