import { type Problem, UserError } from '../core/errors.ts'
import { suggestion } from '../core/nearest.ts'
import type { Approval } from '../core/result.ts'
import { type Gate, gates } from '../core/stage.ts'
import { parseApprovals } from '../engine/approver.ts'

/** The inputs of an action, by name; absent when empty. */
export type Given = Readonly<Record<string, string | undefined>>

/** What the inputs ask for, as far as it can be told without looking at a file. */
export interface Asked {
  gate: Gate | 'all'
  checklist: string
  environment: string
  approvals: Approval[]
  attestations: Record<string, string>
}

/** Reads the inputs of an action. @throws UserError with everything that is wrong in them */
export function readInputs(own: Gate | undefined, given: Given): Asked {
  const problems: Problem[] = []
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push(...error.problems)
      return otherwise
    }
  }
  const asked: Asked = {
    gate: own ?? attempt(() => gateNamed(given['gate']), 'all'),
    checklist: attempt(() => required('checklist', given['checklist']), ''),
    environment: attempt(() => required('environment', given['environment']), ''),
    approvals: attempt(() => parseApprovals(given['approvals'] ?? '[]', 'the input approvals'), []),
    attestations: attempt(() => parseAttestations(given['attest'] ?? ''), {}),
  }
  if (problems.length > 0) throw new UserError(problems)
  return asked
}

function required(key: string, value: string | undefined): string {
  if (value === undefined) throw new UserError([{ key, message: 'this input is required' }])
  return value
}

function gateNamed(name: string | undefined): Gate | 'all' {
  const wanted = required('gate', name)
  const known = [...gates, 'all'] as const
  const gate = known.find(item => item === wanted)
  if (!gate)
    throw new UserError([
      { key: 'gate', message: `there is no gate \`${wanted}\`; ${suggestion(wanted, known)}` },
    ])
  return gate
}

function parseAttestations(text: string): Record<string, string> {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const pairs = lines.map(line => /^([^=]+)=(.+)$/.exec(line))
  const wrong = lines.filter((_, index) => !pairs[index])
  if (wrong.length > 0)
    throw new UserError(
      wrong.map(line => ({ key: 'attest', message: `\`${line}\` is not written as id=who` })),
    )
  return Object.fromEntries(pairs.flatMap(pair => (pair ? [[pair[1]?.trim(), pair[2]?.trim()]] : [])))
}
