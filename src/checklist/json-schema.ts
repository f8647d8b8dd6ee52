import * as z from 'zod'
import type { CheckKind } from '../core/check.ts'
import { flowSchema, kindSchema } from './check-item.ts'
import type { Language } from './language.ts'
import { headShape } from './parse.ts'

type Json = Record<string, unknown>

/**
 * The JSON Schema (draft 2020-12) of a checklist, for editors. Checks are written out kind by kind, because their
 * parser chooses the kind by its key and so hides the forms from the generator.
 */
export function checklistJsonSchema(
  language: Language,
  kinds: readonly CheckKind[],
  schemas: { check: z.ZodType; item: z.ZodType },
): Json {
  const defs: Json = {}
  const convert = (schema: z.ZodType): Json => {
    const {
      $defs,
      $schema: _,
      ...json
    } = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const ref =
          (zodSchema as unknown) === schemas.check
            ? 'check'
            : (zodSchema as unknown) === schemas.item
              ? 'check-or-flow'
              : undefined
        if (ref) Object.assign(jsonSchema, { $ref: `#/$defs/${ref}` })
      },
    }) as Json & { $defs?: Json }
    Object.assign(defs, $defs)
    return json
  }
  for (const kind of kinds)
    defs[`check-${kind.name}`] = { ...convert(kindSchema(kind)), description: kind.summary }
  const check = { anyOf: kinds.map(kind => ({ $ref: `#/$defs/check-${kind.name}` })) }
  const list = { type: 'array', minItems: 1, items: { $ref: '#/$defs/check' } }
  const flow = convert(flowSchema()) as Json & { properties: Json }
  Object.assign(flow.properties, { steps: list, always: list })
  Object.assign(defs, {
    check,
    flow,
    'check-or-flow': { anyOf: [{ $ref: '#/$defs/check' }, { $ref: '#/$defs/flow' }] },
  })
  const sections = Object.fromEntries(
    [...language.sections].map(([gate, schema]) => [gate, convert(schema())]),
  )
  const head = convert(z.strictObject(headShape())) as Json & { properties: Json }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Gatesheet checklist',
    ...head,
    properties: { ...head.properties, ...sections },
    $defs: defs,
  }
}
