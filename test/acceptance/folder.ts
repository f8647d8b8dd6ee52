import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file below a folder, as paths from it. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Everything that the text files below a folder say; dumps are left out. */
export async function textIn(folder: string): Promise<string> {
  const files = (await filesIn(folder)).filter(file => !file.endsWith('.dump'))
  const texts = await Promise.all(files.map(file => readFile(join(folder, file), 'utf8')))
  return texts.join('\n')
}
