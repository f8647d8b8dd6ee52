import { digestOf } from '../../src/core/digest.ts'
import type { Outcome, Verdict } from '../../src/core/outcome.ts'
import type { Reason } from '../../src/core/reason.ts'
import type { CheckResult, Finding, GateData, Result, Sample } from '../../src/core/result.ts'
import { seal } from '../../src/core/result.ts'
import { resultSchema } from '../../src/core/result-schema.ts'
import { type StageName, stageOf } from '../../src/core/stage.ts'

/** A check in few words: whatever is left out is that of a quick check that passed. */
export type Draft = Partial<CheckResult> & { title: string; outcome?: Outcome }

export const commit = '9f2c4e81d7b03a56c1e8f4420d97ab35e6614c0b'
export const previous = '41d0a7e2b95f3c68d24ec10a7b83f95e02c6d7aa'

const second = 1000
const minute = 60 * second
const iso = (ms: number) => new Date(ms).toISOString()
const idOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** A check as the engine would have written it, at a moment. */
export function check(draft: Draft, startMs = Date.parse('2026-11-20T16:00:00Z')): CheckResult {
  return {
    id: idOf(draft.title),
    kind: 'http',
    outcome: 'pass',
    message: '200 in 12 ms',
    advisory: false,
    severity: 'major',
    attempts: 1,
    durationMs: 40,
    startedAt: iso(startMs),
    ...draft,
  }
}

/** A sealed stage whose checks run one after the other, or all at once. */
export function stage(
  name: StageName,
  environment: string,
  startMs: number,
  drafts: readonly Draft[],
  more: {
    sideBySide?: boolean
    verdict?: Verdict
    reasons?: [Reason, ...Reason[]]
    message?: string
    data?: GateData
    durationMs?: number
  } = {},
): Result {
  let at = startMs
  const checks = drafts.map(draft => {
    const made = check(draft, at)
    if (!more.sideBySide) at += made.durationMs + 4
    return made
  })
  const passed = checks.filter(item => item.outcome === 'pass').length
  const longest = Math.max(0, ...checks.map(item => Date.parse(item.startedAt) + item.durationMs - startMs))
  return seal(
    resultSchema.omit({ digest: true }).parse({
      schema: 1,
      stage: name,
      gate: stageOf(name).gate,
      checklist: {
        name: 'Production rollout (Coolify)',
        file: 'checklists/coolify.yml',
        digest: digestOf('the checklist'),
      },
      environment,
      commit,
      run: `${environment}-20261120-1600-7c1f`,
      verdict: more.verdict ?? 'go',
      reasons: more.reasons ?? ['all-passed'],
      message: more.message ?? `${passed} of ${checks.length} checks passed.`,
      startedAt: iso(startMs),
      durationMs: more.durationMs ?? longest + 3,
      checks,
      data: more.data ?? {},
    }),
  )
}

/** Samples at a steady pace; `measure` gives the value of each, and which of them fail. */
export function samples(
  startMs: number,
  count: number,
  everyMs: number,
  measure: (index: number) => Partial<Sample>,
): Sample[] {
  return Array.from({ length: count }, (_, index) => ({
    at: iso(startMs + index * everyMs),
    outcome: 'pass' as const,
    durationMs: 12,
    ...measure(index),
  }))
}

/** A wave with a little noise that is the same in every run. */
const wave = (index: number, middle: number, spread: number): number =>
  Math.round(middle + Math.sin(index * 1.7) * spread * 0.4 + (((index * 7919) % 23) / 23 - 0.5) * spread)

const variables = [
  'DATABASE_URL',
  'REDIS_URL',
  'APP_AUTH_BEARER_TOKENS',
  'LLM_PROVIDER',
  'LLM_API_BASE_URL',
  'LLM_API_KEY',
  'LLM_MODEL_EXTRACT',
  'LLM_MODEL_QUERY',
  'LLM_MODEL_PLAN',
  'LLM_MODEL_SUMMARIZE',
]

