/**
 * Untrusted text as harmless Markdown on one line: no markup, no HTML, no mention, no link, no table or fence break.
 * A zero-width space after `@` and `#` keeps GitHub from notifying people and linking issues. What is harmless in
 * GitHub's flavour (parentheses, underscores inside words) stays as it is, so that the text can also be read raw.
 */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*[\]|~]/g, character => `\\${character}`)
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/([@#])(?=\w)/g, '$1\u200b')
    .replace(/\b(https?|ftp):\/\//gi, '$1:\u200b//')
    .replace(/\bwww\./gi, 'www\u200b.')
}

/** Untrusted text as inline code, whatever backticks are in it. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '` `' : `${fence}${pad}${line}${pad}${fence}`
}

/** Untrusted text as a fenced block that it cannot close. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\s+$/, '')}\n${fence}`
}

/** A line of a table; cells are Markdown already. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map(cell => cell.replaceAll('\n', ' ')).join(' | ')} |`
