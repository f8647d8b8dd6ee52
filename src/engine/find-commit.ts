import { UserError } from '../core/errors.ts'
import type { Ports } from '../core/ports.ts'

/** The commit that was given, the runner's, or HEAD of the working folder. @throws UserError when there is none */
export async function findCommit(
  given: string | undefined,
  at: { env: Ports['env']; cwd: string },
): Promise<string> {
  const known = given ?? at.env['GITHUB_SHA']
  if (known && /^[0-9a-f]{40}$/.test(known)) return known
  const [{ execFile }, { promisify }] = await Promise.all([import('node:child_process'), import('node:util')])
  try {
    const { stdout } = await promisify(execFile)(
      'git',
      ['rev-parse', '--verify', `${known || 'HEAD'}^{commit}`],
      { cwd: at.cwd },
    )
    return stdout.trim()
  } catch {
    throw new UserError([
      {
        message: known
          ? `there is no commit \`${known}\` here`
          : 'this folder is no git repository, so the commit is not known',
        cure: 'Give all 40 characters with `--commit`.',
      },
    ])
  }
}
