import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../core/ports.ts'

export const systemClock: Clock = {
  now: () => new Date(),
  // `performance` would load a dozen modules of Node for the same number.
  monotonic: () => Number(process.hrtime.bigint()) / 1e6,
  sleep: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
}
