import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '../../src/core/result.ts'
import { bareEnvironment, type Ended, root, type Started, startNode } from './child.ts'
import { filesIn } from './folder.ts'

/** A folder for a report and for temporary files, so that what a rehearsal leaves behind can be seen. */
export interface Place extends AsyncDisposable {
  report: string
  temporary: string
}

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'place-'))
  const temporary = await mkdtemp(join(tmpdir(), 'left-'))
  // Where root rehearses, PostgreSQL runs as another user, who has to reach its data below.
  await chmod(temporary, 0o711)
  return {
    report: join(folder, 'report'),
    temporary,
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true })
      await rm(temporary, { recursive: true, force: true })
    },
  }
}

/** Starts `npm run rehearse` without npm between. */
export const startRehearsal = (place: Place, ...args: string[]): Started =>
  startNode(join(root, 'src', 'rehearsal', 'main.ts'), ['--report', place.report, ...args], {
    cwd: root,
    env: { ...bareEnvironment(), USER: 'tester', TMPDIR: place.temporary },
  })

export const rehearse = (place: Place, ...args: string[]): Promise<Ended> =>
  startRehearsal(place, ...args).ended

/** The evidence of an environment in the order of the stages. */
export async function evidenceIn(place: Place, environment: string): Promise<Result[]> {
  const folder = join(place.report, environment)
  const files = (await filesIn(folder)).filter(file => /^\d\d-.*\.json$/.test(file))
  return Promise.all(
    files.map(async file => JSON.parse(await readFile(join(folder, file), 'utf8')) as Result),
  )
}
