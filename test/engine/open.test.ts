import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import { givenApprover, parseApprovals } from '../../src/engine/approver.ts'
import { findCommit } from '../../src/engine/find-commit.ts'
import { readChecklist } from '../../src/engine/load.ts'
import { openSession, type SessionOptions } from '../../src/engine/open-session.ts'
import { stageFor } from '../../src/engine/stage-for.ts'
import { checklistOf } from '../builders/checklists.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const commit = 'abcdef0123456789abcdef0123456789abcdef01'
const problemsOf = async (work: () => unknown) => {
  const error = await Promise.resolve()
    .then(work)
    .catch(error => error)
  expect(error).toBeInstanceOf(UserError)
  return (error as UserError).message
}

async function repository() {
  const folder = await temporaryFolder()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim()
  git('init', '--quiet', '--initial-branch=main', '--template=')
  git('commit', '--quiet', '--allow-empty', '--no-gpg-sign', '-m', 'one')
  git('tag', 'v1')
  return { folder, head: git('rev-parse', 'HEAD') }
}

describe('the commit', () => {
  it('is the one that was given, else the runner’s, else HEAD', async () => {
    const { folder, head } = await repository()
    expect(await findCommit(commit, { env: { GITHUB_SHA: head }, cwd: folder })).toBe(commit)
    expect(await findCommit(undefined, { env: { GITHUB_SHA: commit }, cwd: folder })).toBe(commit)
    expect(await findCommit(undefined, { env: {}, cwd: folder })).toBe(head)
  })

  it('may be named by a tag, a branch or its beginning', async () => {
    const { folder, head } = await repository()
    for (const name of ['v1', 'main', head.slice(0, 8)])
      expect(await findCommit(name, { env: {}, cwd: folder })).toBe(head)
  })

  it.each([
    ['no-such-branch', /there is no commit `no-such-branch` here/],
    ['--all', /there is no commit `--all` here/],
  ])('%s is refused', async (name, message) => {
    const { folder } = await repository()
    expect(await problemsOf(() => findCommit(name, { env: {}, cwd: folder }))).toMatch(message)
  })

  it('is not known outside of a repository', async () => {
    const cwd = await temporaryFolder()
    expect(await problemsOf(() => findCommit(undefined, { env: {}, cwd }))).toMatch(
      /no git repository.*\n.*--commit/,
    )
  })
})

describe('a session', () => {
  const text =
    'gatesheet: 1\nname: T\nenvironments: [blue]\npreflight: [{ title: A, env: { X: { secret: true } } }]\n'
  const options = async (given: Partial<SessionOptions> = {}): Promise<SessionOptions> => {
    const cwd = await temporaryFolder()
    await writeFile(join(cwd, 'rollout.yml'), text)
    await mkdir(join(cwd, 'app'))
    return {
      checklist: 'rollout.yml',
      environment: 'blue',
      evidence: 'out',
      commit,
      approver: givenApprover('ada', []),
      attestations: {},
      env: { X: 'canary-x-1', A_TOKEN: 'canary-a-1' },
      cwd,
      signal: new AbortController().signal,
      listen: () => undefined,
      ...given,
    }
  }

  it('knows the secrets of the environment and of the checklist from its beginning', async () => {
    const session = await openSession(await options())
    expect(session.redactor.text('canary-x-1 canary-a-1')).toBe('*** ***')
  })

  it('works in the folder that it was given, and names its run', async () => {
    const given = await options({ workingDirectory: 'app', env: { GITHUB_RUN_ID: '77' } })
    const session = await openSession(given)
    expect([session.folder, session.run]).toEqual([join(given.cwd, 'app'), '77'])
    expect((await openSession({ ...given, run: 'mine' })).run).toBe('mine')
  })

  it.each<[string, Partial<SessionOptions>, RegExp]>([
    [
      'another environment',
      { environment: 'bleu' },
      /rollout\.yml has no environment `bleu`; did you mean `blue`/,
    ],
    ['no file', { checklist: 'rolout.yml' }, /rolout\.yml:1:1: there is no such file/],
    ['a folder', { checklist: 'app' }, /app:1:1: this is a folder/],
  ])('is refused with %s', async (_, given, message) => {
    const all = await options(given)
    expect(await problemsOf(() => openSession(all))).toMatch(message)
  })
})

it('gives the problems of a file with the name that was given', async () => {
  const cwd = await temporaryFolder()
  await writeFile(join(cwd, 'a.yml'), 'gatesheet: 1\nname: T\n')
  const { problems } = await readChecklist('./a.yml', cwd)
  expect(problems[0]?.at?.file).toBe('./a.yml')
})

describe('the stage of a gate', () => {
  const full =
    'gatesheet: 1\nname: T\ndeploy: { before-migrate: [{ title: D, run: x }] }\nbackup: { database: x, to: y, in: [production] }\nmigrate: { tool: sql, directory: x, database: y }\n'
  const ask = async (gate: Parameters<typeof stageFor>[0], phase?: string) =>
    stageFor(gate, phase, { checklist: await checklistOf(full), environment: 'staging' })

  it('is the only one that the checklist has', async () => {
    expect((await ask('deploy')).name).toBe('deploy-before-migrate')
    expect((await ask('migrate', 'apply')).name).toBe('migrate')
  })

  it.each<[Parameters<typeof stageFor>[0], string | undefined, RegExp]>([
    ['migrate', undefined, /migrate runs at 2 points of a rollout; name one with `--phase`: preview, apply/],
    ['migrate', 'after', /migrate has no phase `after`; it has preview, apply/],
    ['backup', 'x', /backup has no phases/],
    ['backup', undefined, /rollout\.yml: only in production/],
    ['smoke', undefined, /rollout\.yml: the checklist has no `smoke`/],
    ['deploy', 'after-migrate', /`deploy` has nothing for `after-migrate`/],
  ])('%s %s is refused', async (gate, phase, message) => {
    expect(await problemsOf(() => ask(gate, phase))).toMatch(message)
  })
})

describe('approvals from a file', () => {
  it('are read from YAML and JSON', () => {
    const given = [{ by: 'ada', digest: 'sha256:aa', role: 'Lead', at: '2026-03-01T10:00:00Z' }]
    const expected = [{ ...given[0], state: 'approved', via: 'given' }]
    expect(parseApprovals(JSON.stringify(given), 'a.json')).toEqual(expected)
    expect(
      parseApprovals('- { by: ada, digest: "sha256:aa", role: Lead, at: "2026-03-01T10:00:00Z" }', 'a.yml'),
    ).toEqual(expected)
  })

  it.each([
    ['', /a\.yml:1:1/],
    ['by: ada', /array/],
    ['- { by: ada }', /0\.digest/],
    ['- { by: "", digest: x }', /0\.by/],
    ['- { by: ada, digest: x, state: maybe }', /0\.state/],
    ['- { by: ada, digest: x, more: 1 }', /more/],
    ['- [', /a\.yml:1:1/],
  ])('are refused when they are none: %s', async (text, message) => {
    expect(await problemsOf(() => parseApprovals(text, 'a.yml'))).toMatch(message)
  })
})
