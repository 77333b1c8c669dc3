/** NaN for no values. */
export function mean(values: readonly (number | boolean)[]): number {
  return values.reduce<number>((sum, value) => sum + Number(value), 0) / values.length
}

/** How many of `a` are also in `b`. */
export function overlap(a: Iterable<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const value of a) if (b.has(value)) count++
  return count
}

/** At most `size` of the values, at even distances. */
export function evenly<T>(values: readonly T[], size: number): T[] {
  const step = Math.max(1, values.length / size)
  return Array.from({ length: Math.min(size, values.length) }, (_, i) => values[Math.floor(i * step)] as T)
}
