import { Command } from 'commander'
import * as z from 'zod'
import { checklistJsonSchema } from '../checklist/json-schema.ts'
import { kinds, schemas } from '../checks/registry.ts'
import { resultSchema } from '../core/result-schema.ts'
import { language } from '../gates/language.ts'
import type { Edge } from './edge.ts'

export const checklistSchemaText = (): string =>
  `${JSON.stringify(checklistJsonSchema(language, kinds, schemas()), null, 2)}\n`

export const resultSchemaText = (): string =>
  `${JSON.stringify(z.toJSONSchema(resultSchema, { unrepresentable: 'any' }), null, 2)}\n`

export const schemaCommand = (edge: Edge): Command =>
  new Command('schema')
    .description('print the JSON Schema of checklists, for editors')
    .option('--result', 'of the evidence documents instead')
    .action(({ result }: { result?: boolean }) => {
      edge.out(result ? resultSchemaText() : checklistSchemaText())
    })
