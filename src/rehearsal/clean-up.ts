/** What has to be undone, in the order in which it was done. */
export type CleanUp = {
  add(undo: () => Promise<void>): void
  /** Adds the `stop` of something that has just been started, and returns the thing. */
  keep<T extends { stop(): Promise<void> }>(started: T): T
  /** Undoes the latest first. Goes on after a failure and throws the first one at the end. */
  run(): Promise<void>
}

/** An empty list of things to undo. */
export function createCleanUp(): CleanUp {
  const undos: (() => Promise<void>)[] = []
  return {
    add: undo => {
      undos.push(undo)
    },
    keep: started => {
      undos.push(() => started.stop())
      return started
    },
    run: async () => {
      const failures: unknown[] = []
      for (let undo = undos.pop(); undo; undo = undos.pop()) {
        await undo().catch(error => failures.push(error))
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** Waits for all of them, also when one fails: what the others have started must be known before cleaning up. */
export async function allSettled<T extends readonly unknown[]>(
  work: {
    [K in keyof T]: Promise<T[K]>
  },
): Promise<T> {
  const results = await Promise.allSettled(work)
  const failed = results.find(result => result.status === 'rejected')
  if (failed) throw failed.reason
  return results.map(result => (result as PromiseFulfilledResult<unknown>).value) as unknown as T
}
