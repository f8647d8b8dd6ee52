/** The tags of a document in order, with what is wrong in how they stand. */
export interface Markup {
  faults: string[]
  ids: string[]
  /** Values of `href`, `src` and the like, and of `url(…)`. */
  references: string[]
  /** The text between the tags, with its entities resolved. */
  text: string
}

const token =
  /<!doctype html>|<(?<close>\/)?(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*(?<empty>\/)?>|(?<text>[^<]+)/gi
const voidTags = ['meta', 'br', 'hr', 'img', 'link', 'input']
/** A paragraph ends, unasked, at any of these. */
const blocks = [
  'div',
  'p',
  'ul',
  'ol',
  'dl',
  'table',
  'section',
  'figure',
  'details',
  'pre',
  'h2',
  'h3',
  'h4',
]

/** Reads a document strictly: every tag is closed in turn, every attribute is quoted, nothing is left over. */
export function readMarkup(document: string): Markup {
  const faults: string[] = []
  const open: string[] = []
  const attributes: [name: string, value: string][] = []
  let text = ''
  let reached = 0
  for (const match of document.matchAll(token)) {
    const groups = match.groups ?? {}
    if (match.index !== reached) faults.push(`no markup: ${document.slice(reached, match.index + 40)}`)
    reached = match.index + match[0].length
    const name = groups['name']
    if (groups['text'] !== undefined && open.at(-1) !== 'style') text += groups['text']
    if (name === undefined) continue
    if (groups['close']) {
      const last = open.pop()
      if (last !== name) faults.push(`</${name}> closes <${last}>`)
      continue
    }
    for (const [, key = '', value = ''] of (groups['attributes'] ?? '').matchAll(/([\w:-]+)(?:="([^"]*)")?/g))
      attributes.push([key, decode(value)])
    if (blocks.includes(name) && open.includes('p')) faults.push(`<${name}> inside a paragraph`)
    if (name === 'a' && open.includes('a')) faults.push('a link inside a link')
    if (!groups['empty'] && !voidTags.includes(name)) open.push(name)
  }
  if (reached !== document.length) faults.push(`no markup: ${document.slice(reached, reached + 40)}`)
  if (open.length > 0) faults.push(`never closed: ${open.join(', ')}`)
  const events = attributes.filter(([name]) => name.startsWith('on') || name === 'style')
  if (events.length > 0)
    faults.push(`attributes that the policy forbids: ${events.map(([name]) => name).join(', ')}`)
  return {
    faults,
    ids: attributes.filter(([name]) => name === 'id').map(([, value]) => value),
    references: [
      ...attributes
        .filter(([name]) => /^(?:.*:)?(?:href|src|srcset|action|data)$/.test(name))
        .map(([, value]) => value),
      ...[...document.matchAll(/url\(([^)]*)\)/g)].map(([, value = '']) => value),
    ],
    text: decode(text),
  }
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&amp;': '&',
}
const decode = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp|#39|#96);/g, entity => entities[entity] ?? '')
