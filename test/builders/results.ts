import type { CheckResult, Result } from '../../src/core/result.ts'
import { seal } from '../../src/core/result.ts'
import { type StageName, stageOf } from '../../src/core/stage.ts'

export const commitSha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'
export const previousSha = '0f0e0d0c0b0a09080706050403020100ffeeddcc'

/** A check's result: passed, unless told otherwise. */
export const checkResult = (given: Partial<CheckResult> = {}): CheckResult => ({
  id: 'a-check',
  title: 'A check',
  kind: 'run',
  outcome: 'pass',
  message: 'done',
  advisory: false,
  severity: 'major',
  attempts: 1,
  startedAt: '2026-03-01T10:00:00.000Z',
  durationMs: 12,
  ...given,
})

/** Sealed evidence of a stage: go, unless told otherwise. */
export const resultOf = (stage: StageName, given: Partial<Omit<Result, 'digest'>> = {}): Result =>
  seal({
    schema: 1,
    stage,
    gate: stageOf(stage).gate,
    checklist: { name: 'Rollout', file: 'rollout.yml', digest: 'sha256:00' },
    environment: 'production',
    commit: commitSha,
    run: 'run-1',
    verdict: 'go',
    reasons: ['all-passed'],
    message: '1 passed.',
    startedAt: '2026-03-01T10:00:00.000Z',
    durationMs: 40,
    checks: [checkResult()],
    data: {},
    ...given,
  })

export const backupData = {
  file: '/backups/production_inbox_20260301_100000_abcdef.dump',
  manifest: '/backups/production_inbox_20260301_100000_abcdef.dump.manifest.json',
  bytes: 4096,
  sha256: 'f'.repeat(64),
  takenAt: '2026-03-01T10:00:00.000Z',
  entries: 12,
  database: 'app@db.example:5432/inbox',
  serverVersion: '15.18',
  clientVersion: '15.18',
  verified: 'list' as const,
}
