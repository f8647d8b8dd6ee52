import type { Migration } from '../core/migration.ts'
import type { Ports } from '../core/ports.ts'

/** What a migration tool may use. Texts are filled already. */
export interface MigrationContext {
  /** URL of the database. */
  database: string
  /** Absolute folder of the tool's files. */
  directory: string
  /** The checklist's own commands, for tools that run by command. */
  commands: { list?: string | undefined; preview?: string | undefined; apply?: string | undefined }
  /** Limits in milliseconds: waiting for a lock, and one statement. */
  budget: { lock: number; statement: number }
  run: string
  ports: Ports
  signal: AbortSignal
}

export interface Applied {
  applied: string[]
  /** What stopped the run, with the database's own words. */
  failed?: { name: string; message: string } | undefined
}

/** A migration tool: reads the state, shows the SQL, applies. Adding one is a file and a line in `registry.ts`. */
export interface MigrationTool {
  name: string
  summary: string
  /** Every migration with its state; undefined when the tool has no way to tell. */
  list(context: MigrationContext): Promise<Migration[] | undefined>
  /** The SQL that would run; undefined when the tool has no way to tell. */
  preview(
    context: MigrationContext,
    pending: readonly string[],
  ): Promise<{ name: string; sql: string }[] | undefined>
  apply(context: MigrationContext, pending: readonly string[]): Promise<Applied>
}
