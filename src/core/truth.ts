const truths: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
  '': false,
}

/** `true`, `yes`, `on`, `1` and their opposites, in any case; undefined for anything else. */
export const parseTruth = (text: string): boolean | undefined => truths[text.trim().toLowerCase()]
