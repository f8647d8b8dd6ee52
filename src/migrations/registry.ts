import { alembic } from './alembic.ts'
import { command } from './command.ts'
import { sql } from './sql.ts'
import type { MigrationTool } from './tool.ts'

/** Every migration tool. */
export const migrationTools: readonly MigrationTool[] = [sql, alembic, command]

export const migrationToolNames = migrationTools.map(tool => tool.name)
