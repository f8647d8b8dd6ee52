import { Command } from 'commander'
import { loadChecklist } from '../engine/load.ts'
import { inWords } from '../engine/words.ts'
import { checklistDocument } from '../report/checklist-document.ts'
import type { Edge } from './edge.ts'

export const renderCommand = (edge: Edge): Command =>
  new Command('render')
    .description('print a checklist as a Markdown document')
    .argument('<file>', 'checklist')
    .action(async (file: string) => {
      const checklist = await loadChecklist(file, edge.cwd)
      edge.out(checklistDocument(checklist, inWords(checklist)))
    })
