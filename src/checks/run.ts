import * as z from 'zod'
import { defineKind, type Judgement } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import type { ShellResult } from '../core/ports.ts'
import { text } from '../core/strict.ts'
import { expectSchema, expectWords, judgeExpectations } from './expect.ts'
import { parseJson } from './json.ts'

export const run = defineKind({
  name: 'run',
  summary: 'A shell command does what it should: exit code 0 unless `expect` says otherwise.',
  example: `
title: The repository's own checks pass
run: python scripts/verify_repo.py --ops-preflight
working-directory: backend
timeout: 5m`,
  shape: () => ({
    run: text.describe('command line for `/bin/sh`; captured values in it are quoted'),
    'working-directory': text.optional(),
    env: z.record(z.string(), z.string()).optional().describe('added to the environment of the command'),
    expect: expectSchema().optional(),
  }),
  subject: ['exit-code', 'stdout', 'stderr', 'json'],
  shell: ['run'],

  words: ({ run, expect, 'working-directory': folder }) => ({
    text: `Run ${code(run)}${folder ? ` in ${code(folder)}` : ''}.${expectWords(expect)}`,
  }),

  observe: (spec, { ports, signal, folder }) =>
    ports.shell(
      {
        command: spec.run,
        cwd: spec['working-directory'] ? `${folder}/${spec['working-directory']}` : folder,
        env: spec.env,
      },
      signal,
    ),

  judge({ expect }, seen): Judgement {
    const { stdout, stderr, exitCode } = seen
    const subject = { 'exit-code': exitCode, stdout, stderr, json: parseJson(stdout) }
    if (exitCode === null)
      return { outcome: 'fail', message: `was ended by ${seen.signal}${lastWords(seen)}`, subject }
    const judged = judgeExpectations({ 'exit-code': 0, ...expect }, subject)
    if (judged.outcome === 'pass') return { ...judged, message: lastLine(stdout) ?? 'done' }
    return { ...judged, message: `${judged.message}${lastWords(seen)}` }
  },
})

const lastLine = (text: string): string | undefined =>
  text.trim().split('\n').at(-1)?.trim().slice(0, 200) || undefined

const lastWords = ({ stderr, stdout }: ShellResult): string => {
  const line = lastLine(stderr) ?? lastLine(stdout)
  return line ? `; its last words: “${line}”` : '; it printed nothing'
}
