import { createInterface } from 'node:readline/promises'
import { shortDigest } from '../core/digest.ts'
import { ProbeError } from '../core/errors.ts'
import { stageOf } from '../core/stage.ts'
import type { Approver } from '../gates/definition.ts'
import type { Live } from './live.ts'

/** Asks at the terminal: the digest is typed, so that nobody approves by a stray Enter. */
export function terminalApprover(
  operator: string,
  streams: { input: NodeJS.ReadStream; output: NodeJS.WriteStream },
  signal: AbortSignal,
  live: Pick<Live, 'print' | 'stop'>,
): Approver {
  const ask = async (question: string): Promise<string> => {
    live.stop()
    const line = createInterface(streams)
    // In a line editor Ctrl-C does not reach the process.
    line.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    try {
      return (await line.question(question, { signal })).trim()
    } catch (error) {
      throw signal.aborted ? new ProbeError('the question', 'was cancelled before anybody answered') : error
    } finally {
      line.close()
    }
  }
  return {
    operator,
    async approvals({ environment, commit, digest, readiness, roles }) {
      live.print(
        `Sign-off for ${environment}, commit ${commit.slice(0, 12)}:`,
        ...readiness.map(
          result => `  ${result.verdict.toUpperCase()} ${stageOf(result.stage).title}: ${result.message}`,
        ),
      )
      const answer = await ask(
        `Type ${shortDigest(digest)} to approve this evidence, or anything else to refuse: `,
      )
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
    attest: async (_, title) =>
      (await ask(`${title}: is this so? (yes/no) `)).toLowerCase().startsWith('y') ? operator : undefined,
  }
}
