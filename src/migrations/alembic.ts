import type { Migration } from '../core/migration.ts'
import { command, runCommand } from './command.ts'
import type { MigrationContext, MigrationTool } from './tool.ts'

/** Alembic by its own program; `directory` is the folder with alembic.ini. */
export const alembic: MigrationTool = {
  name: 'alembic',
  summary:
    'Alembic’s own commands: `history` and `current` for the state, `upgrade head --sql` for the preview, `upgrade head`.',

  async list(context) {
    const [history, current] = await Promise.all([
      runCommand(context, 'alembic history'),
      runCommand(context, 'alembic current'),
    ])
    return stateOf(history.stdout, current.stdout)
  },

  async preview(context, pending) {
    if (pending.length === 0) return []
    const { stdout } = await runCommand(context, 'alembic current')
    const from = revisionsIn(stdout)[0]
    return command.preview(
      withCommands(context, { preview: `alembic upgrade ${from ? `${from}:head` : 'head'} --sql` }),
      pending,
    )
  },

  async apply(context, pending) {
    const done = await command.apply(withCommands(context, { apply: 'alembic upgrade head' }), pending)
    if (!done.failed) return done
    const left = (await this.list(context)) ?? []
    return {
      ...done,
      applied: pending.filter(name => left.some(item => item.name === name && item.state === 'applied')),
    }
  },
}

/**
 * Reads `alembic history` (newest first, `down -> revision (head), message`) and `alembic current`. Applied is what
 * a current revision comes from. More than one head is a branched history, whose state this cannot name.
 */
export function stateOf(history: string, current: string): Migration[] {
  const revisions = [...history.matchAll(/^\s*(\S.*?) -> (\w+)(.*?)(?:, (.*))?$/gm)]
    .map(([, down = '', name = '', marks = '']) => ({
      name,
      down: down.match(/\w+/g) ?? [],
      head: marks.includes('(head)'),
    }))
    .reverse()
  const now = revisionsIn(current)
  const branched = revisions.filter(revision => revision.head).length > 1
  const gone = now.filter(name => !revisions.some(revision => revision.name === name))
  const applied = new Set(now)
  // Each comes after what it is built on, so one look from the newest on is enough.
  for (const { name, down } of revisions.toReversed())
    if (applied.has(name)) for (const earlier of down) applied.add(earlier)
  const states = revisions.map(({ name }): Migration => {
    if (branched) return { name, state: 'unknown', note: 'the history has branches; merge the heads' }
    if (gone.length > 0) return { name, state: 'unknown' }
    return { name, state: applied.has(name) ? 'applied' : 'pending' }
  })
  const lost = gone.map(
    (name): Migration => ({
      name,
      state: 'missing-file',
      note: 'the database is at a revision that this commit does not have',
    }),
  )
  return [...lost, ...states]
}

const revisionsIn = (text: string): string[] =>
  [...text.matchAll(/^(\w+)(?: \(.*\))*\s*$/gm)].map(match => match[1] ?? '')

const withCommands = (
  context: MigrationContext,
  commands: MigrationContext['commands'],
): MigrationContext => ({ ...context, commands })
