import { describe, expect, it } from 'vitest'
import { messageOf, ProbeError } from '../../src/core/errors.ts'
import { describeConnection, libpqEnvironment, parseConnection } from '../../src/postgres/connection.ts'

const plain = { host: 'db.example', port: 5432, user: 'app', password: 'pw', database: 'inbox' }

describe('a URL as teams have them', () => {
  it.each([
    ['postgres://app:pw@db.example/inbox', {}],
    ['postgresql://app:pw@db.example:5432/inbox', {}],
    ['postgresql+asyncpg://app:pw@db.example/inbox', {}],
    ['postgresql+psycopg2://app:pw@db.example:6543/inbox', { port: 6543 }],
    ['PostgreSQL+psycopg://app:pw@db.example/inbox', {}],
    ['postgres://app:p%40s%2Fs%3Aw%23%25@db.example/inbox', { password: 'p@s/s:w#%' }],
    ['postgres://us%40er:pw@db.example/in%20box', { user: 'us@er', database: 'in box' }],
    ['postgres://app@db.example/inbox', { password: undefined }],
    ['postgres://db.example/inbox', { user: undefined, password: undefined }],
    ['postgres://app:pw@[2001:db8::1]:6543/inbox', { host: '2001:db8::1', port: 6543 }],
    ['postgres://app:pw@/inbox?host=/var/run/postgresql', { host: '/var/run/postgresql' }],
    ['postgres:///inbox?host=/run/pg&port=6543&user=app&password=pw', { host: '/run/pg', port: 6543 }],
    ['postgres://app:pw@%2Frun%2Fpg/inbox', { host: '/run/pg' }],
    ['postgres://app:pw@db.example/inbox?sslmode=verify-full', { sslmode: 'verify-full' }],
    ['postgresql+asyncpg://app:pw@db.example/inbox?ssl=require', { sslmode: 'require' }],
    ['postgresql+asyncpg://app:pw@db.example/inbox?ssl=true', { sslmode: 'require' }],
    ['postgres://app:pw@db.example/inbox?schema=public&connection_limit=5&pgbouncer=true', {}],
  ])('%s', (url, different) => {
    expect(parseConnection(url)).toEqual({ ...plain, sslmode: undefined, ...different })
  })
})

describe('a URL that cannot be used', () => {
  it.each([
    ['mysql://app:hush-hush@db/inbox', /must start with/],
    ['db.example', /must start with/],
    ['', /must start with/],
    ['postgresql+asyncpg:app:hush-hush@db/inbox', /must start with/],
    ['postgres://app:hush-hush@db.example', /names no database/],
    ['postgres://app:hush-hush@db.example/', /names no database/],
    ['postgres://app:hush/hush@db.example/inbox', /encode special characters/],
    ['postgres://app:12/hush@db.example/inbox', /encode special characters/],
    ['postgres://app:12#hush@db.example/inbox', /encode special characters|names no database/],
    ['postgres://app:hush%zz@db.example/inbox', /encode special characters/],
    ['postgres://app:hush@db.example:port/inbox', /cannot be read/],
    ['postgres://app:hush@/inbox?host=db&port=hush', /port/],
  ])('%s', (url, words) => {
    let error: unknown
    try {
      parseConnection(url)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(ProbeError)
    expect(messageOf(error)).toMatch(words)
    expect(messageOf(error)).not.toMatch(/hush/)
  })
})

it('is described without its password', () => {
  const connection = parseConnection('postgres://app:hush@db.example:6543/inbox?sslmode=require')
  expect(describeConnection(connection)).toBe('app@db.example:6543/inbox')
  expect(describeConnection(parseConnection('postgres:///inbox'))).toBe('localhost:5432/inbox')
})

it('reaches libpq by environment, without what is not given', () => {
  expect(libpqEnvironment(parseConnection('postgres://app:p%40w@[::1]:1/in?sslmode=require'), 'me')).toEqual({
    PGHOST: '::1',
    PGPORT: '1',
    PGDATABASE: 'in',
    PGAPPNAME: 'me',
    PGCONNECT_TIMEOUT: '10',
    PGUSER: 'app',
    PGPASSWORD: 'p@w',
    PGSSLMODE: 'require',
  })
  expect(Object.keys(libpqEnvironment(parseConnection('postgres:///in'), 'me')).join()).not.toMatch(
    /USER|PASSWORD|SSL/,
  )
})
