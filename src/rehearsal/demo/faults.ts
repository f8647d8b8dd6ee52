/**
 * What a release of the demonstration can be made to do wrong:
 * - `never-ready`: readiness stays 503.
 * - `worker-does-not-start`: the worker exits with 1 before it listens.
 * - `worker-dlq`: every job goes straight to the dead-letter queue, and a new job comes every second.
 * - `errors-5xx`: capture and ask answer `GOOD_ANSWERS` times together, from then on always 500.
 */
export const HOST_FAULTS = ['never-ready', 'worker-does-not-start', 'worker-dlq', 'errors-5xx'] as const

export type HostFault = (typeof HOST_FAULTS)[number]

/** Enough for a smoke test and one repetition of it, few enough for a ten-second observation to see the rest. */
export const GOOD_ANSWERS = 6

/** Whether `name` is one of `HOST_FAULTS`. */
export function isHostFault(name: string): name is HostFault {
  return HOST_FAULTS.some(fault => fault === name)
}

/** A function to call before each answer: true once the release has begun to break under `errors-5xx`. */
export function breaksAfterSmoke(fault: HostFault | null): () => boolean {
  let answers = 0
  return () => fault === 'errors-5xx' && ++answers > GOOD_ANSWERS
}
