import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { has } from '../programs.ts'
import { bareEnvironment, root, start, startNode } from './child.ts'
import { makeWorkspace } from './workspace.ts'

const checklist = `gatesheet: 1
name: A checklist for the browser
preflight:
  - { title: The word is right, env: { WORD: { equals: yes } } }
observe:
  for: 500ms
  every: 100ms
  checks:
    - { title: It stays, run: "true" }
`

describe.skipIf(!has('chromium'))('report.html in a browser', () => {
  it('is shown, without an error and without asking the network for anything', async () => {
    await using workspace = await makeWorkspace({ 'checklist.yml': checklist })
    const setting = { cwd: workspace.path, env: { ...bareEnvironment(), WORD: 'yes' } }
    const cli = startNode(
      join(root, 'dist', 'cli.js'),
      ['run', 'checklist.yml', '-e', 'staging', '--yes'],
      setting,
    )
    expect((await cli.ended).code).toBe(0)
    const report = join(workspace.path, '.gatesheet', 'report.html')
    // Whatever goes wrong in the page is written into it, where the dump of the page shows it.
    const watch = `<script>
const wrong = []
document.documentElement.dataset.watched = 'yes'
const tell = text => { wrong.push(text); document.documentElement.dataset.wrong = wrong.join('; ') }
addEventListener('error', event => tell(event.message || event.target.outerHTML), true)
addEventListener('securitypolicyviolation', event => tell(event.blockedURI))
addEventListener('load', () => {
  const asked = performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))
  if (asked.length > 0) tell('asked for ' + asked)
})
</script>`
    const watched = join(workspace.path, 'watched.html')
    await writeFile(watched, (await readFile(report, 'utf8')).replace(/<head>/i, `<head>${watch}`))
    const browser = (...args: string[]) =>
      start(
        'chromium',
        ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${workspace.path}/profile`, ...args],
        setting,
      ).ended

    const { stdout } = await browser('--virtual-time-budget=3000', '--dump-dom', `file://${watched}`)
    expect(stdout).toContain('A checklist for the browser')
    expect(stdout).toContain('The word is right')
    expect(stdout).toContain('data-watched="yes"')
    expect(/data-wrong="([^"]*)"/.exec(stdout)?.[1]).toBeUndefined()

    const picture = join(workspace.path, 'report.png')
    await browser(`--screenshot=${picture}`, '--window-size=1000,1400', `file://${report}`)
    // A blank page of this size has about 6 kB.
    expect((await stat(picture)).size).toBeGreaterThan(20_000)
  })
})
