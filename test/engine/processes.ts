import { execFileSync } from 'node:child_process'

/** Command lines of the processes that run now and hold this text; none that only waits to be collected. */
export const running = (text: string): string[] =>
  execFileSync('ps', ['-eo', 'stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter(line => line.includes(text) && !line.startsWith('Z') && !line.includes('ps -eo'))
