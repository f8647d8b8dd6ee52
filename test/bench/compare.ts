import { spawnSync } from 'node:child_process'

/** One way of doing the work. */
export interface Contestant {
  name: string
  /** Before each round, not measured. */
  prepare?(): Promise<void>
  /** The work; throws when it was not done, so that nothing is measured that did nothing. */
  run(): Promise<void> | void
}

export interface Comparison {
  title: string
  rounds: number
  /** The first is what the others are measured by. */
  contestants: readonly [Contestant, ...Contestant[]]
}

/** Runs the contestants in turn, round by round, so that whatever slows the machine down slows all of them. */
export async function compare({ title, rounds, contestants }: Comparison): Promise<void> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (let round = -1; round < rounds; round++)
    for (const { name, prepare, run } of contestants) {
      await prepare?.()
      const began = performance.now()
      await run()
      // The first round only warms the caches of files up.
      if (round >= 0) times.get(name)?.push(performance.now() - began)
    }
  const first = median(times.get(contestants[0].name) ?? [])
  console.log(`\n${title} (${rounds} rounds in turn, median)`)
  for (const [name, all] of times) {
    const ratio = median(all) / first
    const range = `${Math.min(...all).toFixed(0)}–${Math.max(...all).toFixed(0)}`
    console.log(
      `  ${name.padEnd(46)}${median(all).toFixed(1).padStart(9)} ms  (${range})  ${ratio.toFixed(2)}×`,
    )
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [upper = 0, lower = 0] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? upper : (upper + lower) / 2
}

/** Runs a program to its end. @throws when it does not end with 0 */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: { cwd?: string; env: Readonly<Record<string, string | undefined>> },
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: env as NodeJS.ProcessEnv,
    ...(cwd === undefined ? {} : { cwd }),
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}
