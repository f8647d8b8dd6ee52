import { ProbeError } from '../core/errors.ts'
import { formatDuration } from '../core/units.ts'

/** After an abort an edge has this long to end its work; then it is given up. */
const graceMs = 15_000

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
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), limitMs)
  const signal = AbortSignal.any([outer, limit.signal])
  let giveUp: NodeJS.Timeout | undefined
  const stuck = Promise.withResolvers<never>()
  const onAbort = () => {
    giveUp = setTimeout(() => stuck.reject(new ProbeError(what, 'did not end when it was told to')), graceMs)
  }
  signal.addEventListener('abort', onAbort)
  try {
    return await Promise.race([work(signal), stuck.promise])
  } catch (error) {
    if (outer.aborted) throw new ProbeError(what, 'was cancelled', { cause: error })
    if (limit.signal.aborted) throw new ProbeError(what, `gave no answer within ${formatDuration(limitMs)}`)
    throw error
  } finally {
    // A cancellation of the run after this work has ended must not start the clock again.
    signal.removeEventListener('abort', onAbort)
    clearTimeout(timer)
    clearTimeout(giveUp)
  }
}