const findings = (environment: string): Finding[] => [
  ...variables.map((label): Finding => ({ label, outcome: 'pass', message: 'set' })),
  {
    label: 'TODOIST_TOKEN',
    outcome: environment === 'staging' ? 'skipped' : 'pass',
    message: environment === 'staging' ? 'not needed here' : 'set',
  },
  { label: 'TODOIST_API_BASE', outcome: 'pass', message: 'absent, the default holds' },
]

const migrations = (last: 'pending' | 'applied') => [
  { name: '0001_inbox', state: 'applied' as const },
  { name: '0002_inbox_item_source', state: 'applied' as const, note: 'applied 2026-11-06' },
  { name: '0003_job_priority', state: last },
]

const preflight = (environment: string, at: number): Result =>
  stage(
    'preflight',
    environment,
    at,
    [
      {
        title: 'The target commit is on main',
        kind: 'commit',
        message: `${commit.slice(0, 12)} is on main`,
        observed: commit.slice(0, 12),
        expected: 'a commit on main',
        durationMs: 61,
      },
      {
        title: 'The image paths exist',
        kind: 'files',
        message: 'backend/Dockerfile, backend/Dockerfile.worker',
      },
      {
        title: 'PostgreSQL’s client tools are there',
        kind: 'tools',
        message: 'pg_dump 16.4.0, pg_restore 16.4.0',
        findings: [
          { label: 'pg_dump', outcome: 'pass', message: '16.4.0' },
          { label: 'pg_restore', outcome: 'pass', message: '16.4.0' },
        ],
        durationMs: 210,
      },
      {
        title: 'Production shares no infrastructure with staging',
        kind: 'isolated',
        message:
          environment === 'staging'
            ? 'fingerprints of 4 values recorded, for the other environments to compare with'
            : 'nothing in common with staging',
        durationMs: 390,
      },
      {
        title: 'Required variables are set',
        kind: 'env',
        message: '11 set, 1 not needed here',
        findings: findings(environment),
        durationMs: 2,
      },
      {
        title: 'An off-server backup schedule exists (recommended)',
        kind: 'manual',
        outcome: 'pending',
        advisory: true,
        severity: 'minor',
        message: 'Coolify’s scheduled task runs backend/ops/backup_to_r2.sh; see ops/R2_BACKUP_RUNBOOK.md.',
        durationMs: 1,
      },
      {
        id: 'baselines',
        title: 'Baselines before the rollout are recorded',
        kind: 'step',
        message: 'the-dead-letter-queue-does-not-grow 2',
        durationMs: 24,
      },
    ],
    { sideBySide: true, data: { baselines: { 'the-dead-letter-queue-does-not-grow': 2 } } },
  )

const backup = (environment: string, at: number): Result => {
  const file = `/var/backups/inbox/${environment}_inbox_20261120_160012_a81c9f.dump`
  const sha256 = digestOf(file).replace('sha256:', '')
  return stage(
    'backup',
    environment,
    at,
    [
      {
        id: 'versions',
        title: 'pg_dump is at least as new as the server',
        kind: 'step',
        message: 'server 16.3, pg_dump 16.4',
        durationMs: 130,
      },
      {
        id: 'dump',
        title: 'The database is dumped and its contents can be listed',
        kind: 'step',
        message: `${file}: 48.2 MiB, 61 entries, from inbox at db.internal:5432`,
        durationMs: 21_400,
      },
      {
        id: 'read-back',
        title: 'The stored file is read back and has the same hash',
        kind: 'step',
        message: `sha256 ${sha256.slice(0, 12)}…, manifest written`,
        durationMs: 940,
      },
      {
        id: 'retention',
        title: 'Backups older than 14d are removed',
        kind: 'step',
        message: 'nothing is older',
      },
    ],
    {
      data: {
        backup: {
          file,
          manifest: `${file}.json`,
          bytes: 50_541_363,
          sha256,
          takenAt: iso(at),
          entries: 61,
          database: 'inbox at db.internal:5432',
          serverVersion: '16.3',
          clientVersion: '16.4',
          verified: 'list',
        },
      },
    },
  )
}

