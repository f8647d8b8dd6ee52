import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

export type LogFile = { readonly path: string; append(line: string): void; close(): Promise<void> }

/** Opens a log file that grows line by line; creates it at once, so that whoever follows it finds it. */
export async function openLogFile(path: string): Promise<LogFile> {
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 })
  await once(stream, 'open')
  return {
    path,
    append: line => {
      if (stream.writable) stream.write(`${line}\n`)
    },
    close: async () => {
      stream.end()
      await once(stream, 'close')
    },
  }
}
