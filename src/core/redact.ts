const secretName =
  /TOKEN|SECRET|PASSWORD|PASSWD|PRIVATE|CREDENTIAL|API[-_]?KEY|ACCESS[-_]KEY|_KEY$|^KEY$|AUTH(?!ORS?(?![A-Z]))|DSN|COOKIE|WEBHOOK/i
const secretHeader = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token)$/i
/** Shorter values are words like `true` or `prod`; masking them would blank out half a report. */
const shortestGuess = 6
/** A shorter piece of a secret gives nothing away, and may be a word of its own. */
const shortestPiece = 8
export const mask = '***'

/** Whether a variable's name alone says that its value is a secret. */
export const isSecretName = (name: string): boolean => secretName.test(name)

/** Whether a header's value is never shown. */
export const isSecretHeader = (name: string): boolean => secretHeader.test(name)

/** Whether the last name of a path says that its value is a secret: `headers.set-cookie`, `json.access_token`. */
export const isSecretPath = (path: string): boolean => {
  const name = path.split(/[.[\]]+/).findLast(part => part !== '') ?? ''
  return isSecretHeader(name) || isSecretName(name)
}

/** JSON, also a piece of it, without the texts whose names say that they are secret. */
export const withoutSecretFields = (json: string): string =>
  json.replace(/"([^"]+)"(\s*:\s*)"(?:[^"\\]|\\.)*"?/g, (whole, name: string, colon: string) =>
    isSecretName(name) ? `"${name}"${colon}"${mask}"` : whole,
  )

/**
 * Knows secret values and takes them out of everything that leaves the process, also where they were
 * URL-encoded, JSON-escaped or base64-encoded on the way.
 */
export class Redactor {
  readonly #forms = new Set<string>()
  #pattern: RegExp | undefined
  /** Tells quickly that no secret begins in a text. */
  #beginnings: RegExp | undefined

  /** Adds a value that must never be shown. */
  add(value: string | undefined): void {
    if (!value || value.trim().length < 3) return
    for (const given of [value, value.trim()]) for (const form of formsOf(given)) this.#forms.add(form)
    this.#pattern = undefined
    this.#beginnings = undefined
  }

  /** Adds what an environment holds: values with a secret's name, and the passwords inside URLs. */
  addEnvironment(env: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(env)) {
      if (!value) continue
      if (isSecretName(name) && !/_URL$|_FILE$|_PATH$/i.test(name) && value.length >= shortestGuess) {
        this.add(value)
        for (const member of membersOf(value)) this.add(member)
      }
      for (const password of urlSecrets(value, /WEBHOOK/i.test(name))) this.add(password)
    }
  }

  /** The values, for a sink with its own masking (the runner's). */
  get values(): string[] {
    return [...this.#forms]
  }

  text(text: string): string {
    if (this.#forms.size === 0) return text
    this.#pattern ??= anyOf(
      [...this.#forms].sort((a, b) => b.length - a.length),
      'g',
    )
    this.#beginnings ??= anyOf(
      [...this.#forms].map(form => form.slice(0, shortestPiece)),
      '',
    )
    return this.#withoutBeginnings(text.replace(this.#pattern, mask))
  }

  /** A message that was shortened may end inside a secret. */
  #withoutBeginnings(text: string): string {
    if (!this.#beginnings?.test(text)) return text
    return text.replace(/[^…”]+(?=[…”]|$)/g, part => {
      for (const form of this.#forms) {
        const at = form.length > shortestPiece ? part.lastIndexOf(form.slice(0, shortestPiece)) : -1
        if (at >= 0 && form.startsWith(part.slice(at))) return `${part.slice(0, at)}${mask}`
      }
      return part
    })
  }

  /** The same value with every string and key in it redacted. */
  deep<T>(value: T): T {
    if (typeof value === 'string') return this.text(value) as T
    if (Array.isArray(value)) return value.map(item => this.deep(item)) as T
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [this.text(key), this.deep(item)]),
    ) as T
  }
}

/** Of a list of tokens, or of a map of tokens and users, each member is a secret of its own. */
function membersOf(value: string): string[] {
  const members = value.split(/[,;\s]+/).filter(member => member.length >= shortestGuess)
  const halves = members.filter(member => !member.includes('://')).flatMap(member => member.split(/[:=]/))
  return [...members, ...[...halves, ...stringsInJson(value)].filter(part => part.length >= shortestPiece)]
}

function stringsInJson(text: string): string[] {
  const found: string[] = []
  try {
    JSON.parse(text, (key, value) => {
      found.push(key, ...(typeof value === 'string' ? [value] : []))
      return value
    })
  } catch {
    // It is no JSON.
  }
  return found
}

/** What is secret in the URLs of a text, as written and decoded: passwords, tokens, and the path of a webhook. */
function urlSecrets(text: string, isWebhook: boolean): string[] {
  const found = [
    // `postgres:postgres@…/postgres`: to mask that word everywhere would hide names and paths, and nothing else.
    ...[...text.matchAll(/[a-z][a-z0-9+.-]*:\/\/([^\s/:@]*):([^\s@/]+)@[^\s/?#,]*\/?([^\s?#,]*)/gi)].flatMap(
      ([, user, password = '', path]) => (password === user || password === path ? [] : [password]),
    ),
    ...all(/https?:\/\/([^\s/:@]{8,})@/gi, text),
    ...[...text.matchAll(/[?&]([A-Za-z0-9_.-]+)=([^&#\s]+)/g)].flatMap(([, name = '', value = '']) =>
      isSecretName(name) && value.length >= shortestGuess ? [value] : [],
    ),
    ...(isWebhook ? all(/\/([^\s/?#]{16,})/g, text.replace(/^\w+:\/\/[^/]*/, '')) : []),
  ]
  return found.flatMap(password => {
    try {
      return [password, decodeURIComponent(password)]
    } catch {
      return [password]
    }
  })
}

const all = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(match => match[1] ?? '').filter(Boolean)

const anyOf = (texts: readonly string[], flags: string): RegExp =>
  new RegExp([...new Set(texts)].map(text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), flags)

function formsOf(value: string): string[] {
  // Half a surrogate pair, which JSON can hold, has no encoding.
  const whole = value.toWellFormed()
  const json = JSON.stringify(value).slice(1, -1)
  const urls = [encodeURIComponent(whole), new URLSearchParams({ v: whole }).toString().slice(2)]
  const encoded = [
    value,
    // Messages are put on one line.
    value.replace(/\s+/g, ' '),
    ...urls,
    ...urls.map(url => url.replace(/%[0-9A-F]{2}/g, hex => hex.toLowerCase())),
    json,
    // A body that is JSON, quoted in JSON.
    JSON.stringify(json).slice(1, -1),
    json.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  ]
  return [...new Set([...encoded, ...base64Forms(value)])]
}

/**
 * Base64 of a value inside a longer text depends on where it starts, so each of the three alignments is known,
 * without the characters at either end that neighbours would change.
 */
function base64Forms(value: string): string[] {
  if (Buffer.byteLength(value) < shortestGuess) return []
  const aligned = [0, 1, 2].map(shift => {
    const text = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)])
      .toString('base64')
      .replace(/=+$/, '')
    const from = shift === 0 ? 0 : shift + 1
    const whole = (shift + Buffer.byteLength(value)) % 3 === 0
    return text.slice(from, whole ? undefined : -1)
  })
  return aligned
    .flatMap(form => [form, form.replaceAll('+', '-').replaceAll('/', '_')])
    .filter(form => form.length >= shortestGuess)
}
