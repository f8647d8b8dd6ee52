import { schemas } from '../checks/registry.ts'
import { defineGate } from './definition.ts'

export const smoke = defineGate({
  name: 'smoke',
  summary: 'Flows and checks side by side, the steps of a flow in order, its clean-up steps always.',
  section: () => schemas().list,
  steps: {},
  run: async (section, context) => ({ checks: await context.runList(section) }),
})
