import { randomBytes, scryptSync } from 'node:crypto'

/**
 * A value that can be recognised later without being known: salted scrypt, so that a short or guessable
 * value does not leak through the evidence.
 */
export interface Fingerprint {
  salt: string
  hashes: string[]
}

/** Fingerprints what a value stands for (see `identitiesOf`). */
export function fingerprint(value: string, salt = randomBytes(16).toString('hex')): Fingerprint {
  return {
    salt,
    hashes: identitiesOf(value).map(identity => scryptSync(identity, salt, 32, { N: 4096 }).toString('hex')),
  }
}

/** Whether a value stands for the same thing, or shares a member with it. */
export const recognises = (known: Fingerprint, value: string): boolean =>
  fingerprint(value, known.salt).hashes.some(hash => known.hashes.includes(hash))

const usualPorts: Record<string, string> = {
  http: '80',
  https: '443',
  postgres: '5432',
  postgresql: '5432',
  redis: '6379',
  rediss: '6379',
  amqp: '5672',
  mysql: '3306',
}

/**
 * What a value stands for: of a URL the server and the path, since another user or password on the same database
 * is still the same database; of a list each member; else the value itself.
 */
export function identitiesOf(value: string): string[] {
  const url = /^([a-z][a-z0-9.-]*)(?:\+[a-z0-9_]+)?:\/\/(?:[^@/]*@)?([^/?#]+)([^?#]*)/i.exec(value)
  if (url) {
    const [, scheme = '', host = '', path = ''] = url
    const port = /:\d+$/.test(host) ? '' : `:${usualPorts[scheme.toLowerCase()] ?? ''}`
    return [`${host.toLowerCase()}${port}${path.replace(/\/+$/, '')}`]
  }
  return value
    .split(',')
    .map(member => member.trim())
    .filter(Boolean)
}
