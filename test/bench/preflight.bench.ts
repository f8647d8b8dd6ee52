import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { bareEnvironment } from '../acceptance/child.ts'
import { runAction } from './action.ts'
import { compare, runProgram } from './compare.ts'

const count = 30
const delayMs = 30

/** In a thread of its own: the contestants block this one. */
const server = `
const { createServer } = require('node:http')
const { parentPort } = require('node:worker_threads')
const server = createServer((request, response) => {
  setTimeout(() => response.end(JSON.stringify({ status: 'ok' })), ${delayMs})
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

/** Thirty addresses that answer after 30 ms: asked one after the other by hand, side by side by the gate. */
export async function benchPreflight(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const worker = new Worker(server, { eval: true })
  const port = await new Promise<number>(resolve => worker.once('message', resolve))
  const urls = Array.from({ length: count }, (_, index) => `http://127.0.0.1:${port}/health/${index}`)
  const items = urls.map(
    url => `  - { title: "${url}", http: "GET ${url}", expect: { json.status: { equals: ok } } }`,
  )
  await writeFile(
    join(folder, 'checklist.yml'),
    `gatesheet: 1\nname: Thirty\npreflight:\n${items.join('\n')}\n`,
  )
  const script = urls.map(url => `curl --fail --silent --show-error '${url}' | grep -q '"ok"'`).join(' && ')
  await compare({
    title: `Preflight with ${count} http checks of ${delayMs} ms`,
    rounds: 11,
    contestants: [
      {
        name: 'curl | grep, one after the other',
        run: () => void runProgram('sh', ['-c', script], { env: bareEnvironment() }),
      },
      { name: 'preflight gate', run: () => runAction('preflight', { folder }) },
    ],
  })
  await worker.terminate()
  await rm(folder, { recursive: true })
}
