/** Writes one JSON line to stdout, with the time in front. */
export function writeLog(fields: object): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...fields })}\n`)
}
