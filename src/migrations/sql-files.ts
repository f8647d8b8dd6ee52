import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../core/digest.ts'
import { ProbeError } from '../core/errors.ts'

export interface SqlFile {
  name: string
  sql: string
  checksum: string
}

const numbered = /^(\d+)[._-].*\.sql$/i

/**
 * The migrations of a folder in the order of their numeric prefix. Down files (`*.down.sql`) are passed over.
 * @throws ProbeError on a file without a number, on a number that stands twice, and on transaction control
 */
export async function readSqlFiles(directory: string): Promise<SqlFile[]> {
  const names = await readdir(directory).catch(() => {
    throw new ProbeError(directory, 'there is no such folder of migrations')
  })
  const own = names.filter(name => /\.sql$/i.test(name) && !/\.down\.sql$/i.test(name))
  const faults: string[] = own
    .filter(name => !numbered.test(name))
    .map(name => `${name} does not begin with a number`)
  const byNumber = Map.groupBy(own, name => BigInt(numbered.exec(name)?.[1] ?? 0))
  for (const [number, same] of byNumber)
    if (same.length > 1 && number > 0n) faults.push(`${same.sort().join(' and ')} have the same number`)
  const files = await Promise.all(own.map(name => readOne(directory, name)))
  for (const { name, sql } of files) {
    if (transactionControl.test(withoutOpaque(sql)))
      faults.push(
        `${name} controls transactions itself; remove BEGIN and COMMIT, each file is one transaction`,
      )
    if (sql.includes('\0')) faults.push(`${name} holds a NUL byte`)
  }
  if (faults.length > 0) throw new ProbeError(directory, faults.join('; '))
  const order = (name: string) => BigInt(numbered.exec(name)?.[1] ?? 0)
  return files.sort((a, b) => (order(a.name) < order(b.name) ? -1 : 1))
}

async function readOne(directory: string, name: string): Promise<SqlFile> {
  const sql = await readFile(join(directory, name), 'utf8')
  // A checkout on Windows must not look like an edit.
  return { name, sql, checksum: sha256(sql.replaceAll('\r\n', '\n')) }
}

/** A statement that begins or ends a transaction, in all its forms; one to a savepoint does neither. */
const transactionControl =
  /(?:^|;)\s*(?:(?:begin|commit|rollback|abort|end)(?:\s+(?:work|transaction))?(?:\s+(?:isolation|read|not|deferrable|and)\b[^;]*)?|(?:start|prepare)\s+transaction\b[^;]*)\s*(?:;|$)/i

/** Strings, function bodies and comments, which may hold any words; read together, since each may hold the others' signs. */
const opaque =
  /(\$(?:[a-z_]\w*)?\$)[\s\S]*?\1|\be'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\/\*[\s\S]*?\*\//gi

const withoutOpaque = (sql: string): string =>
  sql
    .replace(opaque, found => (/^(?:--|\/\*)/.test(found) ? ' ' : "''"))
    .replace(/\bbegin\s+atomic\b[\s\S]*?;\s*end\s*(?=;|$)/gi, '')
