import { Command } from 'commander'
import { systemClock } from '../adapters/clock.ts'
import { Redactor } from '../core/redact.ts'
import { findCommit } from '../engine/find-commit.ts'
import { checkEnvironment, loadChecklist } from '../engine/load.ts'
import { planRollout } from '../engine/plan.ts'
import { learnSecrets } from '../engine/session.ts'
import { planText } from '../report/plan.ts'
import type { Edge } from './edge.ts'

interface Options {
  environment: string
  commit?: string
  json?: boolean
}

export const planCommand = (edge: Edge): Command =>
  new Command('plan')
    .description('print what a rollout would do; touches nothing')
    .argument('<file>', 'checklist')
    .requiredOption('-e, --environment <name>', 'environment')
    .option('--commit <sha>', 'commit to roll out (HEAD)')
    .option('--json', 'print the plan as JSON')
    .action(async (file: string, { environment, commit, json }: Options) => {
      const checklist = await loadChecklist(file, edge.cwd)
      checkEnvironment(checklist, environment)
      const redactor = new Redactor()
      learnSecrets(redactor, checklist, edge.env)
      const ports = { clock: systemClock, env: edge.env }
      const facts = {
        checklist,
        environment,
        commit: await findCommit(commit, edge),
        run: 'plan',
        since: new Date(),
        ports,
      }
      const plan = planRollout(facts, redactor)
      edge.out(json ? `${JSON.stringify(plan, null, 2)}\n` : `${planText(plan, edge.style.out)}\n`)
    })
