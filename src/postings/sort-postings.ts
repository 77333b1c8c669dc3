/** Sorts postings by their ordinals, in place: one sort of numbers that hold both. */
export function sortPostings(paragraphs: Uint32Array, frequencies: Uint8Array): void {
  const both = Float64Array.from(paragraphs, (ordinal, i) => ordinal * 256 + frequencies[i]!).sort()
  both.forEach((value, i) => {
    paragraphs[i] = Math.floor(value / 256)
    frequencies[i] = value % 256
  })
}
