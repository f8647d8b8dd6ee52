import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteAfter, shellQuote } from '../../src/core/shell-quote.ts'
import { temporaryFolder } from '../builders/temporary.ts'

const sh = (line: string, cwd: string, shell = '/bin/sh') => {
  try {
    return execFileSync(shell, ['-c', line], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

it.each([
  ['abc-1.2_x@y%z+=:,/', 'abc-1.2_x@y%z+=:,/'],
  ['', "''"],
  ['a b', "'a b'"],
  ["it's; rm -rf $HOME", "'it'\\''s; rm -rf $HOME'"],
  ['a\nb', "'a\nb'"],
])('quotes %j for a shell', (text, quoted) => {
  expect(shellQuote(text)).toBe(quoted)
  expect(sh(`printf %s ${quoted}`, '/')).toBe(text)
})

describe('after what was written before', () => {
  const evil = "x'; touch pwned; '"
  it.each([
    ['', true],
    ['echo ', true],
    ['echo \'a\' "b $X \\" c" ', true],
    ['"/opt/my node" deploy.ts api ', true],
    ['echo "${HOME}/x" ', true],
    ['echo "$HOME" | grep -q ', true],
    ['a=$(cat x); echo $(printf %s ', true],
    ["# don't\necho ", true],
    ['curl http://x/#a ', true],
    ['cat < file; echo ', true],
    ['echo "', false],
    ["echo '", false],
    ["sh -c 'echo ", false],
    ['echo "a $(printf %s ', false],
    ['echo "$(date)" ', false],
    ['echo `printf %s ', false],
    ['cat <<EOF\n', false],
    ["echo $'it\\'s ", false],
    ['echo $', false],
    ['echo \\', false],
    ['echo $((1 + ', false],
    ["# don't ", false],
    ["# don't\necho 'a ", false],
  ])('%j lets a text follow: %s', (before, allowed) => {
    const quoted = quoteAfter(before, evil)
    expect(quoted !== undefined).toBe(allowed)
    if (quoted !== undefined) expect(quoted).toBe(shellQuote(evil))
  })

  it('lets plain words follow anywhere', () => {
    expect(quoteAfter('echo "', 'v1.2.3-rc.1')).toBe('v1.2.3-rc.1')
  })
})

it('is needed: quotes alone do not help inside of quotes', async () => {
  const folder = await temporaryFolder()
  sh(`echo "${shellQuote('$(touch pwned)')}"`, folder)
  expect(existsSync(join(folder, 'pwned'))).toBe(true)
})

it('never lets a text from outside be run, whatever stands around it', async () => {
  const folder = await temporaryFolder()
  const pieces = [
    'echo a ',
    '"',
    "'",
    '$(',
    ')',
    '`',
    '\\',
    '$',
    '#',
    ' ',
    '\n',
    '<<E\n',
    'E\n',
    '${X:-',
    '}',
    ';',
    '(',
    "don't ",
    '|cat ',
    '$((',
    '))',
    '{',
    'if true; then ',
    '; fi',
  ]
  const attacks = [
    '$(touch pwned)',
    '`touch pwned`',
    "'; touch pwned; '",
    '"; touch pwned; "',
    '\ntouch pwned\n',
    ')$(touch pwned)',
    '}$(touch pwned)',
    "\\'; touch pwned; '",
    'E\ntouch pwned\n',
  ]
  const around = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom(...attacks),
      fc.constantFrom('/bin/sh', '/bin/bash'),
      (before, after, attack, shell) => {
        const quoted = quoteAfter(before, attack)
        fc.pre(quoted !== undefined)
        sh(`${before}${quoted}${after}`, folder, shell)
        expect(existsSync(join(folder, 'pwned'))).toBe(false)
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)
