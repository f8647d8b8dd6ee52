import type * as z from 'zod'
import { once } from './once.ts'
import type { Outcome, Severity } from './outcome.ts'
import type { Ports } from './ports.ts'
import type { Finding, Result } from './result.ts'
import type { StageName } from './stage.ts'

/** Where an item stands in the checklist. */
export interface Origin {
  path: readonly (string | number)[]
  line: number
  column: number
}

/** A number of milliseconds, or a template that comes to a duration. */
export type TemplatedDuration = number | string

export interface Timing {
  /** Poll until it passes, for this long. */
  until?: TemplatedDuration | undefined
  /** Pause between polls. */
  every: TemplatedDuration
  /** Limit of one look. */
  timeout: TemplatedDuration
}

/** One line of the checklist, parsed. Strings in `spec` still hold their templates. */
export interface CheckItem {
  type: 'check'
  id: string
  title: string
  kind: string
  spec: Record<string, unknown>
  in?: readonly string[] | undefined
  when?: string | undefined
  timing: Timing
  advisory: boolean
  severity: Severity
  /** How many failed samples of an observation are tolerated. */
  failureLimit: number
  /** Fewer samples than this are no data. */
  minSamples: number
  /** Path of the value that preflight records before the rollout, for `${baseline}`. */
  baseline?: string | undefined
  /** Names for later templates, each with the path of its value. */
  capture: Readonly<Record<string, string>>
  origin: Origin
}

/** Checks that run one after the other, with clean-up steps that always run. */
export interface Flow {
  type: 'flow'
  id: string
  title: string
  in?: readonly string[] | undefined
  when?: string | undefined
  steps: readonly CheckItem[]
  always: readonly CheckItem[]
  origin: Origin
}

export type CheckListItem = CheckItem | Flow

/** What a check found, judged. */
export interface Judgement {
  outcome: Outcome
  /** One line; after a failure it names the cure. */
  message: string
  observed?: string | undefined
  expected?: string | undefined
  findings?: Finding[] | undefined
  /** What `capture`, `baseline` and `expect` look into. */
  subject?: Record<string, unknown> | undefined
  /** Kept in the evidence for later stages. */
  data?: Record<string, unknown> | undefined
}

/** A sentence, and lines below it. */
export interface Words {
  text: string
  lines?: string[]
}

/** What an observation may use. */
export interface ProbeContext {
  /** Aborts at the check's timeout and when the run is cancelled. */
  signal: AbortSignal
  ports: Ports
  environment: string
  commit: string
  /** Folder that relative paths of the checklist start from. */
  folder: string
  /** When this run began: logs are read from here on. */
  since: Date
  /** Looks a name up as templates do. */
  lookup(name: string): string | undefined
  /** Newest evidence of a stage in an environment. */
  evidence(environment: string, stage: StageName): Promise<Result | undefined>
  /** Who attested this very check, where somebody did. */
  attestedBy: string | undefined
}

/**
 * A kind of check: what it looks like in YAML, how it looks (async, through ports), and how it judges what it saw
 * (pure). `Seen` is plain data.
 */
export interface CheckKind<Shape extends z.ZodRawShape = z.ZodRawShape, Seen = unknown> {
  /** The key that makes an item this kind. */
  name: string
  /** One sentence for the reference. */
  summary: string
  /** A YAML item for the reference; the tests parse it. */
  example: string
  /** The kind's own keys, `name` among them. */
  shape(): Shape
  /** The parts of an observation that `expect`, `capture` and `baseline` can name. */
  subject: readonly string[]
  /** Keys whose text goes to a shell, so that captured values in them are quoted. */
  shell?: readonly string[]
  /** What the check asks, as a person would write it down, in Markdown; templates stay as they are. */
  words(spec: z.output<z.ZodObject<Shape>>): Words
  /** What is wrong with a well-formed spec, e.g. that it asserts nothing. */
  fault?(spec: z.output<z.ZodObject<Shape>>): { message: string; path?: (string | number)[] } | undefined
  observe(spec: z.output<z.ZodObject<Shape>>, context: ProbeContext): Promise<Seen>
  judge(spec: z.output<z.ZodObject<Shape>>, seen: Seen): Judgement
}

/** Ties the types of a kind together; the registry holds kinds without their types. */
export const defineKind = <Shape extends z.ZodRawShape, Seen>(kind: CheckKind<Shape, Seen>): CheckKind =>
  ({ ...kind, shape: once(() => kind.shape()) }) as unknown as CheckKind
