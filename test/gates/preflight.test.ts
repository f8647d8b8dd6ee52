import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sessionOf, stage } from '../builders/session.ts'

const checklist = `
gatesheet: 1
name: Test
preflight:
  - { title: First, run: "for i in $(seq 100); do test -e second && exit 0; sleep 0.1; done; exit 1", timeout: 20s }
  - { title: Second, run: touch second }
observe:
  for: 1s
  every: 1s
  checks:
    - title: The queue does not grow
      run: cat depth
      baseline: json.depth
      expect: { json.depth: { at-most: "\${baseline}" } }
    - { title: No baseline here, run: "true" }
`

it('runs its checks side by side and records the baselines that the observation needs', async () => {
  const session = await sessionOf(checklist)
  await writeFile(join(session.folder, 'depth'), '{"depth": 7}')
  const result = await stage(session, 'preflight')
  expect(result.verdict).toBe('go')
  expect(result.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'first pass',
    'second pass',
    'baselines pass',
  ])
  expect(result.data.baselines).toEqual({ 'the-queue-does-not-grow': 7 })
  expect(result.checks.at(-1)?.message).toBe('the-queue-does-not-grow 7')

  await writeFile(join(session.folder, 'depth'), '{"depth": 8}')
  const grown = await stage(session, 'observe')
  expect(grown.verdict).toBe('no-go')
  expect(grown.checks[0]?.message).toMatch(/json\.depth is 8, expected at most 7/)
  await writeFile(join(session.folder, 'depth'), '{"depth": 7}')
  expect((await stage(session, 'observe')).verdict).toBe('go')
})

it('says what could not be measured, and goes on; the check that needs it cannot pass then', async () => {
  const session = await sessionOf(checklist)
  const result = await stage(session, 'preflight')
  expect(result).toMatchObject({ verdict: 'go', data: { baselines: {} } })
  expect(result.checks.at(-1)?.message).toBe('not measured: The queue does not grow (nothing runs yet?)')
  await writeFile(join(session.folder, 'depth'), '{"depth": 0}')
  const observed = await stage(session, 'observe')
  expect(observed.verdict).toBe('no-go')
  expect(observed.checks[0]?.message).toMatch(/baseline has no value/)
})

it('one check that fails stops it, and says which', async () => {
  const session = await sessionOf(
    'gatesheet: 1\nname: T\npreflight:\n  - { title: Good, run: "true" }\n  - { title: Bad, run: "false" }',
  )
  const result = await stage(session, 'preflight')
  expect(result).toMatchObject({ verdict: 'no-go', reasons: ['check-failed'] })
  expect(result.message).toMatch(/^“Bad” failed: /)
  expect(result.data).toEqual({})
})