const preview = (environment: string, at: number): Result =>
  stage(
    'migrate-preview',
    environment,
    at,
    [
      {
        id: 'list',
        title: 'Every migration is applied or pending',
        kind: 'step',
        message: '2 applied, 1 pending: 0003_job_priority',
        durationMs: 820,
      },
      {
        id: 'preview',
        title: 'The SQL that will run is shown',
        kind: 'step',
        message: '0003_job_priority: about 2 statements',
        durationMs: 1310,
      },
    ],
    {
      data: {
        migrate: {
          tool: 'alembic',
          before: migrations('pending'),
          applied: [],
          preview: [
            {
              name: '0003_job_priority',
              sql: "-- A constant default is stored in the catalogue: no row is rewritten.\nALTER TABLE job ADD COLUMN priority integer NOT NULL DEFAULT 0;\nUPDATE job SET priority = 10 WHERE kind = 'sync' AND state <> 'done';\n",
            },
          ],
        },
      },
    },
  )

const wayBack = (environment: string, at: number): Result =>
  stage(
    'rollback-check-before',
    environment,
    at,
    [
      {
        title: 'The release that runs now is known',
        message: '200 in 9 ms',
        observed: `status 200, json.sha ${previous}`,
      },
      { id: 'backup', title: 'This run’s backup exists', kind: 'step', message: 'taken 24 s ago' },
    ],
    { sideBySide: true, data: { rollbackCheck: { because: [], previous } } },
  )

const deployApi = (environment: string, at: number): Result =>
  stage('deploy-before-migrate', environment, at, [
    {
      title: 'Deploy the API',
      kind: 'run',
      message: `deployment 8f31 finished: ${commit.slice(0, 12)}`,
      observed: 'exit-code 0',
      expected: 'exit-code 0',
      durationMs: 98 * second,
    },
  ])

const migrate = (environment: string, at: number): Result =>
  stage(
    'migrate',
    environment,
    at,
    [
      {
        id: 'list',
        title: 'What is pending is what was shown before the sign-off',
        kind: 'step',
        message: '2 applied, 1 pending: 0003_job_priority',
        durationMs: 790,
      },
      {
        id: 'apply',
        title: 'The pending migrations are applied',
        kind: 'step',
        message: 'applied 0003_job_priority',
        durationMs: 1640,
      },
      {
        id: 'verify',
        title: 'The ledger holds every migration',
        kind: 'step',
        message: '3 applied, none pending',
        durationMs: 760,
      },
    ],
    {
      data: {
        migrate: {
          tool: 'alembic',
          before: migrations('pending'),
          after: migrations('applied'),
          applied: ['0003_job_priority'],
        },
      },
    },
  )

const deploy = (environment: string, at: number): Result =>
  stage('deploy', environment, at, [
    { title: 'API is live', attempts: 3, durationMs: 6100, message: '200 in 11 ms', expected: 'status 200' },
    { title: 'API is ready', attempts: 5, durationMs: 12_300, message: '200 in 38 ms' },
    {
      title: 'The API runs the target commit',
      message: '200 in 8 ms',
      observed: `json.sha ${commit}`,
      expected: `json.sha ${commit}`,
    },
    {
      title: 'Deploy the worker',
      kind: 'run',
      message: `deployment 8f32 finished: ${commit.slice(0, 12)}`,
      durationMs: 71 * second,
    },
    {
      title: 'The worker listens',
      kind: 'log',
      message: 'found “2026-11-20T16:04:51Z Worker started, listening for jobs...”',
      expected: 'contains “Worker started, listening for jobs...”',
      attempts: 4,
      durationMs: 8200,
    },
  ])

const smoke = (environment: string, at: number): Result =>
  stage('smoke', environment, at, [
    {
      title: 'Capture',
      message: '200 in 84 ms',
      observed: 'status 200, json.inbox_item_id 0c5d1f86',
      expected: 'status 200, json.inbox_item_id not empty',
      durationMs: 90,
    },
    {
      title: 'Query',
      message: '200 in 1240 ms',
      observed: 'status 200, json.answer Commit 9f2c was rolled out.',
      expected: 'status 200, json.answer not empty',
      durationMs: 1251,
    },
    {
      title: 'Sync is enqueued',
      message: '200 in 22 ms',
      observed: 'status 200, json.job_id 71',
      expected: 'status 200, json.job_id not empty',
      flow: 'Synchronise with Todoist',
    },
    {
      title: 'Reconcile is enqueued',
      message: '200 in 24 ms',
      observed: 'status 200, json.job_id 72',
      flow: 'Synchronise with Todoist',
    },
    { title: 'Sync status', message: '200 in 14 ms', flow: 'Synchronise with Todoist' },
    {
      title: 'The worker processed the smoke jobs',
      kind: 'log',
      message: 'found “job_done 71”, “job_done 72”',
      attempts: 2,
      durationMs: 3300,
    },
  ])

