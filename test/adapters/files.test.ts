import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { globFiles, readTail } from '../../src/adapters/files.ts'
import { temporaryFolder } from '../builders/temporary.ts'

it('reads a file, or its end when it is longer than asked for', async () => {
  const path = join(await temporaryFolder(), 'a.log')
  await writeFile(path, '0123456789')
  expect(await readTail(path, 100)).toBe('0123456789')
  expect(await readTail(path, 4)).toBe('6789')
  await writeFile(path, '')
  expect(await readTail(path, 4)).toBe('')
})

it('has nothing to read where no file is', async () => {
  const folder = await temporaryFolder()
  expect(await readTail(join(folder, 'none'), 10)).toBeUndefined()
  expect(await readTail(folder, 10)).toBeUndefined()
})

it('finds files by their pattern, sorted, and none of installed packages', async () => {
  const folder = await temporaryFolder()
  for (const path of [
    'b/x.ts',
    'a.ts',
    'node_modules/p/y.ts',
    'b/node_modules/q/z.ts',
    '.git/w.ts',
    '.hidden.ts',
  ]) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), '')
  }
  expect(await globFiles('**/*.ts', folder)).toEqual(['a.ts', 'b/x.ts'])
  expect(await globFiles('.*.ts', folder)).toEqual(['.hidden.ts'])
  expect(await globFiles('*.js', folder)).toEqual([])
})
