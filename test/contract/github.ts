import { clearCache } from '@actions/languageservice/utils/workflow-cache'
import { validate } from '@actions/languageservice/validate'
import { NoOperationTraceWriter } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { convertWorkflowTemplate } from '@actions/workflow-parser/model/convert'
import { parseWorkflow } from '@actions/workflow-parser/workflows/workflow-parser'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { textOf } from './repository.ts'

/** What GitHub's own parser has against an action.yml. */
export function actionErrors(name: string, content: string): string[] {
  const { context } = parseAction({ name, content }, new NoOperationTraceWriter())
  return context.errors.getErrors().map(error => error.message)
}

/** What GitHub's own parser has against a workflow, and against the workflows that it calls. */
export async function workflowErrors(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value) {
    const options = { fetchReusableWorkflowDepth: 1, errorPolicy: 1 }
    await convertWorkflowTemplate(context, value, fileProvider, options)
  }
  return context.errors.getErrors().map(error => error.message)
}

/** What the validator of GitHub's editors has against a workflow or an action.yml. */
export async function diagnostics(name: string, content: string): Promise<string[]> {
  // Its caches know documents by their address, and would answer for an earlier text of this one.
  clearCache()
  const document = TextDocument.create(`file:///${name}`, 'yaml', 0, content)
  const found = await validate(document, { fileProvider, actionsMetadataProvider: { fetchActionMetadata } })
  return found.map(({ range, message }) => `${name}:${range.start.line + 1}: ${message}`)
}

const fileProvider = {
  async getFileContent(reference: { path: string }) {
    return { name: reference.path, content: textOf(reference.path.replace(/^\.\//, '')) }
  },
}

/** The inputs of other people's actions, at the commits that our workflows pin: no test needs the network. */
const inputsOf: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout': [
    'repository',
    'ref',
    'persist-credentials',
    'path',
    'clean',
    'fetch-depth',
    'fetch-tags',
  ],
  'actions/setup-node': ['node-version', 'node-version-file', 'check-latest', 'package-manager-cache'],
}

async function fetchActionMetadata({ owner, name }: { owner: string; name: string }) {
  const inputs = inputsOf[`${owner}/${name}`]
  if (!inputs) return undefined
  const described = Object.fromEntries(inputs.map(input => [input, { description: input }]))
  return { name, description: name, inputs: described, outputs: {} }
}