const windowOf = (at: number, count: number) => ({
  ready: samples(at, count, 30 * second, index => {
    const latency = wave(index, 22, 14) + (index % 17 === 9 ? 70 : 0)
    return { value: latency, durationMs: latency + 1 }
  }),
  queries: samples(at, count, 30 * second, index => {
    const slow = index === 11
    const latency = slow ? 10_000 : wave(index, 820, 500)
    return slow
      ? { outcome: 'error', durationMs: latency, message: 'could not look: no answer within 10 s' }
      : { value: latency, durationMs: latency + 2 }
  }),
})

const observeWell = (environment: string, at: number): Result => {
  const count = 61
  const { ready, queries } = windowOf(at, count)
  const window = { attempts: count, durationMs: 30 * minute }
  return stage(
    'observe',
    environment,
    at,
    [
      {
        title: 'Ready stays ready',
        message: '61 of 61 samples passed, answered within 91 ms (p95)',
        samples: ready,
        ...window,
      },
      {
        title: 'Queries are answered',
        message: '60 of 61 samples passed, answered within 1.1 s (p95)',
        samples: queries,
        ...window,
      },
      {
        title: 'The dead-letter queue does not grow',
        message: '61 of 61 samples passed, answered within 12 ms (p95)',
        samples: samples(at, count, 30 * second, () => ({ value: 2 })),
        value: 2,
        ...window,
      },
    ],
    { sideBySide: true },
  )
}

const observeBadly = (environment: string, at: number): Result => {
  const count = 17
  const { ready, queries } = windowOf(at, count)
  const queue = samples(at, count, 30 * second, index => {
    const value = Math.max(2, 2 + Math.floor((index - 9) * 1.6))
    return value > 2
      ? { outcome: 'fail', value, message: `json.queue.dlq is ${value}, expected at most 2` }
      : { value }
  })
  const window = { attempts: count, durationMs: 8 * minute + 12 * second }
  return stage(
    'observe',
    environment,
    at,
    [
      {
        title: 'Ready stays ready',
        message: '17 of 17 samples passed, answered within 91 ms (p95)',
        samples: ready,
        ...window,
      },
      {
        title: 'Queries are answered',
        message: '16 of 17 samples passed, answered within 10 s (p95)',
        samples: queries,
        ...window,
      },
      {
        title: 'The dead-letter queue does not grow',
        outcome: 'fail',
        message:
          '10 of 17 samples passed, 7 failed (0 tolerated); last: json.queue.dlq is 13, expected at most 2',
        samples: queue,
        value: 13,
        ...window,
      },
    ],
    {
      sideBySide: true,
      verdict: 'no-go',
      reasons: ['check-failed'],
      message:
        'The dead-letter queue does not grow: 10 of 17 samples passed, 7 failed (0 tolerated); last: json.queue.dlq is 13, expected at most 2',
    },
  )
}

const trigger = (index: number, title: string, fired?: string): Draft => ({
  id: `trigger-${index}`,
  title,
  kind: 'step',
  outcome: fired ? 'fail' : 'pass',
  message: fired ? `fired: ${fired}` : 'did not fire',
  durationMs: 0,
})

