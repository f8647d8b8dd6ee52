import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import { has } from '../programs.ts'
import { type Engine, makeProject, type Revision } from './alembic-project.ts'
import { runStep } from './runner.ts'
import { query, type Server, startServer } from './server.ts'
import type { Workspace } from './workspace.ts'

const items: Revision = [
  'a1items',
  undefined,
  'op.create_table("items", sa.Column("id", sa.Integer, primary_key=True))',
]
const notes: Revision = ['b2notes', 'a1items', 'op.add_column("items", sa.Column("note", sa.Text))']
const broken: Revision = ['b2broken', 'a1items', 'op.add_column("nowhere", sa.Column("note", sa.Text))']
const branch: Revision = ['b2branch', 'a1items', 'op.add_column("items", sa.Column("other", sa.Text))']

describe.skipIf(!has('alembic'))('the migrate gate with the real Alembic', () => {
  let server: Server
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server?.stop())

  let databases = 0
  /** A connection string as SQLAlchemy has it, to a new database. */
  const database = async () => {
    databases += 1
    return (await server.makeDatabase(`alembic_${databases}`)).replace('postgresql:', 'postgresql+psycopg:')
  }
  const plainUrl = (url: string) => url.replace('+psycopg', '')

  const migrate = async (project: Workspace, url: string, phase: 'preview' | 'apply') => {
    const step = await runStep({
      gate: 'migrate',
      inputs: { checklist: 'checklist.yml', environment: 'staging', phase },
      env: { DATABASE_URL: url, PYTHONDONTWRITEBYTECODE: '1' },
      cwd: project.path,
      sha: project.sha,
    })
    const evidence = JSON.parse(await readFile(step.outputs['evidence'] ?? '', 'utf8')) as Result
    return {
      step,
      evidence,
      migrated: evidence.data.migrate,
      text: evidence.checks.map(check => check.message).join('\n'),
    }
  }
  const states = (list: readonly { name: string; state: string }[] | undefined) =>
    list?.map(({ name, state }) => `${name} ${state}`)

  it.each<Engine>(['sync', 'async'])('lists, shows and applies, with a %s engine', async engine => {
    await using project = await makeProject(engine, [items, notes], false)
    const url = await database()

    const shown = await migrate(project, url, 'preview')
    expect([shown.step.exitCode, shown.step.outputs['verdict']], shown.text).toEqual([0, 'go'])
    expect(states(shown.migrated?.before)).toEqual(['a1items pending', 'b2notes pending'])
    const sql = shown.migrated?.preview?.map(file => file.sql).join('\n')
    expect(sql).toMatch(/CREATE TABLE items/)
    expect(sql).toMatch(/ALTER TABLE items ADD COLUMN note TEXT/)
    expect(await query(plainUrl(url), "SELECT to_regclass('items') AS found")).toEqual([{ found: null }])

    const done = await migrate(project, url, 'apply')
    expect([done.step.exitCode, done.step.outputs['reason']], done.text).toEqual([0, 'all-passed'])
    expect(done.migrated?.applied).toEqual(['a1items', 'b2notes'])
    expect(states(done.migrated?.after)).toEqual(['a1items applied', 'b2notes applied'])
    expect(await query(plainUrl(url), 'SELECT version_num FROM alembic_version')).toEqual([
      { version_num: 'b2notes' },
    ])

    const nothing = await migrate(project, url, 'preview')
    expect(states(nothing.migrated?.before)).toEqual(['a1items applied', 'b2notes applied'])
  })

  it('shows only what is pending, from where the database is', async () => {
    const url = await database()
    await using first = await makeProject('sync', [items], false)
    expect((await migrate(first, url, 'apply')).step.exitCode).toBe(0)
    await using second = await makeProject('sync', [items, notes], false)
    const { migrated } = await migrate(second, url, 'preview')
    expect(states(migrated?.before)).toEqual(['a1items applied', 'b2notes pending'])
    const sql = migrated?.preview?.map(file => file.sql).join('\n')
    expect(sql).not.toContain('CREATE TABLE items')
    expect(sql).toContain('ADD COLUMN note')
  })

  it.each([
    ['one transaction for all, undoes the good one too', false, [], ['a1items pending', 'b2broken pending']],
    ['a transaction each, keeps the good one', true, ['a1items'], ['a1items applied', 'b2broken pending']],
  ] as const)('a failing revision, with %s', async (_, oneTransactionEach, applied, after) => {
    await using project = await makeProject('sync', [items, broken], oneTransactionEach)
    const { step, migrated, text } = await migrate(project, await database(), 'apply')
    expect([step.exitCode, step.outputs['verdict'], step.outputs['reason']]).toEqual([
      1,
      'no-go',
      'migration-failed',
    ])
    expect(migrated?.applied).toEqual(applied)
    expect(migrated?.failed).toBeTruthy()
    expect(text).toContain(`Applied: ${applied.join(', ') || 'none'};`)
    expect(states(migrated?.after)).toEqual(after)
    expect(text).toContain('relation "nowhere" does not exist')
  })

  it('refuses a history with two heads, and applies nothing', async () => {
    await using project = await makeProject('sync', [items, notes, branch], false)
    const url = await database()
    for (const phase of ['preview', 'apply'] as const) {
      const { step, text } = await migrate(project, url, phase)
      expect([step.exitCode, step.outputs['reason']]).toEqual([1, 'migration-state-unclear'])
      expect(text).toContain('branches')
    }
    expect(await query(plainUrl(url), "SELECT to_regclass('items') AS found")).toEqual([{ found: null }])
  })

  it('refuses a database that is ahead of the commit', async () => {
    const url = await database()
    await using ahead = await makeProject('sync', [items, notes], false)
    await migrate(ahead, url, 'apply')
    await using behind = await makeProject('sync', [items], false)
    const { step, text } = await migrate(behind, url, 'preview')
    expect([step.exitCode, step.outputs['reason']], text).toEqual([1, 'migration-state-unclear'])
    expect(text).toContain('b2notes')
  })
})
