/** The value that a share of the others does not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** What one run measured: figures by their name. */
export type Figures = Record<string, number>

/** The median of each figure over the runs that have it. */
export function medians(runs: readonly Figures[]): Figures {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))]
  return Object.fromEntries(
    names.map((name) => [name, median(runs.flatMap((run) => (name in run ? [run[name] as number] : [])))]),
  )
}
