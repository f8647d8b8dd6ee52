import { plain } from '../core/markdown-text.ts'
import type { Result } from '../core/result.ts'
import { stateOf } from '../core/state.ts'
import { recordTable } from './ticked.ts'

/** The sign-off record as a document; undefined when the rollout has none. */
export function signOffDocument(results: readonly Result[]): string | undefined {
  const record = results.find(result => result.data.record)
  const fields = record?.data.record
  if (!record || !fields) return undefined
  const { is, next } = stateOf(results)
  return `# Sign-off record: ${plain(record.checklist.name)}, ${plain(record.environment)}

${recordTable(fields)}

**State of ${plain(record.environment)}:** ${is.map(plain).join(' ')}

**Next:** ${next.map(plain).join(' ')}
`
}
