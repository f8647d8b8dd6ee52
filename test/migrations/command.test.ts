import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command } from '../../src/migrations/command.ts'
import type { MigrationContext } from '../../src/migrations/tool.ts'
import { folderWith, migrationContext } from '../builders/migrations.ts'

const given = async (commands: MigrationContext['commands'], files: Record<string, string> = {}) =>
  migrationContext({ directory: await folderWith(files), commands })

const listed = async (list: string) => command.list(await given({ list }))

describe('its list', () => {
  it('is of names, which are pending, or of names with their states', async () => {
    expect(await listed(`echo '["001_a", {"name": "002_b", "state": "applied"}]'`)).toEqual([
      { name: '001_a', state: 'pending' },
      { name: '002_b', state: 'applied' },
    ])
    expect(await listed("echo '[]'")).toEqual([])
    expect(await listed(`echo '[{"name": "001", "state": "failed", "note": "by hand"}]'`)).toEqual([
      { name: '001', state: 'failed', note: 'by hand' },
    ])
  })

  it.each(['echo 001_a', 'true', `echo '{"pending": []}'`, `echo '[{"name": "001", "state": "done"}]'`])(
    'must be JSON: %s',
    async list => {
      await expect(listed(list)).rejects.toThrow(`${list}: must print a JSON array of names`)
    },
  )

  it('is not believed when the command fails, whatever it printed', async () => {
    await expect(listed("echo '[]'; echo 'no such host' >&2; exit 4")).rejects.toThrow(
      /ended with exit code 4: no such host$/,
    )
    await expect(listed('kill -9 $$')).rejects.toThrow(/was ended by SIGKILL: it printed nothing/)
  })

  it('is not needed', async () => {
    expect(await command.list(await given({}))).toBeUndefined()
    expect(await command.preview(await given({}), [])).toBeUndefined()
  })
})

it('shows what `preview` prints', async () => {
  const context = await given({ preview: 'cat up.sql' }, { 'up.sql': 'ALTER TABLE a ADD b int;\n' })
  expect(await command.preview(context, ['up'])).toEqual([
    { name: 'cat up.sql', sql: 'ALTER TABLE a ADD b int;\n' },
  ])
  expect(await command.preview(await given({ preview: 'echo' }), [])).toEqual([])
})

it('runs in its folder and is handed the database by its environment', async () => {
  const apply = 'printf "%s" "$DATABASE_URL" > got; tr "\\0" "\\n" < /proc/$$/cmdline > line'
  const context = { ...(await given({ apply })), database: 'postgresql://app:hush-hush@db/inbox' }
  expect(await command.apply(context, ['1'])).toEqual({ applied: ['1'] })
  expect(await readFile(join(context.directory, 'got'), 'utf8')).toBe(context.database)
  expect(await readFile(join(context.directory, 'line'), 'utf8')).not.toContain('hush-hush')
})

describe('when `apply` fails', () => {
  const failing = async (first: string, later: string, pending = ['1', '2', '3']) => {
    const context = await given(
      { list: 'cat state', apply: 'mv later state; echo "relation exists" >&2; exit 3' },
      { state: first, later },
    )
    return command.apply(context, pending)
  }

  it.each([
    ['names', '["2", "3"]', ['1'], '2'],
    ['no name, since all were applied', '[]', ['1', '2', '3'], 'mv later state'],
    [
      'names and states',
      '[{"name": "1", "state": "applied"}, {"name": "2", "state": "failed"}, "3"]',
      ['1'],
      '2',
    ],
  ])('it says what the list says then: %s', async (_, later, applied, failed) => {
    const done = await failing('["1", "2", "3"]', later)
    expect(done.applied).toEqual(applied)
    expect(done.failed?.name).toContain(failed)
    expect(done.failed?.message).toMatch(/ended with exit code 3: relation exists$/)
  })

  it('it claims nothing without a list', async () => {
    const done = await command.apply(await given({ apply: 'exit 1' }), ['1'])
    expect(done).toEqual({ applied: [], failed: { name: 'exit 1', message: expect.any(String) } })
  })
})

it('needs `apply`', async () => {
  await expect(command.apply(await given({}), [])).rejects.toThrow('the tool `command` needs `apply`')
})
