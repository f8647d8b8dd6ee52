import { join } from 'node:path'
import * as core from '@actions/core'
import type { CheckResult, Result } from '../core/result.ts'
import { evidenceFile } from '../core/stage.ts'
import { summary } from '../report/summary.ts'

/** GitHub shows ten annotations of each level for a step. */
const shownAnnotations = 10

/** Writes what a gate found to the runner: the ticked checklist as job summary, outputs, and annotations. */
export async function publish(results: readonly Result[], evidenceFolder: string): Promise<void> {
  const deciding = results.find(result => result.verdict !== 'go') ?? results.at(-1)
  if (!deciding) return
  core.setOutput('verdict', deciding.verdict)
  core.setOutput('reason', deciding.reasons[0])
  core.setOutput('evidence', join(evidenceFolder, deciding.environment, evidenceFile(deciding.stage)))
  core.setOutput('digest', deciding.data.approvedDigest ?? deciding.digest)
  for (const { check, file } of findings(results).slice(0, shownAnnotations)) {
    const place = check.line === undefined ? {} : { file, startLine: check.line }
    const annotate = check.advisory ? core.warning : core.error
    annotate(check.message, { title: `${check.title}: ${check.outcome}`, ...place })
  }
  await core.summary.addRaw(summary(results)).write()
}

const findings = (results: readonly Result[]): { check: CheckResult; file: string }[] =>
  results.flatMap(({ checks, checklist }) =>
    checks
      .filter(check => check.outcome === 'fail' || check.outcome === 'error')
      .map(check => ({ check, file: checklist.file })),
  )
