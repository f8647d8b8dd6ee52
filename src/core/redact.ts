const secretName =
  /TOKEN|SECRET|PASSWORD|PASSWD|PRIVATE|CREDENTIAL|API_?KEY|ACCESS_KEY|_KEY$|^KEY$|AUTH|DSN|COOKIE|WEBHOOK/i
const secretHeader = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|x-auth-token)$/i
/** Shorter values are words like `true` or `prod`; masking them would blank out half a report. */
const shortestGuess = 6

export const mask = '***'

/** Whether a variable's name alone says that its value is a secret. */
export const isSecretName = (name: string): boolean => secretName.test(name)

/** Whether a header's value is never shown. */
export const isSecretHeader = (name: string): boolean => secretHeader.test(name)

/**
 * Knows secret values and takes them out of everything that leaves the process, also where they were
 * URL-encoded, JSON-escaped or base64-encoded on the way.
 */
export class Redactor {
  readonly #forms = new Set<string>()
  #pattern: RegExp | undefined

  /** Adds a value that must never be shown. */
  add(value: string | undefined): void {
    if (!value || value.length < 3) return
    for (const form of formsOf(value)) this.#forms.add(form)
    this.#pattern = undefined
  }

  /** Adds what an environment holds: values with a secret's name, and the passwords inside URLs. */
  addEnvironment(env: Readonly<Record<string, string | undefined>>): void {
    for (const [name, value] of Object.entries(env)) {
      if (!value) continue
      if (isSecretName(name) && !/_URL$|_FILE$|_PATH$/i.test(name) && value.length >= shortestGuess) {
        this.add(value)
        // Lists of tokens and token maps: each member is a secret of its own.
        for (const member of value.split(/[,;\s]+/)) if (member.length >= shortestGuess) this.add(member)
      }
      for (const password of urlPasswords(value)) this.add(password)
    }
  }

  /** The values, for a sink with its own masking (the runner's). */
  get values(): string[] {
    return [...this.#forms]
  }

  text(text: string): string {
    if (this.#forms.size === 0) return text
    this.#pattern ??= new RegExp(
      [...this.#forms]
        .sort((a, b) => b.length - a.length)
        .map(form => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('|'),
      'g',
    )
    return text.replace(this.#pattern, mask)
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

/** The passwords in the URLs of a text, as written and decoded. */
function urlPasswords(text: string): string[] {
  const found = [...text.matchAll(/[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s@/]+)@/gi)].map(
    match => match[1] ?? '',
  )
  return found.filter(Boolean).flatMap(password => {
    try {
      return [password, decodeURIComponent(password)]
    } catch {
      return [password]
    }
  })
}

function formsOf(value: string): string[] {
  const encoded = [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]
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