const decide = (environment: string, at: number, fired?: string): Result => {
  const because = fired
    ? [
        'the trigger “Worker failures grow after rollout” fired',
        'observe did not end with go',
        'the previous release runs on the schema after 0003_job_priority (declared backward-compatible)',
      ]
    : ['no trigger fired and every stage ended with go']
  return stage(
    'rollback-check',
    environment,
    at,
    [
      trigger(1, '/health/ready remains failing after deploy'),
      trigger(2, 'Worker failures grow after rollout', fired),
      trigger(3, 'Migration introduces integrity issues or schema mismatch'),
      trigger(4, 'Capture or query endpoints return sustained 5xx'),
      {
        id: 'decision',
        title: 'Decision',
        kind: 'step',
        outcome: fired ? 'fail' : 'pass',
        message: fired
          ? 'roll-back-app: put the previous release back; the data stays as it is.'
          : 'go: nothing calls for a rollback: keep the new release.',
        observed: fired ? 'roll-back-app' : 'go',
        durationMs: 0,
      },
    ],
    {
      ...(fired
        ? {
            verdict: 'no-go' as const,
            reasons: ['trigger-fired'] as [Reason],
            message: 'Worker failures grow after rollout: fired: observe.the-dead-letter-queue-does-not-grow',
          }
        : {}),
      data: { rollbackCheck: { decision: fired ? 'roll-back-app' : 'go', because, previous } },
    },
  )
}

const rollback = (environment: string, at: number): Result =>
  stage(
    'rollback',
    environment,
    at,
    [
      {
        id: 'decision',
        title: 'The decision to act on',
        kind: 'step',
        message: 'roll-back-app: put the previous release back; the data stays as it is',
      },
      {
        title: 'Roll the API back',
        kind: 'run',
        message: `deployment 8f33 finished: ${previous.slice(0, 12)}`,
        durationMs: 64 * second,
      },
      {
        title: 'Roll the worker back',
        kind: 'run',
        message: `deployment 8f34 finished: ${previous.slice(0, 12)}`,
        durationMs: 58 * second,
      },
      {
        title: 'The API runs the previous release',
        attempts: 2,
        message: '200 in 8 ms',
        observed: `json.sha ${previous}`,
        durationMs: 2100,
      },
      { title: 'Ready again', attempts: 2, message: '200 in 30 ms', durationMs: 2040 },
      { title: 'Metrics are served' },
      { title: 'Sync status is served' },
    ],
    { reasons: ['rolled-back'], message: 'The previous release runs again and passed its checks.' },
  )

const signOff = (at: number): Result => {
  const digest = digestOf('the evidence of the readiness stages')
  const approvedAt = iso(at + 11 * minute + 20 * second)
  return stage(
    'sign-off',
    'production',
    at,
    [
      {
        id: 'approval',
        title: `Approved for production, for evidence ${digest.slice(7, 19)}`,
        kind: 'step',
        message: 'approved by mira, jonas',
        observed: digest.slice(7, 19),
        durationMs: 11 * minute + 21 * second,
      },
      {
        title: 'Release owner, rollback owner and incident channel are named',
        kind: 'step',
        message: 'attested by mira',
        durationMs: 14 * second,
      },
    ],
    {
      data: {
        approvals: [
          {
            by: 'mira',
            role: 'Engineering Lead',
            state: 'approved',
            digest,
            at: approvedAt,
            via: 'terminal',
            comment: 'Migration is additive; fine before the weekend.',
          },
          { by: 'jonas', role: 'Product Manager', state: 'approved', digest, at: approvedAt, via: 'given' },
        ],
        approvedDigest: digest,
      },
    },
  )
}

const record = (environment: string, at: number, good: boolean): Result =>
  stage(
    'record',
    environment,
    at,
    [
      {
        id: 'complete',
        title: 'The record is filled from evidence',
        kind: 'step',
        message: '9 fields, each with its evidence',
      },
    ],
    {
      data: {
        record: [
          { field: 'timestamp', label: 'Rollout timestamp (UTC)', value: iso(at), from: ['record'] },
          { field: 'operator', label: 'Operator', value: 'mira', from: ['record'] },
          {
            field: 'commit',
            label: 'Git SHA deployed',
            value: good ? commit : `${previous} (rolled back from ${commit})`,
            from: [good ? 'deploy' : 'rollback'],
          },
          {
            field: 'backup',
            label: 'DB backup completed',
            value: `yes (/var/backups/inbox/${environment}_inbox_20261120_160012_a81c9f.dump)`,
            from: ['backup'],
          },
          {
            field: 'migration',
            label: 'Migration completed',
            value: 'yes (0003_job_priority)',
            from: ['migrate'],
          },
          {
            field: 'API health checks passed',
            label: 'API health checks passed',
            value: 'yes',
            from: ['deploy.api-is-live', 'deploy.api-is-ready', 'deploy.the-api-runs-the-target-commit'],
          },
          {
            field: 'Worker health checks passed',
            label: 'Worker health checks passed',
            value: 'yes',
            from: ['deploy.the-worker-listens', 'smoke.the-worker-processed-the-smoke-jobs'],
          },
          {
            field: 'observation',
            label: 'Observation passed',
            value: good ? 'yes' : 'no',
            from: ['observe'],
          },
          {
            field: 'decision',
            label: 'Rollback decision',
            value: good ? 'go' : 'roll-back-app',
            from: ['rollback-check.decision'],
          },
          {
            field: 'approvals',
            label: 'Approved by',
            value: environment === 'staging' ? 'nobody' : 'mira (Engineering Lead), jonas (Product Manager)',
            from: environment === 'staging' ? [] : ['sign-off'],
          },
        ],
      },
    },
  )

