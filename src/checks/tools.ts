import coerce from 'semver/functions/coerce.js'
import satisfies from 'semver/functions/satisfies.js'
import validRange from 'semver/ranges/valid.js'
import * as z from 'zod'
import { defineKind } from '../core/check.ts'
import { code } from '../core/markdown-text.ts'
import { once } from '../core/once.ts'
import type { Finding } from '../core/result.ts'
import { shellQuote } from '../core/shell-quote.ts'
import { strict, text } from '../core/strict.ts'

const range = once(() =>
  z.string().refine(given => validRange(given) !== null, 'expected a version range such as `>=15`'),
)
const tool = once(() => z.string().regex(/^[A-Za-z0-9._+-]+$/, 'this is no name of a program'))
const wish = once(() =>
  z.union([
    z.null(),
    range(),
    strict({
      version: range().optional(),
      command: text.optional().describe('prints the version (`TOOL --version`)'),
    }),
  ]),
)

type Seen = Record<string, { found: boolean; printed: string }>

export const tools = defineKind({
  name: 'tools',
  summary: 'Programs are installed, at least in this version.',
  example: `
title: PostgreSQL's client tools are there
tools: { pg_dump: ">=15", pg_restore: ">=15", psql: }`,
  shape: () => ({
    tools: z.record(tool(), wish()).describe('programs, each with a version range (npm’s syntax) or nothing'),
  }),
  subject: [],
  shell: ['command'],
  fault: ({ tools }) =>
    Object.keys(tools).length === 0
      ? { message: 'asserts nothing: name at least one program', path: ['tools'] }
      : undefined,

  words: ({ tools }) => ({
    text: '',
    lines: Object.entries(tools).map(([name, given]) => {
      const version = typeof given === 'string' ? given : given?.version
      return version ? `${code(name)} ${code(version)}` : code(name)
    }),
  }),

  async observe({ tools }, { ports, signal, folder }): Promise<Seen> {
    const looks = Object.entries(tools).map(async ([name, given]) => {
      const command = (typeof given === 'object' && given?.command) || `${shellQuote(name)} --version`
      const there = await ports.shell({ command: `command -v ${shellQuote(name)}`, cwd: folder }, signal)
      if (there.exitCode !== 0) return [name, { found: false, printed: '' }] as const
      const { stdout, stderr } = await ports.shell({ command, cwd: folder }, signal)
      return [name, { found: true, printed: `${stdout}\n${stderr}`.trim().split('\n')[0] ?? '' }] as const
    })
    return Object.fromEntries(await Promise.all(looks))
  },

  judge({ tools }, seen) {
    const findings = Object.entries(tools).map(([name, given]): Finding => {
      const wanted = typeof given === 'string' ? given : given?.version
      const { found, printed } = seen[name] ?? { found: false, printed: '' }
      const version = coerce(printed)?.version
      if (!found)
        return {
          label: name,
          outcome: 'fail',
          message: `is not on the PATH${wanted ? ` (${wanted} is needed)` : ''}`,
        }
      if (!wanted) return { label: name, outcome: 'pass', message: version ?? 'there' }
      if (!version)
        return { label: name, outcome: 'inconclusive', message: `printed no version: “${printed}”` }
      const good = satisfies(version, wanted)
      return {
        label: name,
        outcome: good ? 'pass' : 'fail',
        message: good ? version : `is ${version}, needs ${wanted}`,
      }
    })
    const wrong = findings.filter(finding => finding.outcome !== 'pass')
    return {
      outcome: wrong.some(finding => finding.outcome === 'fail')
        ? 'fail'
        : wrong.length > 0
          ? 'inconclusive'
          : 'pass',
      message:
        wrong.length > 0
          ? `${wrong.map(finding => `${finding.label} ${finding.message}`).join('; ')}. Install it on the machine that runs this.`
          : findings.map(finding => `${finding.label} ${finding.message}`).join(', '),
      findings,
    }
  },
})
