import type { Migration, MigrationState } from '../../core/migration.ts'
import type { Outcome } from '../../core/outcome.ts'
import type { MigrateEvidence } from '../../core/result.ts'
import { type Html, html } from './html.ts'
import { outcomeIcon } from './icons.ts'

/** Every migration before and after, and the SQL that was shown. */
export function migrationFacts(evidence: MigrateEvidence): Html {
  const { tool, before, after, preview = [] } = evidence
  const names = [...new Set([...before, ...(after ?? [])].map(({ name }) => name))]
  return html`${
    names.length > 0 &&
    html`<div class="scroll"><table><caption>Migrations (${tool})</caption>
<thead><tr><th scope="col">Migration</th><th scope="col">Before</th>${after && html`<th scope="col">After</th>`}<th scope="col">Note</th></tr></thead>
<tbody>${names.map(name => row(name, evidence))}</tbody></table></div>`
  }
${preview.map(
  ({ name, sql }) =>
    html`<details class="sql"><summary>SQL of <code>${name}</code></summary><pre><code>${sql}</code></pre></details>`,
)}`
}

function row(name: string, { before, after, applied, failed }: MigrateEvidence): Html {
  const find = (list: readonly Migration[] | undefined) => list?.find(item => item.name === name)
  const [then, now] = [find(before), find(after)]
  const notes = [
    name === failed && 'failed in this run',
    applied.includes(name) && 'applied by this run',
    now?.note ?? then?.note,
  ].filter(Boolean)
  return html`<tr><th scope="row"><code>${name}</code></th><td>${state(then)}</td>${after && html`<td>${state(now)}</td>`}<td>${notes.join('; ')}</td></tr>`
}

const state = (migration: Migration | undefined): Html =>
  migration ? html`${outcomeIcon(outcomeOf[migration.state], true)} ${migration.state}` : html`not there`

const outcomeOf: Record<MigrationState, Outcome> = {
  applied: 'pass',
  pending: 'pending',
  failed: 'fail',
  edited: 'fail',
  'missing-file': 'fail',
  unknown: 'inconclusive',
}
