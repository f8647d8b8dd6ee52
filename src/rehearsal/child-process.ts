import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EndSignal, Janitor } from './janitor.ts'

/** Has the janitor watch a child until it exits. Throws when the child could not be started. */
export async function entrust(child: ChildProcess, janitor: Janitor, end: EndSignal): Promise<number> {
  const { pid } = child
  if (pid === undefined) {
    const [error] = await once(child, 'error')
    throw error
  }
  janitor.watch(pid, end)
  child.once('exit', () => janitor.forget(pid))
  return pid
}

/** Whether a child has ended, by itself or by a signal. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Ends a child with a signal, and with SIGKILL when it is still there after `graceMs`. */
export async function endChild(child: ChildProcess, signal: NodeJS.Signals, graceMs: number): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return
  const ended = once(child, 'exit')
  child.kill(signal)
  const patience = new AbortController()
  await Promise.race([ended, sleep(graceMs, undefined, { signal: patience.signal }).catch(() => undefined)])
  patience.abort()
  if (!hasEnded(child)) child.kill('SIGKILL')
  await ended
}

/** Reads the lines of both outputs of a child; returns a live list of its last 20 lines, for error messages. */
export function readLines(child: ChildProcess, onLine: (line: string) => void = () => undefined): string[] {
  const last: string[] = []
  for (const output of [child.stdout, child.stderr]) {
    if (!output) continue
    createInterface({ input: output }).on('line', line => {
      last.push(line)
      if (last.length > 20) last.shift()
      onLine(line)
    })
  }
  return last
}
