/** Parts of a map: one holds 2^24 entries at most. */
const PARTS = 64

/** A map of whole numbers by whole numbers, for up to a billion of them. */
export class NumberMap {
  readonly #parts = Array.from({ length: PARTS }, () => new Map<number, number>())

  get size(): number {
    return this.#parts.reduce((sum, part) => sum + part.size, 0)
  }

  get(key: number): number | undefined {
    return this.#parts[key % PARTS]!.get(key)
  }

  set(key: number, value: number): void {
    this.#parts[key % PARTS]!.set(key, value)
  }

  *values(): Generator<number> {
    for (const part of this.#parts) yield* part.values()
  }
}
