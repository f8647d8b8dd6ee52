type Json = Record<string, unknown>

/**
 * What a value breaks in a JSON Schema, as `path: rule`. Knows the keywords that the generated schemas use, and
 * throws at any other, so that none is passed over.
 */
export function violations(schema: unknown, value: unknown, root = schema as Json, path = ''): string[] {
  if (schema === true) return []
  const rules = schema as Json
  return Object.entries(rules).flatMap(([keyword, given]) => {
    const rule = keywords[keyword]
    if (!rule) throw new Error(`the keyword ${keyword} is not known here`)
    const result = rule(
      given,
      value,
      (inner, part, at) => violations(inner, part, root, `${path}${at}`),
      rules,
      root,
    )
    return result === true
      ? []
      : result === false
        ? [`${path || '/'}: ${keyword} ${JSON.stringify(given)}`]
        : result
  })
}

type Inner = (schema: unknown, value: unknown, at: string) => string[]
// biome-ignore lint/suspicious/noExplicitAny: each keyword has a type of its own
type Rule = (given: any, value: unknown, inner: Inner, rules: Json, root: Json) => boolean | string[]

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const always = () => true
const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)
const unless = (applies: boolean, holds: () => boolean | string[]) => (applies ? holds() : true)

const keywords: Record<string, Rule> = {
  $schema: always,
  $defs: always,
  title: always,
  description: always,
  $ref: (ref: string, value, inner, _, root) =>
    inner((root['$defs'] as Json)[ref.replace('#/$defs/', '')], value, ''),
  type: (type: string | string[], value) =>
    [type].flat().some(one => typeOf(value) === one || (one === 'integer' && Number.isInteger(value))),
  const: (wanted: unknown, value) => wanted === value,
  enum: (wanted: unknown[], value) => wanted.includes(value),
  pattern: (pattern: string, value: unknown) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value),
  minLength: (least: number, value: unknown) => typeof value !== 'string' || value.length >= least,
  minimum: (least: number, value: unknown) => typeof value !== 'number' || value >= least,
  maximum: (most: number, value: unknown) => typeof value !== 'number' || value <= most,
  minItems: (least: number, value: unknown) => !Array.isArray(value) || value.length >= least,
  items: (schema: unknown, value: unknown, inner) =>
    unless(Array.isArray(value), () =>
      (value as unknown[]).flatMap((item, index) => inner(schema, item, `/${index}`)),
    ),
  required: (names: string[], value: unknown) =>
    !isObject(value) || names.every(name => Object.hasOwn(value, name)),
  properties: (schemas: Json, value: unknown, inner) =>
    unless(isObject(value), () =>
      Object.entries(schemas).flatMap(([name, schema]) =>
        Object.hasOwn(value as Json, name) ? inner(schema, (value as Json)[name], `/${name}`) : [],
      ),
    ),
  propertyNames: (schema: unknown, value: unknown, inner) =>
    unless(isObject(value), () =>
      Object.keys(value as Json).flatMap(name => inner(schema, name, `/${name}`)),
    ),
  additionalProperties: (schema: unknown, value: unknown, inner, rules) =>
    unless(isObject(value), () => {
      const known = Object.keys((rules['properties'] as Json | undefined) ?? {})
      return Object.entries(value as Json)
        .filter(([name]) => !known.includes(name))
        .flatMap(([name, item]) =>
          schema === false ? [`/${name}: is not known`] : inner(schema, item, `/${name}`),
        )
    }),
  anyOf: (schemas: unknown[], value, inner) => {
    const results = schemas.map(schema => inner(schema, value, ''))
    return (
      results.some(found => found.length === 0) || results.sort((a, b) => a.length - b.length)[0] || false
    )
  },
}
