import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareEnvironment } from '../acceptance/child.ts'
import { runAction } from './action.ts'
import { compare, runProgram } from './compare.ts'

const names = Array.from({ length: 60 }, (_, index) => `SETTING_${index}`)
const item = (name: string) => `  - { title: "${name} is set", env: { ${name}: { min-length: 3 } } }`

/** How much longer the preflight action takes than starting Node: all that a step costs. */
export async function benchStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  await writeFile(
    join(folder, 'checklist.yml'),
    `gatesheet: 1\nname: Sixty\npreflight:\n${names.map(item).join('\n')}\n`,
  )
  await writeFile(join(folder, 'empty.js'), '')
  const env = Object.fromEntries(names.map(name => [name, `value of ${name}`]))
  await compare({
    title: 'Start',
    rounds: 41,
    contestants: [
      {
        name: 'an empty Node process',
        run: () => void runProgram(process.execPath, [join(folder, 'empty.js')], { env: bareEnvironment() }),
      },
      { name: 'preflight, 60 checks, with its summary', run: () => runAction('preflight', { folder, env }) },
    ],
  })
  await rm(folder, { recursive: true })
}
