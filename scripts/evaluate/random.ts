/** Numbers from 0 to 1 that are the same in every run. Source: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (mulberry32) */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number, both ends included. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1))
}

export function oneOf<T>(random: Random, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)] as T
}

/** At most `size` of the values, in random order. */
export function sample<T>(random: Random, values: readonly T[], size: number): T[] {
  const rest = [...values]
  const taken: T[] = []
  while (taken.length < size && rest.length > 0) {
    const at = Math.floor(random() * rest.length)
    taken.push(rest[at] as T)
    rest[at] = rest[rest.length - 1] as T
    rest.pop()
  }
  return taken
}
