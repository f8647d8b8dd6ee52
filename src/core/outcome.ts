/** The closed list of what one check can come to. */
export const outcomes = ['pass', 'fail', 'inconclusive', 'error', 'skipped', 'pending'] as const
export type Outcome = (typeof outcomes)[number]

export const verdicts = ['go', 'no-go', 'hold'] as const
export type Verdict = (typeof verdicts)[number]

export const severities = ['critical', 'major', 'minor'] as const
export type Severity = (typeof severities)[number]

/** What each outcome means, in the words that reports and the reference use. */
export const outcomeMeaning: Record<Outcome, string> = {
  pass: 'looked, and it is as it should be',
  fail: 'looked, and it is not as it should be',
  inconclusive: 'looked, and found no data to judge',
  error: 'could not look',
  skipped: 'left out, for the reason given',
  pending: 'waits for a person',
}
