// Sets of paragraphs, as ascending ordinals.

export function everyOrdinal(paragraphs: number): Uint32Array {
  const ordinals = new Uint32Array(paragraphs)
  for (let ordinal = 0; ordinal < paragraphs; ordinal++) ordinals[ordinal] = ordinal
  return ordinals
}

/** @param paragraphs One more than the largest ordinal there may be. */
export function union(sets: readonly Uint32Array[], paragraphs: number): Uint32Array {
  const filled = sets.filter((set) => set.length > 0)
  if (filled.length <= 1) return filled[0] ?? new Uint32Array(0)
  const bits = new Uint32Array((paragraphs + 31) >>> 5)
  for (const set of filled) setBits(bits, set)
  const united = new Uint32Array(filled.reduce((sum, set) => sum + set.length, 0))
  return united.subarray(0, placesOf(bits, united))
}

/** By itself, for V8 throws away again and again what it makes of a long loop with code behind it. */
function setBits(bits: Uint32Array, places: Uint32Array): void {
  for (let i = 0; i < places.length; i++) bits[places[i]! >>> 5]! |= 1 << (places[i]! & 31)
}

/** Puts the places of all bits that are set into `places`, ascending. @param first The place of the first bit. @returns How many. */
export function placesOf(bits: Uint32Array, places: Uint32Array, first = 0): number {
  let found = 0
  for (let at = 0; at < bits.length; at++) {
    for (let rest = bits[at]!; rest !== 0; rest &= rest - 1) {
      places[found++] = first + at * 32 + 31 - Math.clz32(rest & -rest)
    }
  }
  return found
}

export function intersection(a: Uint32Array, b: Uint32Array): Uint32Array {
  return split(a, b).inside
}

/** What is in `a` alone. */
export function difference(a: Uint32Array, b: Uint32Array): Uint32Array {
  return split(a, b).outside
}

export function includes(set: Uint32Array, ordinal: number): boolean {
  return set[lowerBound(set, ordinal)] === ordinal
}

/** The place of the first value, from `from` to `to` (exclusive), that is not less than `ordinal`; `to` if there is none. */
export function lowerBound(
  sorted: Uint32Array,
  ordinal: number,
  from: number = 0,
  to: number = sorted.length,
): number {
  if (from === to || sorted[from]! >= ordinal) return from
  let low = from + 1
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < ordinal) low = middle + 1
    else high = middle
  }
  return low
}

/** Parts `a` by whether it is in `b`. */
function split(a: Uint32Array, b: Uint32Array): { inside: Uint32Array; outside: Uint32Array } {
  const inside = new Uint32Array(Math.min(a.length, b.length))
  const outside = new Uint32Array(a.length)
  let common = 0
  let at = 0
  a.forEach((ordinal, i) => {
    while (at < b.length && b[at]! < ordinal) at++
    if (b[at] === ordinal) inside[common++] = ordinal
    else outside[i - common] = ordinal
  })
  return { inside: inside.subarray(0, common), outside: outside.subarray(0, a.length - common) }
}
