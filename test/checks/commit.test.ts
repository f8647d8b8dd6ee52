import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checked } from '../builders/session.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()

/** `main` with two commits, and `feature` with one that main does not have. */
async function repository() {
  const folder = join(await temporaryFolder(), 'work')
  await mkdir(folder)
  git(folder, 'init', '--quiet', '--initial-branch=main', '--template=')
  const commit = async (text: string) => {
    await writeFile(join(folder, 'file'), text)
    git(folder, 'add', 'file')
    git(folder, 'commit', '--quiet', '-m', text)
    return git(folder, 'rev-parse', 'HEAD')
  }
  const first = await commit('one')
  const second = await commit('two')
  git(folder, 'checkout', '--quiet', '-b', 'feature')
  const side = await commit('three')
  git(folder, 'checkout', '--quiet', 'main')
  return { folder, first, second, side, commit }
}

const judge = (folder: string, commit: string, on = 'main') =>
  checked(`title: On main\ncommit: { on: "${on}" }`, { folder, commit, env })

it('accepts the head of the branch and what it grew from', async () => {
  const { folder, first, second } = await repository()
  for (const commit of [first, second]) expect((await judge(folder, commit)).outcome).toBe('pass')
})

it('refuses a commit that is only on another branch', async () => {
  const { folder, side } = await repository()
  const result = await judge(folder, side)
  expect(result).toMatchObject({ outcome: 'fail' })
  expect(result.message).toMatch(/is not on main; merge it to main first/)
  expect((await judge(folder, side, 'feature')).outcome).toBe('pass')
})

it.each([
  ['of another repository', 'f'.repeat(40), 'main', 'fail', /is not in this repository/],
  ['of a branch that is not here', undefined, 'release', 'fail', /no branch release here/],
  ['that is shortened', 'abc1234', 'main', 'fail', /is no full commit SHA/],
  ['that is a command', '$(touch pwned)', 'main', 'fail', /is no full commit SHA/],
  ['of a branch that is a command', undefined, '$(touch pwned); touch pwned', 'fail', /no branch/],
])('refuses a commit %s', async (_, commit, on, outcome, message) => {
  const { folder, second } = await repository()
  const result = await judge(folder, commit ?? second, on)
  expect(result.outcome).toBe(outcome)
  expect(result.message).toMatch(message)
  expect(git(folder, 'status', '--porcelain')).toBe('')
})

it('looks at the branch of origin where the clone has no own', async () => {
  const { folder, first, side } = await repository()
  const clone = join(await temporaryFolder(), 'clone')
  git('/', 'clone', '--quiet', '--branch=feature', folder, clone)
  expect((await judge(clone, first)).outcome).toBe('pass')
  expect((await judge(clone, side)).outcome).toBe('fail')
})

it('cannot tell in a shallow clone, and says what to do', async () => {
  const { folder, first } = await repository()
  const clone = join(await temporaryFolder(), 'clone')
  git('/', 'clone', '--quiet', '--depth=1', `file://${folder}`, clone)
  const result = await judge(clone, first)
  expect(result.outcome).toBe('inconclusive')
  expect(result.message).toMatch(/fetch-depth: 0/)
})

it('cannot tell outside of a repository', async () => {
  const result = await judge(await temporaryFolder(), 'a'.repeat(40))
  expect(result.outcome).toBe('inconclusive')
  expect(result.message).toMatch(/no git repository; check the code out first/)
})
