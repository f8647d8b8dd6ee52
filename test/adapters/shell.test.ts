import { expect, it } from 'vitest'
import { runShell } from '../../src/adapters/shell.ts'

const never = new AbortController().signal
const env = { PATH: process.env['PATH'] }
const run = (command: string, more: Record<string, string> = {}) =>
  runShell({ command, env: more }, never, env)

it('gives exit code, signal and both streams', async () => {
  expect(await run('echo out; echo err >&2; exit 3')).toEqual({
    exitCode: 3,
    signal: null,
    stdout: 'out\n',
    stderr: 'err\n',
  })
  expect(await run('kill -TERM $$')).toMatchObject({ exitCode: null, signal: 'SIGTERM' })
})

it('gives a command the environment and what is added to it, and nothing to read', async () => {
  const { stdout } = await run('echo "$A $B"; cat', { A: '1', B: '2' })
  expect(stdout).toBe('1 2\n')
})

it('keeps the last mebibyte of each stream, however much comes', async () => {
  const { stdout } = await run(
    'i=0; while [ $i -lt 6 ]; do head -c 1000000 /dev/zero | tr "\\0" x; i=$((i+1)); done; echo end',
  )
  expect(stdout.length).toBe(1024 * 1024)
  expect(stdout.endsWith('xend\n')).toBe(true)
})

it('does not wait for a child in the background that keeps the streams open', async () => {
  const began = performance.now()
  expect(await run('sleep 4 & echo started')).toMatchObject({ exitCode: 0, stdout: 'started\n' })
  expect(performance.now() - began).toBeLessThan(3500)
})

it('reads a character that comes in two pieces as one', async () => {
  expect((await run("printf '\\303'; sleep 0.1; printf '\\274'")).stdout).toBe('ü')
})
