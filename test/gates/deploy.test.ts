import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import { sessionOf, stage } from '../builders/session.ts'

const deploys = (...steps: string[]) =>
  `gatesheet: 1\nname: T\ndeploy:\n  after-migrate:\n${steps.map(step => `    - { ${step} }`).join('\n')}`

const outcomes = ({ checks }: Result) => checks.map(({ id, outcome }) => `${id} ${outcome}`)

it('takes its steps one after the other', async () => {
  const session = await sessionOf(
    deploys(
      'title: One, run: sleep 0.3; echo one >> log',
      'title: Two, run: "echo two-${sha} >> log"',
      'title: Three, run: printf three-%s $(wc -l < log), capture: { last: stdout }',
      'title: Four, run: "printf %s ${last} >> log"',
    ),
  )
  const result = await stage(session, 'deploy')
  expect(result).toMatchObject({ verdict: 'go', reasons: ['all-passed'] })
  expect(await readFile(join(session.folder, 'log'), 'utf8')).toBe(`one\ntwo-${session.commit}\nthree-2`)
})

it('stops at the first that fails; the rest is not reached, and says so', async () => {
  const session = await sessionOf(
    deploys('title: One, run: touch one', 'title: Two, run: "false"', 'title: Three, run: touch three'),
  )
  const result = await stage(session, 'deploy')
  expect(result).toMatchObject({ verdict: 'no-go', reasons: ['deploy-unproved'] })
  expect(outcomes(result)).toEqual(['one pass', 'two fail', 'three skipped'])
  expect(result.checks[2]?.message).toBe('not reached: “Two” came first')
  await expect(readFile(join(session.folder, 'three'))).rejects.toThrow('ENOENT')
})

it('a step that could not look proves nothing either', async () => {
  const result = await stage(
    await sessionOf(deploys('title: One, http: GET http://127.0.0.1:1/', 'title: Two, run: "true"')),
    'deploy',
  )
  expect(result).toMatchObject({ verdict: 'no-go', reasons: ['deploy-unproved'] })
  expect(outcomes(result)).toEqual(['one error', 'two skipped'])
})

it('waits for a person without going on', async () => {
  const text = deploys('title: Look, manual: Is it up?', 'title: Two, run: touch two')
  const result = await stage(await sessionOf(text), 'deploy')
  expect(result).toMatchObject({ verdict: 'hold', reasons: ['waiting-for-a-person'] })
  const attested = await stage(await sessionOf(text, { attestations: { look: 'ada' } }), 'deploy')
  expect(outcomes(attested)).toEqual(['look pass', 'two pass'])
})

it('an advisory step that fails does not stop it', async () => {
  const session = await sessionOf(
    deploys('title: One, run: "false", advisory: true', 'title: Two, run: "true"'),
  )
  const result = await stage(session, 'deploy')
  expect(result.verdict).toBe('go')
  expect(outcomes(result)).toEqual(['one fail', 'two pass'])
})

it('has a part before the migrations and one after them', async () => {
  const session = await sessionOf(`
gatesheet: 1
name: T
deploy:
  before-migrate: [{ title: Stop the worker, run: "true" }]
  after-migrate: [{ title: Start the API, run: "true" }]`)
  expect(outcomes(await stage(session, 'deploy-before-migrate'))).toEqual(['stop-the-worker pass'])
  expect(outcomes(await stage(session, 'deploy'))).toEqual(['start-the-api pass'])
})
