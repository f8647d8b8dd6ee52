import * as z from 'zod'

/** Where one migration stands, read from the database's own ledger and the files. Only the first two may proceed. */
export const migrationStates = ['applied', 'pending', 'failed', 'edited', 'missing-file', 'unknown'] as const
export type MigrationState = (typeof migrationStates)[number]

export const migrationSchema = z.strictObject({
  name: z.string(),
  state: z.enum(migrationStates),
  note: z.string().optional(),
})
export type Migration = z.output<typeof migrationSchema>

export const namesOf = (list: readonly Migration[], state: MigrationState): string[] =>
  list.filter(item => item.state === state).map(item => item.name)
