import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { parse } from 'yaml'
import * as z from 'zod'
import { shortDigest } from '../core/digest.ts'
import { UserError } from '../core/errors.ts'
import type { Approval } from '../core/result.ts'
import { stageOf } from '../core/stage.ts'
import type { Approver } from '../gates/definition.ts'

const givenSchema = z.array(
  z.strictObject({
    by: z.string().min(1),
    role: z.string().optional(),
    state: z.enum(['approved', 'rejected']).default('approved'),
    digest: z.string(),
    at: z.string().default(() => new Date().toISOString()),
    comment: z.string().optional(),
  }),
)

/** Approvals from a YAML or JSON file. @throws UserError when it is none */
export async function readApprovals(path: string): Promise<Approval[]> {
  const at = { file: path, line: 1, column: 1 }
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError([{ message: 'there is no such file of approvals', at }])
  })
  const parsed = givenSchema.safeParse(parse(text))
  if (parsed.success) return parsed.data.map(item => ({ ...item, via: 'given' as const }))
  throw new UserError(parsed.error.issues.map(issue => ({ message: issue.message, key: issue.path.join('.'), at })))
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
    const approve = (role?: string): Approval => ({ by: operator, state: 'approved', digest, at, via: 'given', comment: '--yes', ...(role ? { role } : {}) })
    return roles.length > 0 ? roles.map(role => approve(role)) : [approve()]
  },
  attest: async () => operator,
})

/** Asks at the terminal: the digest is typed, so that nobody approves by a stray Enter. */
export function terminalApprover(
  operator: string,
  streams: { input: NodeJS.ReadStream; output: NodeJS.WriteStream },
  signal: AbortSignal,
  print: (...lines: string[]) => void,
): Approver {
  const ask = async (question: string): Promise<string> => {
    print()
    const line = createInterface(streams)
    // In a line editor Ctrl-C does not reach the process.
    line.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    try {
      return (await line.question(question, { signal })).trim()
    } finally {
      line.close()
    }
  }
  return {
    operator,
    async approvals({ environment, commit, digest, readiness, roles }) {
      print(
        `Sign-off for ${environment}, commit ${commit.slice(0, 12)}:`,
        ...readiness.map(result => `  ${result.verdict.toUpperCase()} ${stageOf(result.stage).title}: ${result.message}`),
      )
      const answer = await ask(`Type ${shortDigest(digest)} to approve this evidence, or anything else to refuse: `)
      const approved = answer === shortDigest(digest)
      const role = approved && roles.length > 0 ? await ask(`Your role (${roles.join(', ')}): `) : ''
      return [
        {
          by: operator,
          state: approved ? 'approved' : 'rejected',
          digest,
          at: new Date().toISOString(),
          via: 'terminal',
          ...(role ? { role } : {}),
          ...(approved || answer === '' ? {} : { comment: answer }),
        },
      ]
    },
    attest: async (_, title) => ((await ask(`${title}: is this so? (yes/no) `)).toLowerCase().startsWith('y') ? operator : undefined),
  }
}
