import { ProbeError } from '../core/errors.ts'
import { formatDuration } from '../core/units.ts'

/** After an abort an edge has this long to end its work; then it is given up. */
const graceMs = 15_000
/** Longer timers would fire at once. */
const longestMs = 2 ** 31 - 1

/**
 * Runs work under a time limit. At the limit, or when the run is cancelled, the signal aborts and the work ends itself;
 * this waits for that, so that nothing is left running.
 * @throws ProbeError that names the limit when it was reached
 */
export async function within<T>(
  limitMs: number,
  outer: AbortSignal,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (outer.aborted) throw new ProbeError(what, 'was cancelled')
  // One controller for both reasons: `AbortSignal.any` costs more than a quick check itself.
  const ending = new AbortController()
  let late = false
  const end = () => ending.abort()
  const timer = setTimeout(
    () => {
      late = true
      end()
    },
    Math.min(limitMs, longestMs),
  )
  outer.addEventListener('abort', end)
  let giveUp: NodeJS.Timeout | undefined
  const stuck = Promise.withResolvers<never>()
  const onAbort = () => {
    giveUp = setTimeout(() => stuck.reject(new ProbeError(what, 'did not end when it was told to')), graceMs)
  }
  ending.signal.addEventListener('abort', onAbort)
  try {
    return await Promise.race([work(ending.signal), stuck.promise])
  } catch (error) {
    if (outer.aborted) throw new ProbeError(what, 'was cancelled', { cause: error })
    if (late) throw new ProbeError(what, `gave no answer within ${formatDuration(limitMs)}`)
    throw error
  } finally {
    // A cancellation of the run after this work has ended must not start the clock again.
    outer.removeEventListener('abort', end)
    ending.signal.removeEventListener('abort', onAbort)
    clearTimeout(timer)
    clearTimeout(giveUp)
  }
}
