import { describe, it } from 'vitest'
import { changingStages } from '../../src/core/stage.ts'
import { faults } from '../../src/rehearsal/fault.ts'
import { expectToEndAsDocumented } from './rehearsal-fault.ts'

const after = faults.filter(({ ends }) => changingStages.includes(ends.at))

describe('a fault that is found after something was changed', () => {
  it.each(after)('$name ends as documented', fault => expectToEndAsDocumented(fault))
})
