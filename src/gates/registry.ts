import type { Gate } from '../core/stage.ts'
import { backup } from './backup.ts'
import type { GateDefinition } from './definition.ts'
import { deploy } from './deploy.ts'
import { migrate } from './migrate.ts'
import { observe } from './observe.ts'
import { preflight } from './preflight.ts'
import { rollback } from './rollback.ts'
import { rollbackCheck } from './rollback-check.ts'
import { signOff } from './sign-off.ts'
import { smoke } from './smoke.ts'

/** Every gate, in the order of a checklist. */
export const gateDefinitions: readonly GateDefinition[] = [
  preflight,
  backup,
  migrate,
  deploy,
  smoke,
  observe,
  rollbackCheck,
  rollback,
  signOff,
]

/** The definition of a gate. */
export function gateOf(name: Gate): GateDefinition {
  const gate = gateDefinitions.find(item => item.name === name)
  if (!gate) throw new Error(`no gate ${name}`)
  return gate
}
