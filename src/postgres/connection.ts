import { ProbeError } from '../core/errors.ts'

/** A PostgreSQL connection, understood once and handed to every client in its own way. */
export interface Connection {
  host: string
  port: number
  user: string | undefined
  password: string | undefined
  database: string
  sslmode: string | undefined
}

const dialect = /^(?:postgres|postgresql)(?:\+[a-z0-9_]+)?:\/\//i

/**
 * Reads a URL as teams have them: `postgres://`, `postgresql://`, SQLAlchemy's `postgresql+driver://`;
 * parameters that only an ORM understands are left out.
 * @throws ProbeError that never quotes the URL, since it holds a password
 */
export function parseConnection(url: string): Connection {
  if (!dialect.test(url))
    throw new ProbeError(
      'the database URL',
      'must start with `postgresql://`, `postgres://` or `postgresql+driver://`',
    )
  try {
    // A user without a host, as for a Unix socket, is none of the forms that URL knows.
    const hosted = url
      .replace(dialect, 'postgresql://')
      .replace(/^([^/]*\/\/[^/?#]*@)(?=[:/])/, '$1localhost')
    return read(new URL(hosted))
  } catch (error) {
    if (error instanceof ProbeError) throw error
    throw unreadable()
  }
}

const unreadable = () =>
  new ProbeError(
    'the database URL',
    'cannot be read; encode special characters of the password (`@` is `%40`)',
  )

function read(parsed: URL): Connection {
  // The rest of a password with a bare `/` or `#` would end up here, and be shown as the database's name.
  if (parsed.pathname.includes('@') || parsed.hash) throw unreadable()
  const database = decodeURIComponent(parsed.pathname.slice(1))
  if (!database) throw new ProbeError('the database URL', 'names no database; end it with `/NAME`')
  const option = (name: string) => parsed.searchParams.get(name) ?? undefined
  const port = Number(parsed.port || option('port') || 5432)
  if (!Number.isInteger(port)) throw new ProbeError('the database URL', 'has a port that is no number')
  return {
    // A host in the query is how URLs name a Unix socket's folder.
    host: option('host') ?? decodeURIComponent(parsed.hostname.replace(/^\[|\]$/g, '')),
    port,
    user: decodeURIComponent(parsed.username) || option('user'),
    password: decodeURIComponent(parsed.password) || option('password'),
    database,
    sslmode: option('sslmode') ?? sslFromAsyncpg(option('ssl')),
  }
}

/** Where the database is, without a secret: `app@db.example:5432/inbox`. */
export const describeConnection = ({ host, port, database, user }: Connection): string =>
  `${user ? `${user}@` : ''}${host || 'localhost'}:${port}/${database}`

/** The same connection for libpq's programs, by environment: the password never stands in a process list. */
export const libpqEnvironment = (
  connection: Connection,
  applicationName: string,
): Record<string, string> => ({
  PGHOST: connection.host || 'localhost',
  PGPORT: String(connection.port),
  PGDATABASE: connection.database,
  PGAPPNAME: applicationName,
  PGCONNECT_TIMEOUT: '10',
  ...(connection.user ? { PGUSER: connection.user } : {}),
  ...(connection.password ? { PGPASSWORD: connection.password } : {}),
  ...(connection.sslmode ? { PGSSLMODE: connection.sslmode } : {}),
})

const sslFromAsyncpg = (ssl: string | undefined): string | undefined => (ssl === 'true' ? 'require' : ssl)
