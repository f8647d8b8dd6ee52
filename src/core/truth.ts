const truths = new Map<string, boolean>([
  ...['true', 'yes', 'on', '1'].map(word => [word, true] as const),
  ...['false', 'no', 'off', '0', ''].map(word => [word, false] as const),
])

/** `true`, `yes`, `on`, `1` and their opposites, in any case; undefined for anything else. */
export const parseTruth = (text: string): boolean | undefined => truths.get(text.trim().toLowerCase())
