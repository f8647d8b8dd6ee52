import type { Language } from '../checklist/language.ts'
import { kindOf } from '../checks/registry.ts'
import { gateDefinitions, gateOf } from './registry.ts'

/** The language of checklists, from the registries of checks and gates. */
export const language: Language = {
  sections: new Map(gateDefinitions.map(gate => [gate.name, gate.section])),
  kindOf,
  steps: stage => gateDefinitions.flatMap(gate => gate.steps[stage] ?? []),
  references: (gate, section) => gateOf(gate).references?.(section) ?? [],
}
