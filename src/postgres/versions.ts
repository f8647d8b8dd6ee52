import coerce from 'semver/functions/coerce.js'
import type { Judgement } from '../core/check.ts'
import type { Ports } from '../core/ports.ts'

/**
 * Whether the machine's pg_dump can dump this server: its major version must not be older than the server's
 * (https://www.postgresql.org/docs/current/app-pgdump.html, Notes).
 */
export async function versionsAgree(
  url: string,
  ports: Ports,
  signal: AbortSignal,
): Promise<{ versions: { server: string; client: string }; judgement: Judgement }> {
  const [answer, program] = await Promise.all([
    ports.sql({ url, text: "SELECT current_setting('server_version') AS version" }, signal),
    ports.shell({ command: 'pg_dump --version' }, signal),
  ])
  const server = String(answer.rows[0]?.['version'] ?? '')
  const client = /(\d+(?:\.\d+)*)/.exec(program.stdout)?.[1] ?? ''
  const versions = { server, client }
  const major = (version: string) => coerce(version)?.major ?? 0
  const install = `Install postgresql-client-${major(server)} on this machine.`
  if (program.exitCode !== 0 || client === '')
    return { versions, judgement: { outcome: 'fail', message: `pg_dump is not on the PATH. ${install}` } }
  if (major(client) < major(server))
    return {
      versions,
      judgement: { outcome: 'fail', message: `pg_dump ${client} cannot dump server ${server}. ${install}` },
    }
  return { versions, judgement: { outcome: 'pass', message: `pg_dump ${client}, server ${server}` } }
}
