import { parse } from 'yaml'
import * as z from 'zod'
import { messageOf, UserError } from '../core/errors.ts'
import { once } from '../core/once.ts'
import type { Approval } from '../core/result.ts'
import type { Approver } from '../gates/definition.ts'

const givenSchema = once(() =>
  z.array(
    z.strictObject({
      by: z.string().min(1),
      role: z.string().optional(),
      state: z.enum(['approved', 'rejected']).default('approved'),
      digest: z.string(),
      at: z.string().default(() => new Date().toISOString()),
      comment: z.string().optional(),
    }),
  ),
)

/** Approvals from a YAML or JSON text. @throws UserError when they are none */
export function parseApprovals(text: string, file: string): Approval[] {
  const at = { file, line: 1, column: 1 }
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    throw new UserError([{ message: messageOf(error), at }])
  }
  const parsed = givenSchema().safeParse(value)
  if (parsed.success) return parsed.data.map(item => ({ ...item, via: 'given' as const }))
  throw new UserError(
    parsed.error.issues.map(issue => ({ message: issue.message, key: issue.path.join('.'), at })),
  )
}

/** Approvals that were given beforehand; nobody is asked. */
export const givenApprover = (operator: string, approvals: readonly Approval[]): Approver => ({
  operator,
  approvals: async () => [...approvals],
  attest: async () => undefined,
})

/** The operator approves and attests everything that is asked: for scripts and rehearsals. */
export const yesApprover = (operator: string): Approver => ({
  operator,
  approvals: async ({ digest, roles }) => {
    const at = new Date().toISOString()
    const approve = (role?: string): Approval => ({
      by: operator,
      state: 'approved',
      digest,
      at,
      via: 'given',
      comment: '--yes',
      ...(role ? { role } : {}),
    })
    return roles.length > 0 ? roles.map(role => approve(role)) : [approve()]
  },
  attest: async () => operator,
})
