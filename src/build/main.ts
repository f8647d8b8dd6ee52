import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { checklistSchemaText, resultSchemaText } from '../cli/schema.ts'
import { actionFiles, stub } from './action-files.ts'
import { withReference } from './reference.ts'

const exec = promisify(execFile)
const root = join(import.meta.dirname, '..', '..')
const build = join(root, 'build')

/**
 * Builds `dist` and everything else that is generated. Deletes first, so that nothing stale survives; the same
 * source always gives the same bytes.
 */
await rm(build, { recursive: true, force: true })
await rm(join(root, 'dist'), { recursive: true, force: true })
await exec(bin('tsc'), ['--project', 'tsconfig.build.json'], { cwd: root })
await declarePure()
await exec(
  bin('ncc'),
  ['build', join(build, 'entry.js'), '--out', join(root, 'dist'), '--license', 'licenses.txt', '--no-cache'],
  { cwd: root },
)
await rm(join(root, 'dist', 'package.json'), { force: true })
await escapeToAscii()
const files = new Map([
  ...actionFiles(),
  ['dist/action.js', stub('./index.js')],
  ['dist/cli.js', cliStub()],
  ['checklists/checklist.schema.json', checklistSchemaText()],
  ['checklists/result.schema.json', resultSchemaText()],
  ['README.md', withReference(await readFile(join(root, 'README.md'), 'utf8'))],
])
for (const [path, text] of files) {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text, path === 'dist/cli.js' ? { mode: 0o755 } : {})
}
await rm(build, { recursive: true, force: true })

function bin(name: string): string {
  return join(root, 'node_modules', '.bin', name)
}

/**
 * The packages of the GitHub toolkit have no effects at import but do not say so; without that the bundler keeps
 * their HTTP client, which takes longer to load than everything else together. Copies beside the compiled source
 * say it for them.
 */
async function declarePure(): Promise<void> {
  for (const name of ['core', 'exec', 'http-client', 'io']) {
    const copy = join(build, 'node_modules', '@actions', name)
    await cp(join(root, 'node_modules', '@actions', name), copy, { recursive: true })
    const manifest = JSON.parse(await readFile(join(copy, 'package.json'), 'utf8'))
    await writeFile(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
  }
}

/**
 * One character beyond Latin-1 makes the engine keep a whole file at two bytes a character, and re-encode it to look
 * it up in its compile cache: a twentieth of the time of a small gate. Escapes mean the same.
 */
async function escapeToAscii(): Promise<void> {
  const names = (await readdir(join(root, 'dist'))).filter(name => name.endsWith('.js'))
  for (const name of names) {
    const path = join(root, 'dist', name)
    const text = await readFile(path, 'utf8')
    const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
    await writeFile(path, text.replace(/[^\0-\x7f]/g, escaped))
  }
}

function cliStub(): string {
  return `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(\`gatesheet needs Node.js 22 or newer; this is \${process.versions.node}.\`)
  process.exit(2)
}
const { runCli } = await import('./index.js')
await runCli(process.argv.slice(2))
`
}
