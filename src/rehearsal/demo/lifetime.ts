import { fstatSync } from 'node:fs'

/**
 * Calls `stop` once, on SIGTERM, on SIGINT, or when the process that holds the other end of stdin is gone;
 * exits with 0 after it, with 1 when it fails or takes longer than `graceMs`.
 */
export function stopGracefully(stop: () => Promise<void>, graceMs = 1500): void {
  let stopping = false
  const begin = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), graceMs).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
  if (stdinHasAnOwner()) process.stdin.on('end', begin).on('error', begin).resume()
}

/** In a container stdin is /dev/null, which ends at once: only a pipe says that somebody is there. */
function stdinHasAnOwner(): boolean {
  const stdin = fstatSync(0)
  return stdin.isFIFO() || stdin.isSocket()
}
