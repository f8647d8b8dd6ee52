/** A part of a document that is shown whole or left out. */
export interface Section {
  /** What is said when the section is left out. */
  name: string
  text: string
  /** Left out last: the verdict, and what went wrong. */
  important: boolean
}

/**
 * Puts sections together within a limit in bytes (UTF-8). What does not fit is left out at a section's border, the
 * unimportant first, and the document says so.
 */
export function fitWithin(sections: readonly Section[], limitBytes: number): string {
  const size = (text: string) => Buffer.byteLength(text)
  const room = limitBytes - 300 - sections.reduce((sum, section) => sum + size(section.name) + 2, 0)
  const kept = new Set(sections)
  let total = sections.reduce((sum, section) => sum + size(section.text) + 2, 0)
  if (total > limitBytes) {
    const order = [...sections].sort(
      (a, b) => Number(a.important) - Number(b.important) || size(b.text) - size(a.text),
    )
    for (const section of order) {
      if (total <= room) break
      kept.delete(section)
      total -= size(section.text) + 2
    }
  }
  const text = sections.filter(section => kept.has(section)).map(section => section.text)
  const gone = sections.filter(section => !kept.has(section)).map(section => section.name)
  if (gone.length === 0) return `${text.join('\n\n')}\n`
  return `${text.join('\n\n')}\n\n> Left out to stay within the size limit: ${gone.join(', ')}. The evidence files hold everything.\n`
}
