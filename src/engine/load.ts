import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Checklist } from '../checklist/checklist.ts'
import { parseChecklist } from '../checklist/parse.ts'
import { type Problem, UserError } from '../core/errors.ts'
import { suggestion } from '../core/nearest.ts'
import { language } from '../gates/language.ts'

/** Reads a checklist file; all of its problems, or the checklist. */
export async function readChecklist(
  file: string,
  cwd: string,
): Promise<{ checklist?: Checklist; problems: Problem[] }> {
  const at = { file, line: 1, column: 1 }
  let text: string
  try {
    text = await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    const code = (error as { code?: string }).code
    const message =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'this is a folder'
          : `cannot be read (${code})`
    return { problems: [{ message, cure: 'Give the path of a checklist.', at }] }
  }
  return parseChecklist(text, file, language)
}

/** The same, when nothing can be done without a good checklist. @throws UserError with every problem */
export async function loadChecklist(file: string, cwd: string): Promise<Checklist> {
  const { checklist, problems } = await readChecklist(file, cwd)
  if (!checklist) throw new UserError(problems)
  return checklist
}

/** @throws UserError when the checklist does not know the environment */
export function checkEnvironment(checklist: Checklist, environment: string): void {
  if (!checklist.environments.includes(environment))
    throw new UserError([
      {
        message: `${checklist.file} has no environment \`${environment}\`; ${suggestion(environment, checklist.environments)}`,
      },
    ])
}
