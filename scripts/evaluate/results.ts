/** What one library reached on one set, by the keys of rows. */
export interface Result {
  set: string
  paragraphs: number
  questions: number
  library: string
  /** NaN where there was nothing to ask. */
  values: Record<string, number>
}

/** The distinct names, in order of appearance. */
export const setsOf = (results: readonly Result[]): string[] => [...new Set(results.map(({ set }) => set))]
export const librariesOf = (results: readonly Result[]): string[] => [
  ...new Set(results.map(({ library }) => library)),
]

export function figureOf(results: readonly Result[], set: string, library: string, key: string): number {
  const result = results.find((candidate) => candidate.set === set && candidate.library === library)
  return result?.values[key] ?? Number.NaN
}
