const plain = /^[A-Za-z0-9_@%+=:,./-]+$/

/** A text as one word of a POSIX shell. */
export const shellQuote = (text: string): string =>
  plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/**
 * A text from outside as it may follow `before` in a shell line: one word. Undefined where no quotes make it safe,
 * because it would stand inside of quotes, backticks or a here-document, which such a text could end.
 */
export function quoteAfter(before: string, text: string): string | undefined {
  if (plain.test(text)) return text
  return endsInTheOpen(before) ? shellQuote(text) : undefined
}

/** Whether what follows a piece of a shell line stands outside of all quotes. When in doubt, it does not. */
function endsInTheOpen(line: string): boolean {
  tokens.lastIndex = 0
  while (tokens.lastIndex < line.length) if (!tokens.test(line)) return false
  return true
}

/** What is whole in itself at the start of a shell line; `$'`, `$((`, backticks and here-documents are not known. */
const tokens = new RegExp(
  [
    // A quoted text. What a double-quoted one may run or end in the middle makes it unclear.
    /'[^']*'/,
    /"(?:[^"\\`$]|\\[\s\S]|\$(?![({])|\$\{[^}"'`$]*\})*"/,
    // A comment to the end of its line, where it begins a word.
    /(?<=^|[\s;&|()<>])#[^\n]*\n/,
    /(?<!^|[\s;&|()<>])#/,
    /\\[\s\S]/,
    /\$(?!'|\(\(|$)/,
    /<(?!<)/,
    /[^'"`\\$<#]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
)
