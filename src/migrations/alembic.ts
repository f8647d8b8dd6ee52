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
 * Reads `alembic history` (newest first, `down -> revision (head), message`) and `alembic current`.
 * More than one head or current revision is a branched history, whose state this cannot name.
 */
export function stateOf(history: string, current: string): Migration[] {
  const lines = [...history.matchAll(/^\s*(?:\S+(?:, \S+)*) -> (\w+)(.*?)(?:, (.*))?$/gm)]
  const revisions = lines
    .map(match => ({ name: match[1] ?? '', head: match[2]?.includes('(head)') ?? false }))
    .reverse()
  const now = revisionsIn(current)
  const branched = revisions.filter(revision => revision.head).length > 1 || now.length > 1
  const at = now.length === 0 ? -1 : revisions.findIndex(revision => revision.name === now[0])
  const lost = now.length > 0 && at < 0
  const states = revisions.map(({ name }, index): Migration => {
    if (branched) return { name, state: 'unknown', note: 'the history has branches; merge the heads' }
    return { name, state: index <= at ? 'applied' : lost ? 'unknown' : 'pending' }
  })
  return lost
    ? [
        {
          name: now[0] ?? '',
          state: 'missing-file',
          note: 'the database is at a revision that this commit does not have',
        },
        ...states,
      ]
    : states
}

const revisionsIn = (text: string): string[] =>
  [...text.matchAll(/^(\w+)(?: \(.*\))*\s*$/gm)].map(match => match[1] ?? '')

const withCommands = (
  context: MigrationContext,
  commands: MigrationContext['commands'],
): MigrationContext => ({ ...context, commands })
