/** Markup that was escaped, or that is the program's own. A class, so that no evidence can pose as it. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

/** What may stand in a template: text is escaped, `undefined` and `false` are nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[]

/** Tags a template: everything put into it is escaped, for text and for quoted attributes alike. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(fixed.reduce((markup, text, index) => `${markup}${render(parts[index - 1])}${text}`))

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Characters that no document may hold, and those that turn the direction of the text after them. */
const unwanted = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu

function render(part: Part): string {
  if (part instanceof Html) return part.markup
  if (part === undefined || part === false) return ''
  if (typeof part === 'object') return part.map(render).join('')
  return String(part)
    .replace(unwanted, '\ufffd')
    .replace(/[&<>"'`]/g, character => entities[character] ?? '')
}
