import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EndSignal, JanitorOrder } from './janitor.ts'

// The janitor itself: `node janitor-process.ts <folder>`, orders on stdin. See `janitor.ts`.
const [folder = ''] = process.argv.slice(2)
const watched = new Map<number, EndSignal>()
let dismissed = false

for await (const line of createInterface({ input: process.stdin })) obey(JSON.parse(line))
if (!dismissed && folder !== '') await cleanUp()

function obey(order: JanitorOrder): void {
  if (order === 'goodbye') dismissed = true
  else if ('watch' in order) watched.set(order.watch, order.end)
  else watched.delete(order.forget)
}

async function cleanUp(): Promise<void> {
  const pids = [...watched.keys()]
  for (const [pid, end] of watched) if (end !== null) signal(pid, end)
  for (let waited = 0; waited < 4000 && pids.some(isRunning); waited += 50) await sleep(50)
  for (const pid of pids) signal(pid, 'SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

/** Signals a process and the group that it leads; false when neither exists. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  let reached = false
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, name)
      reached = true
    } catch {
      // It has ended already.
    }
  }
  return reached
}

function isRunning(pid: number): boolean {
  return signal(pid, 0) && !isZombie(pid)
}

/** An orphan that has ended can still be signalled until init collects it, which in containers may take long. */
function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}
