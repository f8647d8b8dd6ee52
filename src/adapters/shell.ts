import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { messageOf, ProbeError } from '../core/errors.ts'
import type { ShellCommand, ShellResult } from '../core/ports.ts'

const keptBytes = 1024 * 1024
/** From SIGTERM to SIGKILL. */
const patienceMs = 3000
/** How long the pipes may stay open after the command itself has ended. */
const drainMs = 500

/**
 * Runs a command line in a process group of its own. When the signal aborts, the whole group gets SIGTERM and, if
 * anything of it is left after 3 s, SIGKILL. Output is read while it comes; the last 1 MiB of each stream is kept.
 */
export async function runShell(
  command: ShellCommand,
  signal: AbortSignal,
  env: NodeJS.ProcessEnv,
): Promise<ShellResult> {
  signal.throwIfAborted()
  const child = spawn('/bin/sh', ['-c', command.command], {
    cwd: command.cwd,
    env: { ...env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const output = { stdout: collect(child.stdout), stderr: collect(child.stderr) }
  let kill: Promise<void> | undefined
  const abort = () => {
    kill = endGroup(child)
  }
  signal.addEventListener('abort', abort, { once: true })
  try {
    const { code, killedBy } = await ended(child, command.cwd)
    if (signal.aborted) {
      await kill
      throw new ProbeError(command.command, 'was ended because its time was over or the run was cancelled')
    }
    return { exitCode: code, signal: killedBy, stdout: output.stdout(), stderr: output.stderr() }
  } finally {
    signal.removeEventListener('abort', abort)
    child.stdout.destroy()
    child.stderr.destroy()
  }
}

/** Resolves when the command has ended and its output was read, also when a background child keeps the pipes open. */
function ended(
  child: ChildProcess,
  folder: string | undefined,
): Promise<{ code: number | null; killedBy: string | null }> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    child.on('error', error => {
      const noFolder = folder !== undefined && !existsSync(folder)
      reject(new ProbeError('/bin/sh', noFolder ? `there is no folder ${folder}` : messageOf(error)))
    })
    child.on('exit', (code, killedBy) => {
      timer = setTimeout(() => resolve({ code, killedBy }), drainMs)
    })
    child.on('close', (code, killedBy) => {
      clearTimeout(timer)
      resolve({ code, killedBy })
    })
  })
}

async function endGroup(child: ChildProcess): Promise<void> {
  const { pid } = child
  if (pid === undefined) return
  if (!signalGroup(pid, 'SIGTERM')) return
  const deadline = performance.now() + patienceMs
  while (performance.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 50))
    if (!signalGroup(pid, 0)) return
  }
  signalGroup(pid, 'SIGKILL')
}

/** Signals every process of the group; false when there is none left. */
function signalGroup(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, name)
    return true
  } catch {
    return false
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    if (size > 2 * keptBytes) {
      chunks = [Buffer.concat(chunks).subarray(-keptBytes)]
      size = keptBytes
    }
  })
  return () => Buffer.concat(chunks).subarray(-keptBytes).toString('utf8')
}
