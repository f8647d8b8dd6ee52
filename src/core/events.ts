import type { CheckItem } from './check.ts'
import type { CheckResult, Result } from './result.ts'
import type { Stage } from './stage.ts'

/** What happens while a stage runs, for whoever shows it. Nothing in an event is a secret. */
export type RunEvent =
  | { type: 'stage-started'; stage: Stage; environment: string }
  | { type: 'check-started'; id: string; title: string }
  | { type: 'check-retried'; id: string; title: string; message: string }
  | { type: 'check-ended'; result: CheckResult }
  | { type: 'sampled'; round: number; rounds: number; failing: readonly string[] }
  | { type: 'stage-ended'; result: Result }
  | { type: 'stage-left-out'; stage: Stage; environment: string; why: string }

export type Listener = (event: RunEvent) => void

export const startedEvent = (item: Pick<CheckItem, 'id' | 'title'>): RunEvent => ({
  type: 'check-started',
  id: item.id,
  title: item.title,
})
