import type { CheckItem, Flow } from '../core/check.ts'
import type { Gate, StageName } from '../core/stage.ts'

/** A checklist, parsed and without faults. */
export interface Checklist {
  name: string
  /** As it was given on the command line. */
  file: string
  /** SHA-256 of the text. */
  digest: string
  environments: readonly string[]
  /** Values for templates, the same for all environments or one each. */
  vars: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  /** The sections that are there. What is in one is known to its gate. */
  sections: ReadonlyMap<Gate, unknown>
  /** How many checks run side by side. */
  concurrency: number
  description?: string | undefined
}

/** A check of a checklist, with the stage that runs it and the flow that it is a step of. */
export interface PlacedCheck {
  stage: StageName
  item: CheckItem
  flow?: Flow | undefined
}
