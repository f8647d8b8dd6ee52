import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../core/errors.ts'
import { isIntact, type Result } from '../core/result.ts'
import { evidenceFile, type StageName, stageNames } from '../core/stage.ts'

/** Keeps the evidence of rollouts, by environment and stage. */
export interface EvidenceStore {
  read(environment: string, stage: StageName): Promise<Result | undefined>
  /** Where the document was written. */
  write(result: Result): Promise<string>
  /** Puts aside what a new run of this stage makes out of date: its own evidence and that of all later stages. */
  setAside(environment: string, from: StageName): Promise<void>
}

/** Evidence in a folder: `<folder>/<environment>/01-preflight.json`, earlier runs below `earlier/`. */
export function folderStore(folder: string): EvidenceStore {
  const pathOf = (environment: string, stage: StageName) => join(folder, environment, evidenceFile(stage))
  return {
    async read(environment, stage) {
      const path = pathOf(environment, stage)
      const text = await readFile(path, 'utf8').catch(error => {
        // What is there and cannot be read must not look as if it were not there.
        if ((error as { code?: string }).code === 'ENOENT') return undefined
        throw error
      })
      return text === undefined ? undefined : parse(text, path)
    },

    async write(result) {
      const path = pathOf(result.environment, result.stage)
      await mkdir(join(folder, result.environment), { recursive: true })
      await writeFile(
        `${path}.part`,
        `${JSON.stringify(result, null, 2)}
`,
      )
      await rename(`${path}.part`, path)
      return path
    },

    async setAside(environment, from) {
      const own = join(folder, environment)
      const later = new Set(stageNames.slice(stageNames.indexOf(from)).map(evidenceFile))
      const names = await readdir(own).catch(() => [])
      // What a killed run left half written is no evidence.
      for (const name of names.filter(name => name.endsWith('.part')))
        await rm(join(own, name), { force: true })
      const old = names.filter(name => later.has(name))
      if (old.length === 0) return
      const earlier = join(own, 'earlier', new Date().toISOString().replace(/[:.]/g, '-'))
      await mkdir(earlier, { recursive: true })
      for (const name of old) await rename(join(own, name), join(earlier, name))
    },
  }
}

/** @throws UserError when a document was changed after it was sealed, or is none of ours */
async function parse(text: string, path: string): Promise<Result> {
  const { resultSchema } = await import('../core/result-schema.ts')
  const refuse = (message: string): never => {
    throw new UserError([
      { message, cure: 'Remove the file and run that stage again.', at: { file: path, line: 1, column: 1 } },
    ])
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('this evidence is no JSON')
  }
  const parsed = resultSchema.safeParse(json)
  if (!parsed.success) return refuse('this is no evidence of this version of Gatesheet')
  return isIntact(parsed.data)
    ? parsed.data
    : refuse('this evidence was changed after it was written; its digest does not fit')
}
