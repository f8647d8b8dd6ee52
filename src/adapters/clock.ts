import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../core/ports.ts'

export const systemClock: Clock = {
  now: () => new Date(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
}
