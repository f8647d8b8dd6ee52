import type { CheckResult, Result } from '../../core/result.ts'

/** Where the parts of one rollout stand in the document. */
export interface Anchors {
  environment: string
  /** The grid lines of the timeline, and other parts that belong to the environment. */
  part(name: string): string
  stage(result: Result): string
  check(check: CheckResult): string
  /** The place of `stage.check-id`, or of a whole stage; undefined when this report has no such evidence. */
  reference(text: string): string | undefined
}

/**
 * Gives every environment, stage and check of one document a place of its own, readable in the address bar. Call the
 * placer once for each rollout of the document.
 */
export function placer(): (environment: string, results: readonly Result[]) => Anchors {
  const taken = new Set<string>()
  const unique = (wanted: string): string => {
    let name = wanted
    for (let next = 2; taken.has(name); next++) name = `${wanted}-${next}`
    taken.add(name)
    return name
  }
  return (name, results) => {
    const environment = unique(plainName(name))
    const places = new Map<Result | CheckResult, string>()
    const references = new Map<string, string>()
    for (const result of results) {
      const stage = unique(`${environment}.${result.stage}`)
      places.set(result, stage)
      references.set(result.stage, stage)
      for (const check of result.checks) {
        const anchor = unique(`${stage}.${plainName(check.id)}`)
        places.set(check, anchor)
        references.set(`${result.stage}.${check.id}`, anchor)
      }
    }
    const placeOf = (part: Result | CheckResult) => places.get(part) ?? environment
    return {
      environment,
      part: part => `${environment}.part.${part}`,
      stage: placeOf,
      check: placeOf,
      reference: text => references.get(text),
    }
  }
}

const plainName = (text: string): string => text.replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'unnamed'
