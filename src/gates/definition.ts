import type * as z from 'zod'
import type { SectionReference } from '../checklist/language.ts'
import type { CheckItem, CheckListItem, Judgement, TemplatedDuration } from '../core/check.ts'
import { once } from '../core/once.ts'
import type { Verdict } from '../core/outcome.ts'
import type { Ports } from '../core/ports.ts'
import type { Reason } from '../core/reason.ts'
import type { Approval, CheckResult, GateData, Result } from '../core/result.ts'
import type { Gate, Stage, StageName } from '../core/stage.ts'

/** What a gate may use while it runs. */
export interface GateContext {
  stage: Stage
  environment: string
  commit: string
  /** Identifies the run; the same for all stages of a rollout. */
  run: string
  /** Folder that relative paths of the checklist start from. */
  folder: string
  signal: AbortSignal
  ports: Ports
  approver: Approver
  /** Runs checks and flows side by side; one that needs what another captures waits for it. */
  runList(items: readonly CheckListItem[]): Promise<CheckResult[]>
  /** Runs checks one after the other, and stops after the first that blocks. */
  runSteps(items: readonly CheckItem[]): Promise<CheckResult[]>
  /** Takes samples of checks, all together, for a window; see `engine/observe.ts`. */
  sample(
    items: readonly CheckItem[],
    window: { for: TemplatedDuration; every: TemplatedDuration },
  ): Promise<CheckResult[]>
  /** The value that a check's `baseline` names, whatever the check expects of it; undefined when it cannot be had. */
  measure(item: CheckItem): Promise<unknown>
  /** Something that the gate does itself, timed and judged like a check. A thrown error is the outcome `error`. */
  step(
    id: string,
    title: string,
    work: () => Promise<Judgement>,
    options?: { advisory?: boolean },
  ): Promise<CheckResult>
  /** Fills a template; throws a ProbeError that names what has no value. */
  fill(text: string): string
  /** Whether something limited to these environments, or by a condition, applies now. */
  applies(item: { in?: readonly string[] | undefined; when?: string | undefined }): boolean
  /** Whether the checklist has a stage in this environment. */
  asksFor(stage: StageName): boolean
  /** What a path names in the last observation of a check of this stage. */
  captured(name: string): string | undefined
  /** Another section of the same checklist, for gates that reuse its checks. */
  section<S>(gate: Gate): S | undefined
  /** Evidence of another stage: of this rollout, or the newest of another environment. */
  evidence(stage: StageName, environment?: string): Promise<Result | undefined>
}

/** The way to the people who approve and attest. */
export interface Approver {
  /** Asks for decisions on this evidence; an empty list when nobody has decided yet. */
  approvals(request: ApprovalRequest): Promise<Approval[]>
  /** Who attests this item, if anybody does. */
  attest(id: string, title: string): Promise<string | undefined>
  /** Who runs this rollout. */
  operator: string
}

export interface ApprovalRequest {
  environment: string
  commit: string
  digest: string
  atLeast: number
  roles: readonly string[]
  readiness: readonly Result[]
}

/** What a gate came to. Without a verdict of its own, the verdict follows from the checks. */
export interface GateOutcome {
  checks: CheckResult[]
  data?: GateData
  verdict?: Verdict
  reasons?: Reason[]
  message?: string
}

/** A gate: its section in the checklist, and what it does at each of its stages. */
export interface GateDefinition<Section = unknown> {
  name: Gate
  /** One sentence for the reference. */
  summary: string
  section(): z.ZodType<Section>
  /** The part of the section that a stage runs; undefined when the checklist leaves this stage out. */
  applies?(stage: Stage, section: Section, asksFor: (stage: StageName) => boolean): boolean
  /** Ids of what the gate does itself at its stages. */
  steps: Partial<Record<StageName, readonly string[]>>
  /** What the gate itself does at a stage, as a person would write it down, in Markdown. */
  words?(stage: Stage, section: Section): string[]
  references?(section: Section): SectionReference[]
  run(section: Section, context: GateContext): Promise<GateOutcome>
}

export const defineGate = <Section>(gate: GateDefinition<Section>): GateDefinition =>
  ({ ...gate, section: once(() => gate.section()) }) as unknown as GateDefinition
