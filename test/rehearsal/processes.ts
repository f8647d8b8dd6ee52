import { execFileSync } from 'node:child_process'

/** All processes that a process has started, and those that they have started. */
export function descendants(pid: number): number[] {
  const all = processTable()
  const children = all.filter(row => row.parent === pid).map(row => row.pid)
  return [...children, ...children.flatMap(descendants)]
}

/** Which of them still run; a process that has ended and only waits to be collected does not. */
export function running(pids: readonly number[]): string[] {
  return processTable()
    .filter(row => pids.includes(row.pid) && !row.state.startsWith('Z'))
    .map(row => `${row.pid} ${row.command}`)
}

function processTable() {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map(line => {
    const [pid, parent, state = '', ...command] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), state, command: command.join(' ') }
  })
}
