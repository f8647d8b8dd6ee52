/** Where in a file something stands; line and column count from 1. */
export interface Location {
  file: string
  line: number
  column: number
}

export const formatLocation = (at: Location): string => `${at.file}:${at.line}:${at.column}`

/** One thing that the user has to put right, and how. */
export interface Problem {
  message: string
  /** What to do about it, as an instruction. */
  cure?: string | undefined
  /** The dotted path of the key that is wrong, e.g. `smoke[2].expect.status`. */
  key?: string | undefined
  at?: Location | undefined
}

export const formatProblem = (problem: Problem): string =>
  [
    problem.at ? `${formatLocation(problem.at)}: ` : '',
    problem.key ? `${problem.key}: ` : '',
    problem.message,
    problem.cure ? `\n  ${problem.cure}` : '',
  ].join('')

/** The user's input is wrong. Carries all problems at once; never shown with a stack trace. */
export class UserError extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'UserError'
    this.problems = problems
  }
}

/** A check could not look at its target: names the target and what was seen. */
export class ProbeError extends Error {
  readonly target: string
  constructor(target: string, seen: string, options?: ErrorOptions) {
    // A target may be a long command; what was seen must not be lost behind it.
    super(`${target.length > 200 ? `${target.slice(0, 200)}…` : target}: ${seen}`, options)
    this.name = 'ProbeError'
    this.target = target
  }
}

/** The text of anything that can be thrown, with the causes that say more than it does. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof AggregateError && error.errors.length > 0) {
    const parts = [...new Set(error.errors.map(messageOf))]
    return error.message ? `${error.message}: ${parts.join('; ')}` : parts.join('; ')
  }
  const cause = error.cause === undefined ? '' : messageOf(error.cause)
  return cause && !error.message.includes(cause) ? `${error.message}: ${cause}` : error.message || error.name
}
