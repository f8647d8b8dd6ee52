import * as z from 'zod'

type Json = {
  type?: string | string[]
  description?: string
  enum?: unknown[]
  const?: unknown
  pattern?: string
  anyOf?: Json[]
  oneOf?: Json[]
  items?: Json
  properties?: Record<string, Json>
  required?: string[]
  additionalProperties?: Json | boolean
  propertyNames?: Json
  $ref?: string
  id?: string
}

/** One key of a section, for a table of the reference. */
export interface KeyRow {
  /** Dotted: `env.NAME.min-length`. */
  key: string
  type: string
  required: boolean
  description: string
}

/** The keys that a schema allows, nested ones below their parent. Lists of checks are named, not written out. */
export function keysOf(schema: z.ZodType, checks: { check: z.ZodType; item: z.ZodType }): KeyRow[] {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const name =
        (zodSchema as unknown) === checks.check
          ? 'check'
          : (zodSchema as unknown) === checks.item
            ? 'check or flow'
            : undefined
      if (name) Object.assign(jsonSchema, { type: name })
    },
  }) as Json
  return rowsOf(json, '')
}

function rowsOf(json: Json, prefix: string): KeyRow[] {
  const objects = [json, ...(json.anyOf ?? [])].filter(
    form => form.properties || typeof form.additionalProperties === 'object',
  )
  return objects.flatMap(form => [
    ...Object.entries(form.properties ?? {}).flatMap(([name, inner]) => {
      const key = `${prefix}${name}`
      const row = {
        key,
        type: typeOf(inner),
        required: form.required?.includes(name) ?? false,
        description: inner.description ?? '',
      }
      return [row, ...rowsOf(inner, `${key}.`), ...rowsOf(inner.items ?? {}, `${key}[].`)]
    }),
    ...(typeof form.additionalProperties === 'object'
      ? rowsOf(form.additionalProperties, `${prefix}NAME.`)
      : []),
  ])
}

/** A type in a few words. */
function typeOf(json: Json): string {
  if (json.$ref) return json.$ref.split('/').at(-1) ?? ''
  if (json.const !== undefined) return `\`${String(json.const)}\``
  if (json.enum) return json.enum.map(item => `\`${String(item)}\``).join(', ')
  const forms = json.anyOf ?? json.oneOf
  if (forms) return [...new Set(forms.map(typeOf))].join(' or ')
  if (json.type === 'array') return `list of ${typeOf(json.items ?? {})}`
  if (json.type === 'object') return 'map'
  if (json.type === 'string' && json.pattern?.includes('ms|s|m|h|d')) return 'duration'
  return String(json.type ?? 'any value')
    .replace('null', 'nothing')
    .replace('string', 'text')
}
