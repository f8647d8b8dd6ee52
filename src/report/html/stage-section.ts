import { reasons } from '../../core/reason.ts'
import type { CheckResult, Result } from '../../core/result.ts'
import { stageOf } from '../../core/stage.ts'
import { formatDuration } from '../../core/units.ts'
import type { Anchors } from './anchors.ts'
import { approvalsTable } from './approvals-table.ts'
import { backupFacts } from './backup-facts.ts'
import { checkList } from './check-item.ts'
import { decisionBox } from './decision-box.ts'
import { type Html, html } from './html.ts'
import { outcomePill, verdictBadge } from './icons.ts'
import { migrationFacts } from './migration-facts.ts'
import { momentText } from './times.ts'

/** One stage of the checklist, ticked, with its evidence. What passed is folded, so that the eye finds the rest. */
export function stageSection(result: Result, anchors: Anchors): Html {
  const { stage, verdict, message, durationMs, data, checks } = result
  const codes = result.reasons.filter(code => code !== 'all-passed')
  return html`<details class="stage ${verdict}" id="${anchors.stage(result)}"${verdict !== 'go' && html` open`}>
<summary><h4>${stageOf(stage).title}</h4>${verdictBadge(verdict)}<span class="message">${message}${verdict === 'go' && noteworthy(checks)}</span><span class="time">${formatDuration(durationMs)}</span></summary>
<div class="inside">
<p class="quiet">Began ${momentText(result.startedAt)}.${codes.length > 0 && html` Because ${codes.map((code, index) => [index > 0 && '; ', html`<span title="${code}">${reasons[code]}</span>`])}.`}</p>
${data.rollbackCheck?.decision && decisionBox(data.rollbackCheck)}
${checkList(checks, anchors)}
${data.backup && backupFacts(data.backup)}
${data.migrate && migrationFacts(data.migrate)}
${data.approvals && approvalsTable(data.approvals, data.approvedDigest)}
</div></details>`
}

/** What a folded stage hides although it is go: advisory failures, what was skipped, what waits for a person. */
const noteworthy = (checks: readonly CheckResult[]): Html[] =>
  checks.filter(({ outcome }) => outcome !== 'pass').map(({ outcome }) => html` ${outcomePill(outcome)}`)
