import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checked } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

/** A folder with programs that print what they are given. */
async function programs(printed: Record<string, string>): Promise<Record<string, string>> {
  const folder = await temporaryFolder()
  for (const [name, text] of Object.entries(printed)) {
    await writeFile(join(folder, name), `#!/bin/sh\nprintf '%s\\n' '${text}'\n`)
    await chmod(join(folder, name), 0o755)
  }
  return { PATH: `${folder}:/usr/bin:/bin` }
}

it.each([
  ['pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)', '>=15', 'pass', /thing 15\.18\.0/],
  ['pg_dump (PostgreSQL) 14.9', '>=15', 'fail', /thing is 14\.9\.0, needs >=15\. Install it/],
  ['Docker version 27.0.3, build 7d4bcd8', '>=24 <28', 'pass', /27\.0\.3/],
  ['v24.1.0', '^24', 'pass', /24\.1\.0/],
  ['jq-1.6', '>=1.6', 'pass', /1\.6\.0/],
  ['usage: thing FILE', '>=1', 'inconclusive', /printed no version: “usage: thing FILE”/],
])('reads the version in %j for %s: %s', async (printed, range, outcome, message) => {
  const result = await checked(`title: T\ntools: { thing: "${range}" }`, {
    env: await programs({ thing: printed }),
  })
  expect(result.outcome).toBe(outcome)
  expect(result.message).toMatch(message)
})

it('names every program that is not there', async () => {
  const result = await checked('title: T\ntools: { git: , nosuch-1: , nosuch-2: ">=3" }')
  expect(result.outcome).toBe('fail')
  expect(result.message).toMatch(/nosuch-1 is not on the PATH; nosuch-2 is not on the PATH \(>=3 is needed\)/)
  expect(result.findings?.map(({ outcome }) => outcome)).toEqual(['pass', 'fail', 'fail'])
})

it('asks a program in its own way, on both streams', async () => {
  const env = await programs({ thing: 'version 3.2' })
  const own = await checked('title: T\ntools: { thing: { version: ">=7", command: "echo seven 7.1 >&2" } }', {
    env,
  })
  expect(own).toMatchObject({ outcome: 'pass', message: 'thing 7.1.0' })
})
