import { isAbsolute, join } from 'node:path'
import * as z from 'zod'
import type { Judgement } from '../core/check.ts'
import { ProbeError } from '../core/errors.ts'
import { code } from '../core/markdown-text.ts'
import { type Migration, namesOf } from '../core/migration.ts'
import { suggestion } from '../core/nearest.ts'
import { once } from '../core/once.ts'
import type { CheckResult, MigrateEvidence } from '../core/result.ts'
import { duration, strict, text } from '../core/strict.ts'
import { namesIn } from '../core/template.ts'
import { formatDuration } from '../core/units.ts'
import { migrationToolNames, migrationTools } from '../migrations/registry.ts'
import { isShownBy } from '../migrations/shown.ts'
import type { MigrationContext, MigrationTool } from '../migrations/tool.ts'
import { defineGate, type GateContext, type GateOutcome } from './definition.ts'

const lockMs = 5000
const statementMs = 60_000

const tool = once(() =>
  text.refine(given => namesIn(given).length > 0 || migrationToolNames.includes(given), {
    error: issue =>
      `no migration tool is called \`${String(issue.input)}\`; ${suggestion(String(issue.input), migrationToolNames)}`,
  }),
)

const section = once(() =>
  strict({
    tool: tool().describe(`one of ${migrationToolNames.join(', ')}`),
    directory: text.describe('folder of the migrations, or of the tool'),
    database: text.describe('URL of the database'),
    budget: strict({
      lock: duration.optional().describe('longest wait for a lock (5s)'),
      statement: duration.optional().describe('longest statement (60s)'),
    }).optional(),
    'backward-compatible': z
      .boolean()
      .optional()
      .describe('the previous release runs on the new schema (true)'),
    list: text.optional().describe('tool `command`: prints the state as JSON'),
    preview: text.optional().describe('tool `command`: prints the SQL'),
    apply: text.optional().describe('tool `command`: applies what is pending'),
  }),
)
export type MigrateSection = z.output<ReturnType<typeof section>>

export const migrate = defineGate({
  name: 'migrate',
  summary:
    'Lists what is pending from the database’s own ledger and shows the SQL; after the sign-off applies it under budgets and verifies the ledger.',
  section,
  steps: { 'migrate-preview': ['list', 'preview'], migrate: ['list', 'apply', 'verify'] },
  words: (stage, { tool, directory, budget }) =>
    stage.phase === 'preview'
      ? [`List what is pending in ${code(directory)} (tool ${code(tool)}).`, 'Show the SQL that will run.']
      : [
          'Check that what is pending is what was shown.',
          `Apply it: at most ${formatDuration(budget?.lock ?? lockMs)} for a lock, ${formatDuration(budget?.statement ?? statementMs)} for a statement.`,
          'Check that the ledger holds every migration.',
        ],
  run: (given, context) =>
    context.stage.phase === 'preview' ? preview(given, context) : apply(given, context),
})

interface Session {
  tool: MigrationTool
  context: MigrationContext
}

function open(given: MigrateSection, context: GateContext): Session {
  const name = context.fill(given.tool)
  const tool = migrationTools.find(item => item.name === name)
  if (!tool)
    throw new ProbeError(
      'migrate.tool',
      `no migration tool is called “${name}”; ${suggestion(name, migrationToolNames)}`,
    )
  const directory = context.fill(given.directory)
  const optional = (command: string | undefined) =>
    command === undefined ? undefined : context.fill(command)
  return {
    tool,
    context: {
      database: context.fill(given.database),
      directory: isAbsolute(directory) ? directory : join(context.folder, directory),
      commands: {
        list: optional(given.list),
        preview: optional(given.preview),
        apply: optional(given.apply),
      },
      budget: { lock: given.budget?.lock ?? lockMs, statement: given.budget?.statement ?? statementMs },
      run: context.run,
      ports: context.ports,
      signal: context.signal,
    },
  }
}

async function preview(given: MigrateSection, context: GateContext): Promise<GateOutcome> {
  const evidence: MigrateEvidence = { tool: given.tool, before: [], applied: [] }
  const list = await context.step('list', 'Every migration is applied or pending', async () => {
    const { tool, context: inner } = open(given, context)
    evidence.tool = tool.name
    const found = await tool.list(inner)
    evidence.before = found ?? []
    return judgeList(found)
  })
  if (list.outcome !== 'pass') return unclear([list], evidence)
  const shown = await context.step('preview', 'The SQL that will run is shown', async () => {
    const { tool, context: inner } = open(given, context)
    const sql = await tool.preview(inner, namesOf(evidence.before, 'pending'))
    if (sql === undefined)
      return { outcome: 'skipped', message: `the tool ${tool.name} cannot show it; add \`preview\`` }
    evidence.preview = sql
    const statements = sql.reduce(
      (sum, file) => sum + file.sql.split(';').filter(part => part.trim()).length,
      0,
    )
    return {
      outcome: 'pass',
      message:
        sql.length === 0
          ? 'nothing to run'
          : `${sql.map(file => file.name).join(', ')}: about ${statements} statements`,
    }
  })
  return {
    checks: [list, shown],
    data: { migrate: evidence },
    ...(shown.outcome === 'error' ? {} : { message: `${list.message}.` }),
  }
}

