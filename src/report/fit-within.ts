/** A part of a document that is shown whole, shortened, or left out. */
export interface Section {
  /** What is said when the section is left out. */
  name: string
  text: string
  /** The same with only what matters most; it says itself that something is missing. */
  short?: () => string
  /** Shortened and left out last: the verdict, and what went wrong. */
  important: boolean
}

const size = (text: string) => Buffer.byteLength(text)

/**
 * Puts sections together within a limit in bytes (UTF-8). What does not fit is shortened, then left out at a section's
 * border, the unimportant first, and the document says so.
 */
export function fitWithin(sections: readonly Section[], limitBytes: number): string {
  const texts = new Map(sections.map(section => [section, section.text]))
  const total = () => [...texts.values()].reduce((sum, text) => sum + size(text) + 2, 0)
  const note = 300 + sections.reduce((sum, section) => sum + size(section.name) + 2, 0)
  const order = [...sections].sort(
    (a, b) => Number(a.important) - Number(b.important) || size(b.text) - size(a.text),
  )
  for (const section of order) {
    const short = total() > limitBytes ? section.short?.() : undefined
    if (short !== undefined && short.length < section.text.length) texts.set(section, short)
  }
  const tooLong = total() > limitBytes
  for (const section of tooLong ? order : []) if (total() > limitBytes - note) texts.delete(section)

  const text = [...texts.values()].join('\n\n')
  const gone = sections.filter(section => !texts.has(section)).map(section => section.name)
  if (gone.length === 0) return `${text}\n`
  return `${text}\n\n> Left out to stay within the size limit: ${gone.join(', ')}. The evidence files hold everything.\n`
}
