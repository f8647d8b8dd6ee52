import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'

/** The signal that makes a process end at once; null: it ends soon by itself and must not be interrupted. */
export type EndSignal = NodeJS.Signals | null

/** What the janitor reads, one JSON value a line. */
export type JanitorOrder =
  | { readonly watch: number; readonly end: EndSignal }
  | { readonly forget: number }
  | 'goodbye'

/** Cleans up after a rehearsal that was killed and could not do it itself. */
export type Janitor = {
  /** Remembers a process and how it ends. */
  watch(pid: number, end: EndSignal): void
  /** Forgets a process that has ended, so that a later one with its number is left alone. */
  forget(pid: number): void
  /** Sends the janitor home: everything has been cleaned up. Resolves when it is gone. */
  goodbye(): Promise<void>
}

/**
 * Starts a janitor for the folder: a process of its own that waits at the other end of a pipe. When the pipe
 * ends without a goodbye, it ends the processes that it watches and removes the folder.
 */
export function hireJanitor(folder: string): Janitor {
  const process_ = spawn(process.execPath, [join(import.meta.dirname, 'janitor-process.ts'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  })
  const pipe = process_.stdin as Socket
  const gone = once(process_, 'exit')
  gone.catch(() => undefined)
  process_.unref()
  pipe.unref()
  pipe.on('error', () => undefined)
  const order = (value: JanitorOrder) => pipe.write(`${JSON.stringify(value)}\n`)
  return {
    watch: (pid, end) => order({ watch: pid, end }),
    forget: pid => order({ forget: pid }),
    goodbye: async () => {
      process_.ref()
      order('goodbye')
      pipe.end()
      await gone
    },
  }
}
