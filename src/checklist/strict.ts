import * as z from 'zod'
import { suggestion } from '../core/nearest.ts'
import { durationPattern, parseDuration } from '../core/units.ts'

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

/** A text that must say something. */
export const text = z.string().min(1, 'must not be empty')

/** One value or a list of them, as a list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item).min(1)])
    .transform(given => (Array.isArray(given) ? given : [given]) as z.output<T>[])
