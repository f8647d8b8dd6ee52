import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { Gate } from '../../src/core/stage.ts'
import { bareEnvironment, root, type Started, startNode } from './child.ts'

/** A step of a job, as the runner sees it. */
export interface Step {
  /** The action: a gate's, or `root` for the one at the root of the repository. */
  gate: Gate | 'root'
  inputs: Readonly<Record<string, string>>
  /** The job's environment. */
  env?: Readonly<Record<string, string | undefined>>
  /** The workspace. */
  cwd: string
  sha?: string
}

/** What a step came to. */
export interface StepResult {
  exitCode: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  summary: string
  outputs: Record<string, string>
  annotations: Annotation[]
  /** Values that the runner was told to mask. */
  masks: string[]
  /** What the step wrote to the files for later steps; all empty for ours. */
  left: { env: string; path: string; state: string }
}

export interface Annotation {
  level: 'error' | 'warning' | 'notice'
  title?: string
  file?: string
  line?: string
  message: string
}

const files = ['OUTPUT', 'STEP_SUMMARY', 'ENV', 'STATE', 'PATH'] as const

/** Runs the action of a gate from its action.yml, as GitHub's runner does. */
export async function runStep(step: Step): Promise<StepResult> {
  const { ended } = await startStep(step)
  return ended
}

/** The same, for tests that do something meanwhile. */
export async function startStep(
  step: Step,
): Promise<Omit<Started, 'ended'> & { ended: Promise<StepResult> }> {
  const folder = step.gate === 'root' ? root : join(root, '.github', 'actions', step.gate)
  const action = parse(await readFile(join(folder, 'action.yml'), 'utf8')) as Action
  const temp = await mkdtemp(join(tmpdir(), 'runner-'))
  const fileOf = (name: string) => join(temp, `set_${name.toLowerCase()}`)
  for (const name of files) await writeFile(fileOf(name), '')
  const { sha = '0'.repeat(40) } = step
  const started = startNode(join(folder, action.runs.main), [], {
    cwd: step.cwd,
    env: {
      ...bareEnvironment(),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: step.cwd,
      GITHUB_SHA: sha,
      GITHUB_ACTOR: 'octocat',
      GITHUB_RUN_ID: '4711',
      RUNNER_TEMP: temp,
      ...Object.fromEntries(files.map(name => [`GITHUB_${name}`, fileOf(name)])),
      ...inputVariables(action, step.inputs, { 'github.sha': sha, 'github.actor': 'octocat' }),
      ...step.env,
    },
  })
  const collect = async (): Promise<StepResult> => {
    const { code, signal, stdout, stderr } = await started.ended
    const [output = '', summary = '', env = '', state = '', path = ''] = await Promise.all(
      files.map(name => readFile(fileOf(name), 'utf8')),
    )
    await rm(temp, { recursive: true })
    return {
      exitCode: code,
      signal,
      stdout,
      stderr,
      summary,
      outputs: outputsIn(output),
      annotations: annotationsIn(stdout),
      masks: commandsIn(stdout, 'add-mask').map(({ message }) => message),
      left: { env, path, state },
    }
  }
  return { ...started, ended: collect() }
}

interface Action {
  inputs: Record<string, { required: boolean; default?: string }>
  runs: { main: string }
}

/** The runner passes every declared input, empty when it has neither a value nor a default; it checks nothing. */
function inputVariables(
  action: Action,
  given: Readonly<Record<string, string>>,
  expressions: Readonly<Record<string, string>>,
): Record<string, string> {
  const unknown = Object.keys(given).filter(name => !(name in action.inputs))
  if (unknown.length > 0) throw new Error(`${dirname(action.runs.main)} has no input ${unknown.join(', ')}`)
  const fill = (text: string) =>
    text.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) => expressions[name] ?? '')
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: byDefault = '' }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? fill(byDefault),
    ]),
  )
}

/** `name<<delimiter`, lines, `delimiter`; as the runner reads GITHUB_OUTPUT. */
function outputsIn(text: string): Record<string, string> {
  const found = [...text.matchAll(/^([^\n=<]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)]
  return Object.fromEntries(found.map(([, name = '', , value = '']) => [name, value]))
}

const annotationsIn = (stdout: string): Annotation[] =>
  (['error', 'warning', 'notice'] as const).flatMap(level =>
    commandsIn(stdout, level).map(({ properties: { title, file, line }, message }) => ({
      level,
      message,
      ...(title === undefined ? {} : { title }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
    })),
  )

/** Workflow commands: `::name key=value,key=value::message`. */
function commandsIn(stdout: string, name: string) {
  const decode = (text: string) =>
    text.replace(/%(0D|0A|3A|2C|25)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return [...stdout.matchAll(/^::([a-z-]+)(?: ([^\n]*?))?::(.*)$/gm)]
    .filter(match => match[1] === name)
    .map(([, , properties = '', message = '']) => ({
      message: decode(message),
      properties: Object.fromEntries(
        properties
          .split(',')
          .filter(Boolean)
          .map(pair => [pair.slice(0, pair.indexOf('=')), decode(pair.slice(pair.indexOf('=') + 1))]),
      ) as Record<string, string | undefined>,
    }))
}
