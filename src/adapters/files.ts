import { glob, open } from 'node:fs/promises'
import type { Files } from '../core/ports.ts'

export const fileSystem: Files = {
  async readTail(path, maxBytes) {
    const handle = await open(path, 'r').catch(error => {
      if ((error as { code?: string }).code === 'ENOENT') return undefined
      throw error
    })
    if (!handle) return undefined
    try {
      const { size } = await handle.stat()
      const length = Math.min(size, maxBytes)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length)
      return buffer.subarray(0, bytesRead).toString('utf8')
    } finally {
      await handle.close()
    }
  },

  async glob(pattern, folder) {
    const found: string[] = []
    const skip = (name: string) => name === 'node_modules' || name === '.git'
    for await (const path of glob(pattern, { cwd: folder, exclude: skip as never })) found.push(String(path))
    return found.sort()
  },
}
