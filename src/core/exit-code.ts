import type { Verdict } from './outcome.ts'

/** Every exit code of the command line, with its meaning; `--help` and the reference print this table. */
export const exitCodes = {
  go: { code: 0, means: 'go: everything asked for was done and passed' },
  'no-go': { code: 1, means: 'no-go: a check, a step or a rollback trigger stopped the rollout' },
  usage: { code: 2, means: 'the command line or the checklist is wrong; nothing was started' },
  hold: { code: 3, means: 'hold: waits for a person, or there was no data to judge' },
  bug: { code: 70, means: 'an error inside Gatesheet; please report it with the trace' },
  interrupted: { code: 130, means: 'cancelled by SIGINT; evidence so far was written' },
  terminated: { code: 143, means: 'cancelled by SIGTERM; evidence so far was written' },
} as const

export const exitCodeOf = (verdict: Verdict): number => exitCodes[verdict].code
