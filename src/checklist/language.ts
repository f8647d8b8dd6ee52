import type * as z from 'zod'
import type { CheckKind } from '../core/check.ts'
import type { Gate, StageName } from '../core/stage.ts'

/** What a checklist may hold, supplied by the registries of checks and gates. */
export interface Language {
  sections: ReadonlyMap<Gate, () => z.ZodType>
  kindOf(name: string): CheckKind
  /** Ids of what gates do themselves. */
  steps(stage: StageName): readonly string[]
  references(gate: Gate, section: unknown): SectionReference[]
}

/** A place in a section that names a check of a stage, or a whole stage. */
export interface SectionReference {
  to: string
  path: (string | number)[]
  /** The stages that it may name, where it means something only for some. */
  among?: readonly StageName[]
}
