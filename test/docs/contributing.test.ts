import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkSchemas } from '../../src/checklist/check-item.ts'
import type { CheckKind } from '../../src/core/check.ts'

const root = join(import.meta.dirname, '..', '..')
// Inside the tree, so that the packages that the snippet's imports need are found.
const folder = await mkdtemp(join(import.meta.dirname, 'snippet-'))
afterAll(() => rm(folder, { recursive: true }))

it('CONTRIBUTING shows a kind of check that works', async () => {
  const document = await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')
  const snippet = /```ts\n([\s\S]*?)```/.exec(document)?.[1]?.replace(/^ {3}/gm, '') ?? ''
  const source = snippet
    .replaceAll("'../core/", `'${root}/src/core/`)
    .replaceAll("'./", `'${root}/src/checks/`)
  await writeFile(join(folder, 'dns.ts'), source)
  const { dns } = (await import(join(folder, 'dns.ts'))) as { dns: CheckKind }

  const item = checkSchemas([dns]).check.parse(parse(dns.example))
  expect(dns.words(item.spec).text).toContain('`api.example.com`')
  const asked: string[] = []
  const ports = {
    shell: async ({ command }: { command: string }) => {
      asked.push(command)
      return { exitCode: 0, signal: null, stdout: '192.0.2.1 api.example.com\n', stderr: '' }
    },
  }
  const seen = await dns.observe(item.spec, { ports, signal: AbortSignal.timeout(1000) } as never)
  expect(asked).toEqual(['getent hosts api.example.com'])
  expect(dns.judge(item.spec, seen)).toMatchObject({ outcome: 'pass' })
  expect(dns.judge(item.spec, { addresses: [] })).toMatchObject({ outcome: 'fail' })
})
