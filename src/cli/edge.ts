import { type Style, styleFor } from '../report/style.ts'

/** Where a command reads and writes; one for the process, another for tests. */
export interface Edge {
  out(text: string): void
  err(text: string): void
  env: Readonly<Record<string, string | undefined>>
  cwd: string
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
  stderr: NodeJS.WriteStream
  style: { out: Style; err: Style }
  setExitCode(code: number): void
}

export const processEdge = (): Edge => ({
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  style: { out: styleFor(process.stdout), err: styleFor(process.stderr) },
  setExitCode: code => {
    process.exitCode = code
  },
})
