/** The nearest-rank quantile (0 < q ≤ 1): always a value that was really measured. Undefined without data. */
export function quantile(values: readonly number[], q: number): number | undefined {
  if (values.length === 0) return undefined
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]
}