type Make = (at: number) => Result

/** Runs the makers one after the other, with a short breath between stages. */
function inOrder(startMs: number, makers: readonly Make[]): Result[] {
  let at = startMs
  return makers.map(make => {
    const made = make(at)
    at += made.durationMs + 180
    return made
  })
}

/** Staging: everything passed. */
export const stagingGo = (startMs = Date.parse('2026-11-20T14:05:10Z')): Result[] =>
  inOrder(
    startMs,
    [preflight, backup, preview, wayBack, deployApi, migrate, deploy, smoke, observeWell, decide]
      .map(make => (at: number) => make('staging', at))
      .concat(at => record('staging', at, true)),
  )

/** Production: the dead-letter queue grew, and the previous release was put back. */
export const productionRolledBack = (startMs = Date.parse('2026-11-20T16:00:12Z')): Result[] =>
  inOrder(startMs, [
    ...[preflight, backup, preview, wayBack].map(make => (at: number) => make('production', at)),
    signOff,
    ...[deployApi, migrate, deploy, smoke, observeBadly].map(make => (at: number) => make('production', at)),
    at => decide('production', at, 'observe.the-dead-letter-queue-does-not-grow'),
    at => rollback('production', at),
    at => record('production', at, false),
  ])

/** Production: everything passed, so that a manager reads it with pleasure. */
export const productionGo = (startMs = Date.parse('2026-11-20T16:00:12Z')): Result[] =>
  inOrder(startMs, [
    ...[preflight, backup, preview, wayBack].map(make => (at: number) => make('production', at)),
    signOff,
    ...[deployApi, migrate, deploy, smoke, observeWell, decide].map(
      make => (at: number) => make('production', at),
    ),
    at => record('production', at, true),
  ])

/** Production: preflight found a missing variable, so that nothing was touched. */
export const productionStopped = (startMs = Date.parse('2026-11-20T16:00:12Z')): Result[] => [
  stage(
    'preflight',
    'production',
    startMs,
    [
      { title: 'The target commit is on main', kind: 'commit', message: `${commit.slice(0, 12)} is on main` },
      {
        title: 'Required variables are set',
        kind: 'env',
        outcome: 'fail',
        message: 'TODOIST_TOKEN is missing or empty. Set it in this environment’s secrets or variables.',
        findings: findings('production').map(finding =>
          finding.label === 'TODOIST_TOKEN'
            ? { ...finding, outcome: 'fail' as const, message: 'is missing or empty' }
            : finding,
        ),
      },
      {
        title: 'Production shares no infrastructure with staging',
        kind: 'isolated',
        outcome: 'inconclusive',
        message: 'there is no preflight evidence of staging to compare with; run its preflight first',
      },
      {
        title: 'Redis answers',
        kind: 'run',
        outcome: 'error',
        message: 'could not look: timed out after 30 s',
      },
    ],
    {
      sideBySide: true,
      verdict: 'no-go',
      reasons: ['check-failed', 'check-error', 'check-inconclusive'],
      message:
        'Required variables are set: TODOIST_TOKEN is missing or empty. Set it in this environment’s secrets or variables. (and 2 more)',
    },
  ),
]
