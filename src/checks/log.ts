import * as z from 'zod'
import { defineKind, type Judgement } from '../core/check.ts'
import { ProbeError } from '../core/errors.ts'
import { code } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import { listOf, strict, text } from '../core/strict.ts'
import { expectSchema, expectWords, judgeExpectations } from './expect.ts'

const largest = 4 * 1024 * 1024
const source = once(() =>
  z.union([
    strict({ file: text.describe('path of a log file; its last 4 MiB are read') }),
    strict({ command: text.describe('prints the log, e.g. `docker compose logs api --since ${since}`') }),
  ]),
)

export const log = defineKind({
  name: 'log',
  summary: 'A log holds, or does not hold, a text. `after` leaves out what an earlier release wrote.',
  example: `
title: The worker listens
log:
  of: { command: "docker compose logs worker --since \${since}" }
  contains: Worker started, listening for jobs...
  absent: [Traceback, worker_moved_to_dlq]
until: 2m`,
  shape: () => ({
    log: strict({
      of: source(),
      after: text.optional().describe('only what follows the last line with this text'),
      contains: listOf(text).optional().describe('texts that must all be there'),
      absent: listOf(text).optional().describe('texts that must not be there'),
    }),
    expect: expectSchema().optional().describe('paths into `lines` (how many) and `text`'),
  }),
  subject: ['lines', 'text'],
  shell: ['command'],
  fault: ({ log, expect }) =>
    log.contains || log.absent || expect
      ? undefined
      : { message: 'asserts nothing: add `contains`, `absent` or `expect`', path: ['log'] },

  words: ({ log: { of, after, contains = [], absent = [] }, expect }) => ({
    text: `In ${code('file' in of ? of.file : of.command)}${after ? ` after ${code(after)}` : ''}.${expectWords(expect)}`,
    lines: [
      ...contains.map(text => `there is ${code(text)}`),
      ...absent.map(text => `there is no ${code(text)}`),
    ],
  }),

  async observe({ log: { of } }, { ports, signal, folder }): Promise<{ name: string; text: string }> {
    if ('file' in of) {
      const path = of.file.startsWith('/') ? of.file : `${folder}/${of.file}`
      const found = await ports.files.readTail(path, largest)
      if (found === undefined)
        throw new ProbeError(
          of.file,
          'there is no such file; check the path, or wait for the service with `until`',
        )
      return { name: of.file, text: found }
    }
    const { stdout, stderr, exitCode } = await ports.shell({ command: of.command, cwd: folder }, signal)
    if (exitCode !== 0)
      throw new ProbeError(of.command, `ended with exit code ${exitCode}: ${stderr.trim().slice(-300)}`)
    return { name: of.command, text: stdout + stderr }
  },

  judge({ log: { after, contains = [], absent = [] }, expect }, { name, text }): Judgement {
    const part = after === undefined ? text : afterLast(text, after)
    const lines = part === undefined ? [] : part.split('\n').filter(line => line !== '')
    const subject = { lines: lines.length, text: part ?? '' }
    const from = after === undefined ? `the log (${name})` : `the log (${name}) after “${after}”`
    if (lines.length === 0)
      return {
        outcome: 'inconclusive',
        message: `${from} holds no lines, so it proves nothing`,
        observed: 'no lines',
        subject,
      }
    const missing = contains.filter(wanted => !lines.some(line => line.includes(wanted)))
    const bad = absent.flatMap(unwanted => lines.find(line => line.includes(unwanted)) ?? [])
    const rest = expect ? judgeExpectations(expect, subject) : undefined
    const faults = [
      ...(missing.length > 0
        ? [
            `${quoted(missing)} ${missing.length === 1 ? 'is' : 'are'} not in ${from}; its last line: ${quoted(lines.slice(-1))}`,
          ]
        : []),
      ...bad.map(line => `${from} holds ${quoted([line])}`),
      ...(rest?.outcome === 'fail' ? [rest.message] : []),
    ]
    const found = contains.map(wanted =>
      lines
        .findLast(line => line.includes(wanted))
        ?.trim()
        .slice(0, 200),
    )
    return {
      outcome: faults.length > 0 ? 'fail' : 'pass',
      message:
        faults.length > 0
          ? faults.join('; ')
          : found.length > 0
            ? `found ${quoted(found.filter(line => line !== undefined))}`
            : `not found in ${lines.length} lines`,
      expected: [...contains.map(wanted => `contains “${wanted}”`), ...absent.map(bad => `no “${bad}”`)].join(
        ', ',
      ),
      subject,
    }
  },
})

const quoted = (lines: readonly string[]): string =>
  lines.map(line => `“${line.trim().slice(0, 200)}”`).join(' and ')

function afterLast(text: string, marker: string): string | undefined {
  const at = text.lastIndexOf(marker)
  if (at < 0) return undefined
  const end = text.indexOf('\n', at)
  return end < 0 ? '' : text.slice(end + 1)
}
