import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** Programs that a single suite needs, beside npm's packages and PostgreSQL's programs. Without one, it is left out. */
export const optionalPrograms = {
  actionlint: 'contract/actionlint.test.ts',
  alembic: 'acceptance/alembic.test.ts',
  chromium: 'acceptance/browser.test.ts',
} as const

/** Whether a program is on the PATH. */
export function has(program: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Set-up of every test run: names the suites of this run that are left out. */
export default function nameLeftOut(project: TestProject): () => void {
  return () => {
    for (const [program, suite] of Object.entries(optionalPrograms))
      if (project.matchesTestGlob(join(import.meta.dirname, suite)) && !has(program))
        console.log(`Left out: test/${suite}, because ${program} is not on the PATH.`)
  }
}
