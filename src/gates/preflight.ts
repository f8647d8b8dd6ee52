import { schemas } from '../checks/registry.ts'
import type { CheckItem } from '../core/check.ts'
import { defineGate } from './definition.ts'
import type { ObserveSection } from './observe.ts'

export const preflight = defineGate({
  name: 'preflight',
  summary: 'Every check side by side; records the baselines that the observation compares with.',
  section: () => schemas().list,
  steps: { preflight: ['baselines'] },

  async run(section, context) {
    const measured = context.section<ObserveSection>('observe')?.checks.filter(check => check.baseline) ?? []
    const [checks, baselines] = await Promise.all([context.runList(section), measure(measured)])
    return baselines
      ? { checks: [...checks, baselines.result], data: { baselines: baselines.values } }
      : { checks }

    async function measure(items: readonly CheckItem[]) {
      if (items.length === 0) return undefined
      const values: Record<string, unknown> = {}
      const result = await context.step(
        'baselines',
        'Baselines before the rollout are recorded',
        async () => {
          await Promise.all(
            items.map(async item => {
              const value = await context.measure(item)
              if (value !== undefined) values[item.id] = value
            }),
          )
          const missing = items.filter(item => !(item.id in values))
          const listed = Object.entries(values).map(([id, value]) => `${id} ${String(value)}`)
          return {
            // Before a first rollout there is nothing to measure, and the checks that need a baseline will say so.
            outcome: 'pass',
            message:
              missing.length > 0
                ? `not measured: ${missing.map(item => item.title).join(', ')} (nothing runs yet?)`
                : listed.join(', '),
          }
        },
      )
      return { result, values }
    }
  },
})
