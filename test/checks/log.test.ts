import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checked } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const log = `release 1111
Worker started
Traceback (most recent call last)
release 2222
  job_done 7
Worker started, listening
`

async function judged(rules: string, text = log, more = '') {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'worker.log'), text)
  return checked(`title: L\nlog: { of: { file: worker.log }, ${rules} }\n${more}`, { folder })
}

it.each([
  ['contains: Worker started', 'pass', /^found “Worker started, listening”$/],
  ['contains: [Worker started, job_done 7]', 'pass', /found “Worker started, listening” and “job_done 7”/],
  [
    'contains: [Worker started, job_done 8]',
    'fail',
    /“job_done 8” is not in the log \(worker\.log\); its last line: “Worker started, listening”/,
  ],
  ['contains: [job_done 8, job_done 9]', 'fail', /“job_done 8” and “job_done 9” are not in/],
  ['absent: Traceback', 'fail', /holds “Traceback \(most recent call last\)”/],
  ['absent: [Panic, Oops]', 'pass', /not found in 6 lines/],
  // What an earlier release wrote says nothing of this one.
  ['absent: Traceback, after: release 2222', 'pass', /not found in 2 lines/],
  ['absent: Traceback, after: release', 'pass', /not found in 2 lines/],
  ['contains: Worker started, after: release 1111', 'pass', /found/],
  [
    'contains: release 2222, after: release 2222',
    'fail',
    /is not in the log \(worker\.log\) after “release 2222”/,
  ],
  [
    'contains: Worker started, after: release 3333',
    'inconclusive',
    /after “release 3333” holds no lines, so it proves nothing/,
  ],
  ['absent: Traceback, after: listening', 'inconclusive', /holds no lines/],
])('{ %s }: %s', async (rules, outcome, message) => {
  const result = await judged(rules)
  expect(result.outcome).toBe(outcome)
  expect(result.message).toMatch(message)
})

it('proves nothing when it is empty', async () => {
  for (const text of ['', '\n\n']) {
    const result = await judged('absent: Traceback', text)
    expect(result).toMatchObject({ outcome: 'inconclusive', observed: 'no lines' })
  }
})

it('can be counted', async () => {
  expect((await judged('absent: Panic', log, 'expect: { lines: { at-least: 6 } }')).outcome).toBe('pass')
  const few = await judged('absent: Panic', log, 'expect: { lines: { at-least: 7 } }')
  expect(few).toMatchObject({ outcome: 'fail', message: 'lines is 6, expected at least 7' })
})

it('cannot be looked at when it is not there', async () => {
  for (const file of ['nowhere.log', '.']) {
    const result = await checked(`title: L\nlog: { of: { file: ${file} }, absent: x }`)
    expect(result.outcome).toBe('error')
    expect(result.message).toMatch(
      /there is no such file; check the path, or wait for the service with `until`/,
    )
  }
})

it('is read from its end when it is long', async () => {
  const line = `${'x'.repeat(99)}\n`
  const long = `first words\n${line.repeat(60_000)}last words\n`
  expect((await judged('contains: last words', long)).outcome).toBe('pass')
  expect((await judged('contains: first words', long)).outcome).toBe('fail')
})

it('is what a command prints, on both streams', async () => {
  const ask = (command: string, wanted: string) =>
    checked(`title: L\nlog: { of: { command: "${command}" }, contains: ${wanted} }`)
  expect((await ask('echo a; echo b >&2', 'a')).outcome).toBe('pass')
  expect((await ask('echo a; echo b >&2', 'b')).outcome).toBe('pass')
  const broken = await ask('echo no such service >&2; exit 4', 'a')
  expect(broken.outcome).toBe('error')
  expect(broken.message).toMatch(/ended with exit code 4: no such service$/)
})

it('is asked again until the line is there', async () => {
  const folder = await temporaryFolder()
  const write = (text: string) => writeFile(join(folder, 'worker.log'), text)
  setTimeout(() => void write('starting\n'), 100)
  setTimeout(() => void write('starting\nlistening\n'), 300)
  const result = await checked(
    'title: L\nlog: { of: { file: worker.log }, contains: listening }\nuntil: 20s\nevery: 50ms',
    { folder },
  )
  expect(result.outcome).toBe('pass')
  expect(result.attempts).toBeGreaterThan(2)
})
