import type pg from 'pg'
import type { Settings } from './settings.ts'

/** What the routes and the worker share: the settings of this release and its database. */
export type Release = { readonly settings: Settings; readonly pool: pg.Pool }

/** Whether this release was written for the columns of that migration. */
export function usesMigration(release: Release, number: number): boolean {
  return release.settings.schema >= number
}
