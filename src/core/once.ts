/**
 * Makes a value when it is first asked for. Schemas are made this way: building all of them costs more than a gate
 * that needs three of them takes to run.
 */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
