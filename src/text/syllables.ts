const INITIAL = /^(?:[zcs]h|[b-df-hj-np-tw-z])?/
const FINAL = /^[aeiouv]{1,3}/
const CODAS = ['', 'n', 'ng', 'r'] as const

/**
 * Where a syllable of pinyin that begins at `start` may end, by its form alone: one consonant, up to three vowels, an n,
 * ng or r. Wider than the table of real syllables, which is enough to cut by: what is no word is not found.
 */
function syllableEnds(letters: string, start: number): number[] {
  const initial = INITIAL.exec(letters.slice(start, start + 2))![0].length
  const vowels = FINAL.exec(letters.slice(start + initial, start + initial + 3))?.[0].length ?? 0
  const ends: number[] = []
  for (let length = 1; length <= vowels; length++) {
    for (const coda of CODAS) {
      const end = start + initial + length
      if (letters.startsWith(coda, end)) ends.push(end + coda.length)
    }
  }
  return ends
}

/** The ranges of `letters` that are `fewest` to `most` syllables long. */
export function syllableRanges(
  letters: string,
  fewest: number,
  most: number,
): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  for (let start = 0; start < letters.length; start++) {
    let ends = new Set([start])
    const found = new Set<number>()
    for (let syllables = 1; syllables <= most; syllables++) {
      ends = new Set([...ends].flatMap((end) => syllableEnds(letters, end)))
      if (syllables >= fewest) for (const end of ends) found.add(end)
    }
    for (const end of found) ranges.push({ start, end })
  }
  return ranges
}
