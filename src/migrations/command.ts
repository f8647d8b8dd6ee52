import * as z from 'zod'
import { ProbeError } from '../core/errors.ts'
import { type Migration, migrationStates } from '../core/migration.ts'
import { once } from '../core/once.ts'
import type { MigrationContext, MigrationTool } from './tool.ts'

const listSchema = once(() => {
  const migration = z.strictObject({
    name: z.string(),
    state: z.enum(migrationStates),
    note: z.string().optional(),
  })
  return z.array(
    z.union([migration, z.string().transform((name): Migration => ({ name, state: 'pending' }))]),
  )
})

export const command: MigrationTool = {
  name: 'command',
  summary:
    'Any tool by its commands. `list` prints a JSON array of pending names or of `{name, state}`; the state is whatever it says before and after.',

  async list(context) {
    const { list } = context.commands
    if (list === undefined) return undefined
    const { stdout } = await runCommand(context, list)
    const parsed = listSchema().safeParse(parseJson(stdout))
    if (!parsed.success)
      throw new ProbeError(list, 'must print a JSON array of names or of `{"name": …, "state": …}`')
    return parsed.data
  },

  async preview(context) {
    const { preview } = context.commands
    if (preview === undefined) return undefined
    const { stdout } = await runCommand(context, preview)
    return stdout.trim() ? [{ name: preview, sql: stdout }] : []
  },

  async apply(context, pending) {
    const { apply } = context.commands
    if (apply === undefined) throw new ProbeError('migrate', 'the tool `command` needs `apply`')
    try {
      await runCommand(context, apply)
    } catch (error) {
      if (!(error instanceof ProbeError)) throw error
      const left = await this.list(context)
      // A list of names leaves out what is applied.
      const applied = pending.filter(name =>
        left?.every(item => item.name !== name || item.state === 'applied'),
      )
      const stuck = left && pending.find(name => !applied.includes(name))
      return { applied, failed: { name: stuck ?? apply, message: error.message } }
    }
    return { applied: [...pending] }
  },
}

/** Runs a tool's command in its folder. @throws ProbeError with its last words when it does not end with 0 */
export async function runCommand(context: MigrationContext, text: string): Promise<{ stdout: string }> {
  const { exitCode, signal, stdout, stderr } = await context.ports.shell(
    { command: text, cwd: context.directory, env: { DATABASE_URL: context.database } },
    context.signal,
  )
  if (exitCode === 0) return { stdout }
  const words = (stderr.trim() || stdout.trim()).split('\n').slice(-3).join(' | ')
  throw new ProbeError(
    text,
    `${exitCode === null ? `was ended by ${signal}` : `ended with exit code ${exitCode}`}: ${words || 'it printed nothing'}`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