async function apply(given: MigrateSection, context: GateContext): Promise<GateOutcome> {
  const evidence: MigrateEvidence = { tool: given.tool, before: [], applied: [] }
  const checks: CheckResult[] = []
  const step = async (id: string, title: string, work: (session: Session) => Promise<Judgement>) => {
    const result = await context.step(id, title, async () => work(open(given, context)))
    checks.push(result)
    return result.outcome === 'pass'
  }
  const previewed = (await context.evidence('migrate-preview'))?.data.migrate

  const listed = await step(
    'list',
    'What is pending is what was shown before the sign-off',
    async ({ tool, context: inner }) => {
      evidence.tool = tool.name
      const found = await tool.list(inner)
      evidence.before = found ?? []
      const judged = judgeList(found)
      if (judged.outcome !== 'pass' || !previewed || !found) return judged
      const [then, now] = [namesOf(previewed.before, 'pending'), namesOf(found, 'pending')]
      if (then.join() !== now.join())
        return {
          outcome: 'fail',
          message: `shown were ${named(then)}, pending now are ${named(now)}; run the readiness stages again`,
        }
      const shown = new Map(previewed.preview?.map(({ name, sql }) => [name, sql]))
      const changed = ((await tool.preview(inner, now)) ?? []).filter(
        // What a command prints for all of them may differ each time; a file must not.
        ({ name, sql }) => now.includes(name) && !isShownBy(shown.get(name), sql),
      )
      return changed.length === 0
        ? judged
        : {
            outcome: 'fail',
            message: `${named(changed.map(({ name }) => name))}: this is not the SQL that was shown; run the readiness stages again`,
          }
    },
  )
  if (!listed) return unclear(checks, evidence)

  const pending = namesOf(evidence.before, 'pending')
  const applied = await step(
    'apply',
    'The pending migrations are applied',
    async ({ tool, context: inner }) => {
      const done = await tool.apply(inner, pending)
      evidence.applied = done.applied
      if (!done.failed)
        return {
          outcome: 'pass',
          message: pending.length > 0 ? `applied ${named(done.applied)}` : 'nothing was pending',
        }
      evidence.failed = done.failed.name
      const left = pending.filter(name => name !== done.failed?.name && !done.applied.includes(name))
      return {
        outcome: 'fail',
        message: `${done.failed.name} failed: ${done.failed.message}. Applied: ${named(done.applied)}; not started: ${named(left)}`,
      }
    },
  )
  const verified = await step(
    'verify',
    'The ledger holds every migration',
    async ({ tool, context: inner }) => {
      // Also after a cancellation: the evidence must name what was applied.
      const after = await tool.list({ ...inner, signal: AbortSignal.timeout(30_000) })
      if (after === undefined) return { outcome: 'skipped', message: 'this tool cannot list what it applied' }
      evidence.after = after
      // A connection may break after a commit, so the ledger has the last word; a list of names leaves out what is applied.
      evidence.applied = pending.filter(name =>
        after.every(item => item.name !== name || item.state === 'applied'),
      )
      const left = after.filter(item => item.state !== 'applied')
      return left.length === 0
        ? { outcome: 'pass', message: `${namesOf(after, 'applied').length} applied, none pending` }
        : { outcome: 'fail', message: `not applied: ${left.map(describe).join('; ')}` }
    },
  )
  if (applied && verified) return { checks, data: { migrate: evidence } }
  const data = { migrate: evidence }
  if (applied && checks.at(-1)?.outcome === 'skipped') return { checks, data }
  return { checks, data, verdict: 'no-go', reasons: ['migration-failed'] }
}

function judgeList(found: readonly Migration[] | undefined): Judgement {
  if (found === undefined)
    return { outcome: 'pass', message: 'this tool cannot list; what is pending is not known before it runs' }
  const wrong = found.filter(item => item.state !== 'applied' && item.state !== 'pending')
  if (wrong.length > 0)
    return { outcome: 'fail', message: `${wrong.map(describe).join('; ')}. Nothing was applied.` }
  const pending = namesOf(found, 'pending')
  return {
    outcome: 'pass',
    message: `${namesOf(found, 'applied').length} applied, ${pending.length} pending${pending.length > 0 ? `: ${pending.join(', ')}` : ''}`,
  }
}

const unclear = (checks: CheckResult[], evidence: MigrateEvidence): GateOutcome => ({
  checks,
  data: { migrate: evidence },
  verdict: 'no-go',
  reasons: ['migration-state-unclear'],
})

const describe = (item: Migration): string =>
  `${item.name} is ${item.state}${item.note ? ` (${item.note})` : ''}`
const named = (names: readonly string[]): string => (names.length > 0 ? names.join(', ') : 'none')
