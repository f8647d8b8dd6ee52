import type { Outcome, Verdict } from '../core/outcome.ts'

/** What stands before a line: always with the word nearby, never the colour alone. */
export const outcomeSymbol: Record<Outcome, string> = {
  pass: '✅',
  fail: '❌',
  inconclusive: '❔',
  error: '⚠️',
  skipped: '➖',
  pending: '⏳',
}

export const verdictSymbol: Record<Verdict, string> = { go: '✅', 'no-go': '❌', hold: '⏸️' }

export const verdictWord: Record<Verdict, string> = { go: 'GO', 'no-go': 'NO-GO', hold: 'HOLD' }
