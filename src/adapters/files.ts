import { glob, open } from 'node:fs/promises'

/** The last `maxBytes` of a file as text; undefined when there is no such file, or it is a folder. */
export async function readTail(path: string, maxBytes: number): Promise<string | undefined> {
  const handle = await open(path, 'r').catch(error => {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return undefined
  try {
    const found = await handle.stat()
    if (found.isDirectory()) return undefined
    const { size } = found
    const length = Math.min(size, maxBytes)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await handle.close()
  }
}

/** Paths below a folder that fit a glob, sorted; `node_modules` and `.git` are left out. */
export async function globFiles(pattern: string, folder: string): Promise<string[]> {
  const found: string[] = []
  const skip = (name: string) => name === 'node_modules' || name === '.git'
  for await (const path of glob(pattern, { cwd: folder, exclude: skip as never })) found.push(String(path))
  return found.sort()
}
