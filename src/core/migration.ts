/** Where one migration stands, read from the database's own ledger and the files. Only the first two may proceed. */
export const migrationStates = ['applied', 'pending', 'failed', 'edited', 'missing-file', 'unknown'] as const
export type MigrationState = (typeof migrationStates)[number]

export interface Migration {
  name: string
  state: MigrationState
  note?: string | undefined
}

export const namesOf = (list: readonly Migration[], state: MigrationState): string[] =>
  list.filter(item => item.state === state).map(item => item.name)
