import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { checked } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

const source = {
  'backend/Dockerfile': 'FROM scratch',
  'src/a.ts': 'export const a = 1',
  'src/deep/b.ts': 'console.log(1)',
  'src/.hidden.ts': 'x',
  'node_modules/x/index.ts': 'console.log(2)',
  'packages/p/node_modules/y/index.ts': 'console.log(3)',
  '.env.production': 'A=1',
}

it.each([
  ['require: [backend/Dockerfile]', 'pass', /1 as they should be/],
  ['require: ["src/**/*.ts", backend]', 'pass', /2 as/],
  ['require: [backend/Dockerfile.worker]', 'fail', /backend\/Dockerfile\.worker is missing; add it/],
  ['forbid: [.env.staging]', 'pass', /1 as/],
  ['forbid: [".env.*"]', 'fail', /must not be there: \.env\.production/],
  [
    'forbid: [{ in: "src/**", text: console.log }]',
    'fail',
    /src\/\*\* with “console\.log” must not be there: src\/deep\/b\.ts/,
  ],
  ['forbid: [{ in: "**/*.ts", text: console.log }]', 'fail', /there: src\/deep\/b\.ts$/],
  ['forbid: [{ in: "src/*.ts", text: console.log }]', 'pass', /1 as/],
  // A pattern that finds no file has looked at nothing.
  ['forbid: [{ in: "source/**/*.ts", text: console.log }]', 'inconclusive', /source\/\*\*\/\*\.ts .*no file/],
])('{ %s }: %s', async (rules, outcome, message) => {
  const result = await checked(`title: F\nfiles: { ${rules} }`, { folder: await folderWith(source) })
  expect(result.outcome).toBe(outcome)
  expect(result.message).toMatch(message)
})

it('shows some of many files', async () => {
  const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`log/${index}.log`, '']))
  const result = await checked('title: F\nfiles: { forbid: ["log/*"] }', { folder: await folderWith(many) })
  expect(result.message).toMatch(/log\/0\.log, log\/1\.log, log\/2\.log and 2 more/)
})

it('reads large files whole, and absolute paths too', async () => {
  const text = `secret-word\n${'x'.repeat(2 * 1024 * 1024)}`
  const folder = await folderWith({ 'big.txt': text })
  const forbid = async (glob: string) =>
    (await checked(`title: F\nfiles: { forbid: [{ in: "${glob}", text: secret-word }] }`, { folder })).outcome
  expect(await forbid('*.txt')).toBe('fail')
  expect(await forbid(join(folder, '*.txt'))).toBe('fail')
})

it('passes over a link to nowhere', async () => {
  const folder = await folderWith({ 'src/a.ts': 'x' })
  await symlink('/nowhere/at/all', join(folder, 'src/b.ts'))
  const result = await checked('title: F\nfiles: { forbid: [{ in: "src/*", text: y }] }', { folder })
  expect(result.outcome).toBe('pass')
})
