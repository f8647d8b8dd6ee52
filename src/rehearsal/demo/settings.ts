import { type HostFault, isHostFault } from './faults.ts'

/** Everything that the demonstration reads from its environment. */
export type Settings = {
  readonly databaseUrl: string
  readonly host: string
  /** 0: any free port; the chosen one is in the `listening` log line. */
  readonly port: number
  readonly sha: string
  /** Number of the newest migration that this release needs. */
  readonly schema: number
  readonly bearerTokens: readonly string[]
  readonly todoist: { readonly base: string; readonly token: string }
  readonly fault: HostFault | null
}

/** Reads the settings once, at the edge. Throws an error that names the variable which is missing or wrong. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    databaseUrl: required(env, 'DATABASE_URL').replace(/^postgres(ql)?\+\w+:/, 'postgresql:'),
    host: env['HOST'] || '127.0.0.1',
    port: wholeNumber(env, 'PORT', '0'),
    sha: required(env, 'RELEASE_SHA'),
    schema: wholeNumber(env, 'RELEASE_SCHEMA', '1'),
    bearerTokens: (env['APP_AUTH_BEARER_TOKENS'] ?? '').split(',').flatMap(token => token.trim() || []),
    todoist: {
      base: env['TODOIST_API_BASE'] || 'https://api.todoist.com/api/v1',
      token: env['TODOIST_TOKEN'] ?? '',
    },
    fault: readFault(env['DEMO_FAULT'] ?? ''),
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, absent: string): number {
  const text = env[name] || absent
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${name} is not a number: ${text}`)
  return Number(text)
}

function readFault(name: string): HostFault | null {
  if (name === '') return null
  if (!isHostFault(name)) throw new Error(`DEMO_FAULT is unknown: ${name}`)
  return name
}
