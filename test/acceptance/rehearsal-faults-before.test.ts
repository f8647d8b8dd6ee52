import { describe, expect, it } from 'vitest'
import { changingStages } from '../../src/core/stage.ts'
import { faults } from '../../src/rehearsal/fault.ts'
import { bareEnvironment, root, startNode } from './child.ts'
import { expectToEndAsDocumented } from './rehearsal-fault.ts'

const before = faults.filter(({ ends }) => !changingStages.includes(ends.at))

describe('a fault that is found before anything is changed', () => {
  it.each(before)('$name ends as documented', fault => expectToEndAsDocumented(fault))
})

describe('the list of faults', () => {
  it('names all nine, with how they end', async () => {
    const setting = { cwd: root, env: bareEnvironment() }
    const { code, stdout } = await startNode('src/rehearsal/main.ts', ['--list-faults'], setting).ended
    expect(code).toBe(0)
    expect(faults).toHaveLength(9)
    expect(before).toHaveLength(4)
    for (const { name, title, ends } of faults)
      expect(stdout).toMatch(
        new RegExp(
          `^${name} +${title}\\n +ends with ${ends.verdict} at ${ends.at}, exit code ${ends.exitCode}: ${ends.state}$`,
          'm',
        ),
      )
  })

  it('is suggested for a name that is none', async () => {
    const setting = { cwd: root, env: bareEnvironment() }
    const { code, stderr } = await startNode('src/rehearsal/main.ts', ['--fault', 'no-aproval'], setting)
      .ended
    expect(code).not.toBe(0)
    expect(stderr).toContain('no-approval')
  })
})
