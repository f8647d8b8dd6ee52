import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Gate } from '../../src/core/stage.ts'
import { bareEnvironment, root } from '../acceptance/child.ts'
import { runProgram } from './compare.ts'

/** Runs a built action with as little around it as the runner has, and holds that it said go in its summary. */
export function runAction(
  gate: Gate,
  { folder, phase = '', env = {} }: { folder: string; phase?: string; env?: Record<string, string> },
): void {
  const summary = join(folder, 'summary.md')
  writeFileSync(summary, '')
  writeFileSync(join(folder, 'output'), '')
  rmSync(join(folder, 'evidence'), { recursive: true, force: true })
  runProgram(process.execPath, [join(root, '.github', 'actions', gate, 'index.js')], {
    cwd: folder,
    env: {
      ...bareEnvironment(),
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_SHA: '0'.repeat(40),
      INPUT_CHECKLIST: 'checklist.yml',
      INPUT_ENVIRONMENT: 'staging',
      INPUT_EVIDENCE: 'evidence',
      INPUT_PHASE: phase,
      ...env,
    },
  })
  if (!readFileSync(summary, 'utf8').includes(': GO')) throw new Error(`${gate} wrote no summary with GO`)
}
