import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { realPorts } from '../../src/adapters/ports.ts'
import { alembic, stateOf } from '../../src/migrations/alembic.ts'
import { migrationContext } from '../builders/migrations.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const linear = `9c8d7e6f5a4b -> 1b2c3d4e5f6a (head), add priority, and an index on it
3f2a1b0c9d8e -> 9c8d7e6f5a4b, rename (head) to first
<base> -> 3f2a1b0c9d8e, initial schema
`

const states = (history: string, current: string) =>
  stateOf(history, current).map(({ name, state }) => `${name} ${state}`)

describe('a history in one line', () => {
  it.each([
    ['', 'pending', 'pending', 'pending'],
    ['3f2a1b0c9d8e\n', 'applied', 'pending', 'pending'],
    ['9c8d7e6f5a4b\n', 'applied', 'applied', 'pending'],
    ['1b2c3d4e5f6a (head)\n', 'applied', 'applied', 'applied'],
  ])('at %j', (current, first, second, third) => {
    expect(states(linear, current)).toEqual([
      `3f2a1b0c9d8e ${first}`,
      `9c8d7e6f5a4b ${second}`,
      `1b2c3d4e5f6a ${third}`,
    ])
  })
})

it('a database at a revision that this commit does not have is no state to go on from', () => {
  expect(stateOf(linear, 'ffffffffffff\n')[0]).toEqual({
    name: 'ffffffffffff',
    state: 'missing-file',
    note: 'the database is at a revision that this commit does not have',
  })
  expect(states(linear, 'ffffffffffff\n').slice(1)).toEqual([
    '3f2a1b0c9d8e unknown',
    '9c8d7e6f5a4b unknown',
    '1b2c3d4e5f6a unknown',
  ])
})

it('two heads are no state to go on from', () => {
  const history = `aaa111 -> ccc333 (head), one\naaa111 -> bbb222 (head), other\n<base> -> aaa111 (branchpoint), initial\n`
  expect(states(history, 'aaa111 (branchpoint)\n')).toEqual([
    'aaa111 unknown',
    'bbb222 unknown',
    'ccc333 unknown',
  ])
  expect(stateOf(history, '')[0]?.note).toMatch(/merge the heads/)
})

it('a merged branch is applied only as far as the database has gone down it', () => {
  const history = `bbb222, ccc333 -> ddd444 (head) (mergepoint), merge
aaa111 -> ccc333, one
aaa111 -> bbb222, other
<base> -> aaa111 (branchpoint), initial
`
  expect(states(history, 'ccc333\n').sort()).toEqual([
    'aaa111 applied',
    'bbb222 pending',
    'ccc333 applied',
    'ddd444 pending',
  ])
  expect(states(history, 'bbb222\nccc333\n').filter(line => line.endsWith(' pending'))).toEqual([
    'ddd444 pending',
  ])
  expect(new Set(stateOf(history, 'ddd444 (head) (mergepoint)\n').map(item => item.state))).toEqual(
    new Set(['applied']),
  )
})

it('a revision with a label or that depends on another is not overlooked', () => {
  const history = `bbb222 (aaa111) -> ccc333 (billing) (head), needs the first\naaa111 -> bbb222, second\n<base> -> aaa111, initial\n`
  expect(states(history, 'bbb222\n')).toEqual(['aaa111 applied', 'bbb222 applied', 'ccc333 pending'])
})

/** A stand-in for the program; the real one is driven by test/acceptance/alembic.test.ts. */
async function project(upgrade: string): Promise<{ directory: string; env: Record<string, string> }> {
  const directory = await temporaryFolder()
  await mkdir(join(directory, 'bin'))
  await writeFile(join(directory, 'current'), '3f2a1b0c9d8e\n')
  await writeFile(join(directory, 'history'), linear)
  const program = `#!/bin/sh
echo "INFO  [alembic.runtime.migration] Context impl PostgresqlImpl." >&2
case "$*" in
  history | current) cat "$1" ;;
  "upgrade 3f2a1b0c9d8e:head --sql") echo "ALTER TABLE inbox ADD priority int;" ;;
  "upgrade head") ${upgrade} ;;
  *) echo "unknown: $*" >&2; exit 2 ;;
esac
`
  await writeFile(join(directory, 'bin', 'alembic'), program)
  await chmod(join(directory, 'bin', 'alembic'), 0o755)
  return { directory, env: { PATH: `${join(directory, 'bin')}:${process.env['PATH']}` } }
}

const pending = ['9c8d7e6f5a4b', '1b2c3d4e5f6a']

describe('its program', () => {
  it('is asked for the state and for the SQL from there on, and upgrades', async () => {
    const { directory, env } = await project("echo '1b2c3d4e5f6a (head)' > current")
    const context = migrationContext({ directory, ports: realPorts(env) })
    expect((await alembic.list(context))?.filter(item => item.state === 'pending')).toHaveLength(2)
    expect((await alembic.preview(context, pending))?.[0]?.sql).toContain('ADD priority')
    expect(await alembic.preview(context, [])).toEqual([])
    expect(await alembic.apply(context, pending)).toEqual({ applied: pending })
    expect((await alembic.list(context))?.every(item => item.state === 'applied')).toBe(true)
  })

  it('tells what it applied before it failed', async () => {
    const { directory, env } = await project(
      'echo 9c8d7e6f5a4b > current; echo "column exists already" >&2; exit 1',
    )
    const context = migrationContext({ directory, ports: realPorts(env) })
    expect(await alembic.apply(context, pending)).toEqual({
      applied: ['9c8d7e6f5a4b'],
      failed: {
        name: 'alembic upgrade head',
        message: expect.stringMatching(/upgrade head: ended with exit code 1: .*column exists already/),
      },
    })
  })

  it('is missed by name', async () => {
    const context = migrationContext({ directory: await temporaryFolder() })
    const nowhere = { ...context, ports: realPorts({ PATH: '/nowhere' }) }
    await expect(alembic.list(nowhere)).rejects.toThrow(/alembic (history|current): .*not found/)
  })
})
