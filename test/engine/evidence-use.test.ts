import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { yesApprover } from '../../src/engine/approver.ts'
import { type Given, sessionOf, stage } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const text = `gatesheet: 1
name: T
preflight: [{ title: P, run: echo fine }]
smoke: [{ title: S, run: "echo \${previous.sha}" }]
rollback-check:
  previous: { title: Previous, run: echo v7, capture: { release: stdout } }
  triggers: [{ title: T, when: smoke }]
sign-off: { record: [smoke] }
`
const other = 'b'.repeat(40)
const path = (folder: string) => join(folder, '.gatesheet/staging/01-preflight.json')

async function afterReadiness() {
  const folder = await temporaryFolder()
  const open = (given: Given = {}) => sessionOf(text, { folder, approver: yesApprover('ada'), ...given })
  await stage(await open(), 'preflight')
  await stage(await open(), 'rollback-check-before')
  return { folder, open }
}

it('of this commit is what later stages and runs build on', async () => {
  const { open } = await afterReadiness()
  expect(await stage(await open(), 'sign-off')).toMatchObject({ verdict: 'go' })
  const smoke = await stage(await open(), 'smoke')
  expect(smoke.checks[0]?.message).toBe('v7')
})

it('of another commit is as good as none', async () => {
  const { open } = await afterReadiness()
  const signOff = await stage(await open({ commit: other }), 'sign-off')
  expect(signOff).toMatchObject({ verdict: 'no-go', reasons: ['stage-missing'] })
  expect(signOff.message).toMatch(/no evidence of preflight, rollback-check-before; run that first/)
  const smoke = await stage(await open({ commit: other }), 'smoke')
  expect(smoke.checks[0]).toMatchObject({
    outcome: 'error',
    message: expect.stringMatching(/^previous\.sha has no value/),
  })
  const record = await stage(await open({ commit: 'c'.repeat(40) }), 'record')
  expect(record.data.record?.[0]?.value).toBe('no (not reached)')
})

it('that somebody changed stops the run, and names the file', async () => {
  const { folder, open } = await afterReadiness()
  const session = await open()
  writeFileSync(path(folder), readFileSync(path(folder), 'utf8').replace('fine', 'good'))
  await expect(stage(session, 'sign-off')).rejects.toThrow(
    /01-preflight\.json:1:1: this evidence was changed after it was written/,
  )
})

it('is approved by its digest: an approval of what was found before is void', async () => {
  const { folder, open } = await afterReadiness()
  const first = await stage(await open(), 'sign-off')
  const { approvals = [], approvedDigest } = first.data
  expect(approvals[0]?.digest).toBe(approvedDigest)
  const approver = { operator: 'ada', approvals: async () => approvals, attest: async () => undefined }
  expect(await stage(await open({ approver }), 'sign-off')).toMatchObject({ verdict: 'go' })

  await stage(await sessionOf(text, { folder }), 'preflight')
  await stage(await open(), 'rollback-check-before')
  expect(await stage(await open({ approver }), 'sign-off')).toMatchObject({
    verdict: 'hold',
    reasons: ['approval-void'],
  })
})
