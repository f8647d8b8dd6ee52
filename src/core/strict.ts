import * as z from 'zod'
import { suggestion } from './nearest.ts'
import { fillTemplate, namesIn } from './template.ts'
import { durationPattern, parseDuration } from './units.ts'

// A schema is used a few times in a run: compiling it to a function first would take longer than it saves.
z.config({ jitless: true })

/** An object that refuses unknown keys and names the nearest known one; one line of the message for each key. */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map(key => `unknown key \`${key}\`; ${suggestion(key, Object.keys(shape))}`).join('\n')
        : undefined,
  })

/** A duration such as `90s`, as milliseconds. */
export const duration = z
  .string()
  .regex(durationPattern, 'expected a duration such as `90s`, `5m`, `2h` or `14d`')
  .transform(text => parseDuration(text) ?? 0)
  .refine(ms => ms > 0, 'a duration must be longer than nothing')

/** A duration in milliseconds, or a template that comes to a duration; its defaults are judged at once. */
export const templatedDuration = z
  .string()
  .regex(/\$\{.*\}|^\d+(?:\.\d+)?(?:ms|s|m|h|d)$/, 'expected a duration such as `90s`, `5m`, `2h` or `14d`')
  .transform((given, context): number | string => {
    const filled =
      namesIn(given).length > 0 ? fillTemplate(given, () => undefined) : { text: given, missing: [] }
    if (filled.missing.length > 0) return given
    const parsed = duration.safeParse(filled.text)
    if (parsed.success) return namesIn(given).length > 0 ? given : parsed.data
    context.issues.push({
      code: 'custom',
      input: given,
      message: parsed.error.issues[0]?.message ?? 'no duration',
    })
    return z.NEVER
  })

/** A text that must say something. */
export const text = z.string().min(1, 'must not be empty')

/** One value or a list of them, as a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item).min(1)])
    .transform(given => (Array.isArray(given) ? given : [given]) as z.output<T>[])
