import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { filesIn } from './folder.ts'
import type { Place } from './rehearsals.ts'

/** What a rehearsal has running or open on this machine. */
export interface Traces {
  /** What is left of all that was seen, in words; empty when nothing is. */
  left(): Promise<string[]>
  /** How much was seen, so that a test can tell that it looked. */
  seen(): { processes: number; sockets: number; shared: number }
  stop(): void
}

/**
 * Watches what belongs to a place: processes that name its temporary folder in their command, working folder or
 * environment, the sockets on which they listen, and the System V memory that they have made.
 */
export function watchTraces({ temporary }: Place): Traces {
  const pids = new Map<number, string>()
  const sockets = new Set<string>()
  const shared = new Set<string>()
  const look = () => {
    const listening = listeners()
    for (const pid of allPids())
      if (belongsTo(pid, temporary)) {
        pids.set(pid, startOf(pid))
        for (const inode of inodesOf(pid)) if (listening.has(inode)) sockets.add(inode)
      }
    for (const { id, creator } of sharedMemory()) if (pids.has(creator)) shared.add(id)
  }
  const timer = setInterval(look, 200)
  return {
    seen: () => ({ processes: pids.size, sockets: sockets.size, shared: shared.size }),
    stop: () => clearInterval(timer),
    async left() {
      look()
      const listening = listeners()
      const memory = sharedMemory()
      return [
        ...[...pids]
          .filter(([pid, start]) => isSame(pid, start))
          .map(([pid]) => `process ${pid}: ${commandOf(pid)}`),
        ...[...sockets].filter(inode => listening.has(inode)).map(inode => `socket ${inode}`),
        ...memory.filter(({ id }) => shared.has(id)).map(({ id }) => `shared memory ${id}`),
        ...(await filesIn(temporary)).map(file => `file ${file}`),
        ...readdirSync(temporary).map(name => `folder ${name}`),
      ]
    },
  }
}

/** Looks until nothing is left, for this long; what is left then. */
export async function leftWithin(traces: Traces, patienceMs: number): Promise<string[]> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const left = await traces.left()
    if (left.length === 0 || performance.now() > deadline) return left
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

const quietly = <T>(read: () => T, otherwise: T): T => {
  try {
    return read()
  } catch {
    // The process has ended meanwhile, or belongs to another user.
    return otherwise
  }
}

const allPids = (): number[] =>
  readdirSync('/proc').flatMap(name =>
    /^\d+$/.test(name) && Number(name) !== process.pid ? [Number(name)] : [],
  )

const commandOf = (pid: number): string =>
  quietly(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '), '')

const belongsTo = (pid: number, path: string): boolean =>
  [
    commandOf(pid),
    quietly(() => readlinkSync(`/proc/${pid}/cwd`), ''),
    quietly(() => readFileSync(`/proc/${pid}/environ`, 'utf8'), ''),
  ].some(text => text.includes(path))

/** State and time of start: a zombie runs no more, and a number may be given again. */
const statOf = (pid: number): string[] =>
  quietly(
    () =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' '),
    [],
  )
const startOf = (pid: number): string => statOf(pid)[19] ?? ''
const isSame = (pid: number, start: string): boolean => {
  const stat = statOf(pid)
  return stat[19] === start && stat[0] !== 'Z'
}

const inodesOf = (pid: number): string[] =>
  quietly(() => readdirSync(`/proc/${pid}/fd`), []).flatMap(
    fd => /^socket:\[(\d+)\]$/.exec(quietly(() => readlinkSync(`/proc/${pid}/fd/${fd}`), ''))?.[1] ?? [],
  )

/** Inodes of the sockets that listen. */
const listeners = (): Set<string> =>
  new Set(
    ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file =>
      quietly(() => readFileSync(file, 'utf8'), '')
        .split('\n')
        .map(line => line.trim().split(/\s+/))
        .flatMap(fields => (fields[3] === '0A' ? [fields[9] ?? ''] : [])),
    ),
  )

const sharedMemory = (): { id: string; creator: number }[] =>
  quietly(() => readFileSync('/proc/sysvipc/shm', 'utf8'), '')
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .flatMap(fields => (fields[1] ? [{ id: fields[1], creator: Number(fields[4]) }] : []))
