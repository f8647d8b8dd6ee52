import { expect } from 'vitest'
import { isIntact } from '../../src/core/result.ts'
import type { Fault } from '../../src/rehearsal/fault.ts'
import { filesIn } from './folder.ts'
import { evidenceIn, makePlace, rehearse } from './rehearsals.ts'
import { leftWithin, watchTraces } from './traces.ts'

const applied = (names: string) => new RegExp(`Migrations applied, and still there: ${names}\\.`)
const both = '0002_\\w+\\.sql, 0003_\\w+\\.sql'

/** How the sentences of a fault's documented state are told to people. */
const told: Readonly<Record<string, readonly RegExp[]>> = {
  'nothing was changed': [/Nothing was changed: the release and the schema are as before\./],
  'there is no backup and no partial file': [/This run has no backup, and left no partial file\./],
  'a backup exists': [/A backup of \S+ is at \S+\.dump \(sha256 [0-9a-f]{12}…\)\./],
  'the previous release runs on the schema after 0002': [
    /The previous release [0-9a-f]{12} runs again, and passed its checks after the rollback\./,
    /Migrations applied, and still there: 0002_\w+\.sql\. 0003_\w+\.sql failed and left nothing behind/,
  ],
  'the previous release runs on the new schema': [
    /The previous release [0-9a-f]{12} runs again, and passed its checks after the rollback\./,
    applied(both),
  ],
}

/** Rehearses with a fault and holds what comes to what the fault documents. */
export async function expectToEndAsDocumented({ name, ends }: Fault): Promise<void> {
  await using place = await makePlace()
  const traces = watchTraces(place)
  const { code, stdout, stderr } = await rehearse(place, '--yes', '--fault', name)
  expect(code, stdout + stderr).toBe(ends.exitCode)
  expect(stderr).toBe('')
  traces.stop()
  expect(await leftWithin(traces, 0)).toEqual([])

  const [staging, production] = [await evidenceIn(place, 'staging'), await evidenceIn(place, 'production')]
  expect([...staging, ...production].every(isIntact)).toBe(true)
  expect(staging.filter(({ verdict }) => verdict !== 'go').map(({ stage }) => stage)).toEqual([])
  const deciding = production.find(({ verdict }) => verdict !== 'go')
  expect([deciding?.stage, deciding?.verdict]).toEqual([ends.at, ends.verdict])
  const rollback = production.find(({ stage }) => stage === 'rollback')
  expect(rollback?.reasons.includes('rolled-back') ?? false).toBe(ends.rolledBack)

  const [, state = '', next = ''] = /State of production\n([\s\S]*?)\nNext\n([\s\S]*?)\n\n/.exec(stdout) ?? []
  const sentences = ends.state.split('; ')
  expect(sentences.filter(sentence => !told[sentence])).toEqual([])
  for (const pattern of sentences.flatMap(sentence => told[sentence] ?? [])) expect(state).toMatch(pattern)
  expect(next.trim()).toMatch(/^\S.{20,}/)
  expect(next).not.toContain('the rollout is complete')

  const files = await filesIn(place.report)
  expect(files.filter(file => file.endsWith('.part'))).toEqual([])
  expect(files).toContain('report.html')
  const hasBackup = !['preflight', 'backup'].includes(ends.at)
  expect(files.filter(file => /^backups\/production_.*\.dump$/.test(file))).toHaveLength(hasBackup ? 1 : 0)
}
