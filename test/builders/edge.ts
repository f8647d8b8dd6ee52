import type { Edge } from '../../src/cli/edge.ts'
import { plainStyle } from '../../src/report/style.ts'

export interface TestEdge extends Edge {
  exitCode: number
  output(): string
  errors(): string
}

/** An edge of the command line that keeps what is written. */
export function testEdge({ cwd, env = {} }: { cwd: string; env?: Record<string, string> }): TestEdge {
  const out: string[] = []
  const err: string[] = []
  const sink = (to: string[]) =>
    ({ isTTY: false, write: (text: string) => to.push(text) }) as unknown as NodeJS.WriteStream
  const edge: TestEdge = {
    exitCode: 0,
    out: text => out.push(text),
    err: text => err.push(text),
    output: () => out.join(''),
    errors: () => err.join(''),
    env: { ...env, GITHUB_SHA: 'a'.repeat(40) },
    cwd,
    stdin: { isTTY: false } as NodeJS.ReadStream,
    stdout: sink(out),
    stderr: sink(err),
    style: { out: plainStyle, err: plainStyle },
    setExitCode: code => {
      edge.exitCode = code
    },
  }
  return edge
}
