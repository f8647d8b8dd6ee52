import { isSecretName } from '../../src/core/redact.ts'

/** The ways in which a value could get out: as it is, and as programs write it into other texts. */
export const formsOf = (value: string): string[] => [
  ...new Set([
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(JSON.stringify(value)).slice(3, -3),
    ...(['base64', 'base64url'] as const).flatMap(encoding =>
      // What is left of it in a longer text, wherever in the text it begins.
      [0, 1, 2].map(shift =>
        Buffer.from(`${'.'.repeat(shift)}${value}`)
          .toString(encoding)
          .slice(4, -4),
      ),
    ),
  ]),
]

/** The secrets of an environment, by the names of their variables; the passwords in URLs too. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): Map<string, string> {
  const secrets = new Map<string, string>()
  for (const [name, value] of Object.entries(env)) {
    if (!value) continue
    const password = /^[a-z+]+:\/\/[^:/@]+:([^@/]+)@/.exec(value)?.[1]
    if (password) secrets.set(`the password in ${name}`, decodeURIComponent(password))
    else if (isSecretName(name) && value.length >= 16 && !value.startsWith('http'))
      for (const part of value.split(',')) secrets.set(name, part)
  }
  return secrets
}

/** Which secrets a text lets out, each with its form; the commands that have the runner mask them do not count. */
export function leaksIn(text: string, secrets: ReadonlyMap<string, string>): string[] {
  const shown = text.replace(/^::add-mask::.*$/gm, '')
  return [...secrets].flatMap(([name, value]) =>
    formsOf(value).flatMap((form, index) =>
      shown.includes(form) ? [`${name} (form ${index + 1}) in …${around(shown, form)}…`] : [],
    ),
  )
}

function around(text: string, form: string): string {
  const at = text.indexOf(form)
  return text.slice(Math.max(0, at - 40), at).replaceAll('\n', '⏎')
}
