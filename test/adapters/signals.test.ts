import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const module = join(import.meta.dirname, '../../src/adapters/signals.ts')
/** Waits for its cancellation, then needs so long to write its evidence. */
const program = (ms: number) => `
import { cancelOnSignals } from ${JSON.stringify(module)}
const { signal, exitCode } = cancelOnSignals(text => console.log(text.trim()))
const alive = setInterval(() => {}, 1000)
signal.addEventListener('abort', () => setTimeout(() => {
  clearInterval(alive)
  console.log('evidence written')
  process.exitCode = exitCode()
}, ${ms}))
console.log('ready')
`

async function signalled(ms: number, ...signals: NodeJS.Signals[]) {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program(ms)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const waiting = [...signals]
  child.stdout.on('data', chunk => {
    output += chunk
    const next = waiting.shift()
    if (next) child.kill(next)
  })
  const [code] = await once(child, 'close')
  return { code, output }
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s lets the run write its evidence and ends with %i', async (name, expected) => {
  const { code, output } = await signalled(200, name)
  expect(code).toBe(expected)
  expect(output).toMatch(/Cancelling: .*\nevidence written/)
})

it('a second one ends the process at once', async () => {
  const { code, output } = await signalled(20_000, 'SIGINT', 'SIGTERM')
  expect(code).toBe(143)
  expect(output).not.toContain('evidence written')
})
