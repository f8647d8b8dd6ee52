import { checkSchemas } from '../checklist/check-item.ts'
import type { CheckKind } from '../core/check.ts'
import { once } from '../core/once.ts'
import { commit } from './commit.ts'
import { env } from './env.ts'
import { files } from './files.ts'
import { http } from './http.ts'
import { isolated } from './isolated.ts'
import { log } from './log.ts'
import { manual } from './manual.ts'
import { run } from './run.ts'
import { sql } from './sql.ts'
import { tools } from './tools.ts'

/** Every kind of check. A new kind is one file here beside, one import and one word in this list. */
export const kinds: readonly CheckKind[] = [env, tools, commit, files, isolated, run, http, sql, log, manual]

const byName = new Map(kinds.map(kind => [kind.name, kind]))

/** The kind of a parsed check. */
export function kindOf(name: string): CheckKind {
  const kind = byName.get(name)
  if (!kind) throw new Error(`no check kind ${name}`)
  return kind
}

/** The schemas of checks and lists of checks that gates build their sections from. */
export const schemas = once(() => checkSchemas(kinds))
