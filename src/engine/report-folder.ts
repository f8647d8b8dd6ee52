import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportedRollout } from '../report/html/facts.ts'
import { signOffDocument } from '../report/sign-off.ts'
import { summary } from '../report/summary.ts'

/**
 * Writes what people read beside the evidence: the ticked checklist and the sign-off record of each environment, and
 * one HTML report of all. Each file appears whole or not at all.
 * @returns path of the HTML report
 */
export async function writeReports(
  folder: string,
  rollouts: readonly ReportedRollout[],
  operator: string,
): Promise<string> {
  const { renderHtmlReport } = await import('../report/html/report.ts')
  await mkdir(folder, { recursive: true })
  for (const { environment, results } of rollouts) {
    await mkdir(join(folder, environment), { recursive: true })
    await writeWhole(join(folder, environment, 'checklist.md'), summary(results, Number.POSITIVE_INFINITY))
    const record = signOffDocument(results)
    if (record !== undefined) await writeWhole(join(folder, environment, 'sign-off.md'), record)
  }
  const report = join(folder, 'report.html')
  const title = rollouts[0]?.results[0]?.checklist.name ?? 'Rollout'
  await writeWhole(
    report,
    renderHtmlReport({ title, generatedAt: new Date().toISOString(), operator, rollouts }),
  )
  return report
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}
