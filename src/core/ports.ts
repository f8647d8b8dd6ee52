/** The edges that checks and gates work through. Each really ends its work when the signal aborts. */
export interface Ports {
  clock: Clock
  http: (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>
  sql: (request: SqlRequest, signal: AbortSignal) => Promise<SqlAnswer>
  shell: (command: ShellCommand, signal: AbortSignal) => Promise<ShellResult>
  files: Files
  /** The process environment, read once. */
  env: Readonly<Record<string, string | undefined>>
}

export interface Clock {
  now(): Date
  /** Milliseconds since some fixed moment; never goes back. */
  monotonic(): number
  /** Ends early, without an error, when the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}

export interface HttpRequest {
  method: string
  url: string
  headers: Record<string, string>
  body?: string | undefined
  /** How many redirects are followed; 0 shows the redirect itself. */
  redirects: number
}

export interface HttpResponse {
  status: number
  headers: Record<string, string>
  /** Cut at 1 MiB; `truncated` says so. */
  body: string
  truncated: boolean
  latencyMs: number
}

export interface SqlRequest {
  url: string
  text: string
}

export interface SqlAnswer {
  rows: Record<string, unknown>[]
  rowCount: number
}

export interface ShellCommand {
  /** Run by `/bin/sh -c`. */
  command: string
  cwd?: string | undefined
  /** Added to the process environment. */
  env?: Record<string, string> | undefined
}

export interface ShellResult {
  exitCode: number | null
  signal: string | null
  /** The last 1 MiB of each stream. */
  stdout: string
  stderr: string
}

export interface Files {
  /** The text of a file (its last `maxBytes`); undefined when there is none. */
  readTail(path: string, maxBytes: number): Promise<string | undefined>
  /** Paths below `folder` that fit a glob, sorted; `node_modules` and `.git` are left out. */
  glob(pattern: string, folder: string): Promise<string[]>
}
