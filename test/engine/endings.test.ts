import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { within } from '../../src/engine/deadline.ts'
import { serveTcp } from '../builders/http.ts'
import { expectEnded, postgresServer } from '../builders/postgres.ts'
import { checked, type Given } from '../builders/session.ts'
import { running } from './processes.ts'

const postgres = postgresServer()

/** A number that no other process sleeps for. */
const nap = () => `${1000 + (randomBytes(4).readUInt32BE() % 8000)}.${randomBytes(3).readUIntBE(0, 3)}`

const stubborn = (seconds: string) =>
  `trap "" TERM; (trap "" TERM; sleep ${seconds}) & while true; do sleep ${seconds}; done`

/** Both ways that work is ended: its own limit, and a cancelled run. */
const endings: [string, string, () => Given, RegExp][] = [
  ['its limit', 'timeout: 400ms', () => ({}), /^W: gave no answer within 400 ms$/],
  [
    'a cancellation',
    'timeout: 5m',
    () => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(), 400)
      return { signal: controller.signal }
    },
    /^W: was cancelled/,
  ],
]

describe.each(endings)('at %s', (_, more, given, message) => {
  const expectStopped = async (item: string, extra: Given = {}) => {
    const result = await checked(`title: W\n${item}\n${more}`, { ...given(), ...extra })
    expect(result.outcome).toBe('error')
    expect(result.message).toMatch(message)
  }

  it('a command is ended with all that it started, whether it wants to or not', async () => {
    const all = [nap(), nap(), nap()] as const
    const commands = [
      `sleep ${all[0]}`,
      stubborn(all[1]),
      `(trap "" TERM; sleep ${all[2]}) & sleep ${all[2]}`,
    ]
    await Promise.all(commands.map(command => expectStopped(`run: ${JSON.stringify(command)}`)))
    expect(all.flatMap(running)).toEqual([])
  })

  it('a connection that never answers is closed', async () => {
    const { url, open } = await serveTcp(() => undefined)
    await expectStopped(`http: GET ${url}`)
    await expect.poll(open).toBe(0)
  })

  it('a query ends on the server', async () => {
    const url = await postgres.database()
    await expectStopped('sql: SELECT pg_sleep(90)\ndatabase: ${DATABASE_URL}\nexpect: { value: "" }', {
      env: { DATABASE_URL: url },
    })
    await expectEnded(postgres, 'pg_sleep(90)')
  })

  it('a database that accepts the connection and says nothing is left', async () => {
    const { port, open } = await serveTcp(() => undefined)
    await expectStopped(`sql: SELECT 1\ndatabase: postgresql://u:p@127.0.0.1:${port}/d\nexpect: { value: 1 }`)
    await expect.poll(open).toBe(0)
  })
})

it('begins nothing when the run is cancelled already', async () => {
  const signal = AbortSignal.abort()
  for (const item of ['run: touch begun', 'env: [PATH]', 'manual: Look.', 'files: { forbid: [x] }'])
    expect(await checked(`title: A\n${item}`, { signal })).toMatchObject({
      outcome: 'error',
      message: 'A: was cancelled',
    })
})

it('keeps what a command said before it was ended out of the way of the reason', async () => {
  const result = await checked('title: A\nrun: "echo working; sleep 60"\ntimeout: 300ms')
  expect(result.message).toBe('A: gave no answer within 300 ms')
})

it('ends a background process with its command only when it is ended by force', async () => {
  const seconds = '0.35'
  const result = await checked(`title: A\nrun: "sleep ${seconds} & echo started"`)
  expect(result).toMatchObject({ outcome: 'pass', message: 'started' })
})

describe('work under a limit', () => {
  const never = new AbortController().signal
  it('gives its value', async () => {
    expect(await within(1000, never, 'X', async () => 5)).toBe(5)
  })
  it('keeps its own error', async () => {
    await expect(within(1000, never, 'X', async () => Promise.reject(new Error('own')))).rejects.toThrow(
      'own',
    )
  })
  it('is waited for when it needs a moment to end', async () => {
    let ended = false
    const work = (signal: AbortSignal) =>
      new Promise<void>((_, reject) => {
        signal.addEventListener('abort', () =>
          setTimeout(() => {
            ended = true
            reject(new Error('stopped'))
          }, 200),
        )
      })
    await expect(within(50, never, 'X', work)).rejects.toThrow('X: gave no answer within 50 ms')
    expect(ended).toBe(true)
  })
})
