import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Started {
  child: ChildProcess
  /** What it has printed so far, both streams together. */
  output(): string
  /** Resolves when the text has been printed; rejects when the process ends before. */
  said(text: string): Promise<void>
  ended: Promise<Ended>
}

export interface Setting {
  cwd: string
  /** The whole environment: nothing of the caller's gets in. */
  env: Readonly<Record<string, string | undefined>>
}

/** The Node that runs these tests, without the caller's secrets and settings. */
export const bareEnvironment = () => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  LANG: process.env['LANG'],
})

/** Starts a JavaScript or TypeScript file as a process of its own. */
export const startNode = (file: string, args: readonly string[], setting: Setting): Started =>
  start(process.execPath, [file, ...args], setting)

/** Starts a program. Its output is collected; nothing is fed to it. */
export function start(program: string, args: readonly string[], { cwd, env }: Setting): Started {
  const child = spawn(program, args, {
    cwd,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  const listeners = new Set<() => void>()
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
      for (const listener of listeners) listener()
    })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, ...output }))
  })
  const all = () => output.stdout + output.stderr
  const said = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => all().includes(text) && resolve()
      listeners.add(look)
      look()
      ended.then(() => reject(new Error(`ended without saying “${text}”:\n${all()}`)), reject)
    })
  return { child, output: all, said, ended }
}
