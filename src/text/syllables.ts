const INITIAL = /^(?:[zcs]h|[b-df-hj-np-tw-z])?/
const FINAL = /^[aeiouv]{1,3}/
/** Without a consonant: i, u and v are written yi, wu and yu. */
const FINAL_ALONE = /^[aeo][aeiouv]{0,2}/
const CODAS = ['', 'n', 'ng', 'r'] as const

/**
 * Where a syllable of pinyin that begins at `start` may end, by its form alone: one consonant, up to three vowels, an n,
 * ng or r. Wider than the table of real syllables, which is enough to cut by: what is no word is not found.
 */
function syllableEnds(letters: string, start: number): number[] {
  const initial = INITIAL.exec(letters.slice(start, start + 2))![0].length
  const final = initial > 0 ? FINAL : FINAL_ALONE
  const vowels = final.exec(letters.slice(start + initial, start + initial + 3))?.[0].length ?? 0
  const ends: number[] = []
  for (let length = 1; length <= vowels; length++) {
    for (const coda of CODAS) {
      const end = start + initial + length
      if (letters.startsWith(coda, end)) ends.push(end + coda.length)
    }
  }
  return ends
}

/** Where syllables may begin, if letters are syllables from their beginning to their end. */
function syllableStarts(letters: string): number[] {
  const met = new Set([0])
  for (const start of met) for (const end of syllableEnds(letters, start)) met.add(end)
  const leading = new Set([letters.length])
  for (const start of [...met].sort((a, b) => b - a))
    if (syllableEnds(letters, start).some((end) => leading.has(end))) leading.add(start)
  leading.delete(letters.length)
  return [...leading]
}

/**
 * The ranges of `letters` that are `fewest` to `most` syllables long. Where all of them are syllables, those alone that
 * leave syllables on both sides.
 */
export function syllableRanges(
  letters: string,
  fewest: number,
  most: number,
): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  const known = new Set(syllableStarts(letters))
  const mayBegin = (at: number): boolean => known.size === 0 || known.has(at)
  for (let start = 0; start < letters.length; start++) {
    if (!mayBegin(start)) continue
    let ends = new Set([start])
    const found = new Set<number>()
    for (let syllables = 1; syllables <= most; syllables++) {
      ends = new Set([...ends].flatMap((end) => syllableEnds(letters, end)))
      if (syllables < fewest) continue
      for (const end of ends) if (end === letters.length || mayBegin(end)) found.add(end)
    }
    for (const end of found) ranges.push({ start, end })
  }
  return ranges
}

/** Whether letters are one syllable, or may begin one. */
export function isSyllable(letters: string): boolean {
  return syllableEnds(letters, 0).includes(letters.length)
}

/** How many beginnings of cuts are followed. */
const MOST_OPEN = 200
/** How many ways to cut letters are looked at. */
const MOST_CUTS = 8
const INITIAL_ALONE = /^(?:[zcs]h|[b-df-hj-np-tw-z])/

/** Letters cut into syllables and initials, in the fewest pieces that do: xianthg is xian t h g. */
export function cutSyllables(letters: string, most: number): string[][] {
  let open: { at: number; units: string[] }[] = [{ at: 0, units: [] }]
  const cuts: string[][] = []
  for (let length = 1; length <= most && cuts.length === 0; length++) {
    const next: typeof open = []
    for (const { at, units } of open) {
      const initial = INITIAL_ALONE.exec(letters.slice(at, at + 2))?.[0].length ?? 0
      const ends = new Set([...syllableEnds(letters, at), ...(initial > 0 ? [at + initial, at + 1] : [])])
      for (const end of [...ends].sort((a, b) => b - a)) {
        next.push({ at: end, units: [...units, letters.slice(at, end)] })
      }
    }
    for (const { at, units } of next) if (at === letters.length && cuts.length < MOST_CUTS) cuts.push(units)
    open = next.slice(0, MOST_OPEN)
  }
  return cuts
}

/** Initials and finals that are one sound to many: z and zh, n and l, an and ang. */
const CONFUSED: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^([zcs])(?!h)/, '$1h'],
  [/^n/, 'l'],
  [/^l/, 'n'],
  [/ng$/, 'n'],
  [/n$/, 'ng'],
]
/** How many spellings are tried. */
const MOST_CONFUSED = 8

/** Spelled the same where they sound the same to such ears, n and l aside: zuanjin and zhuanjing. */
export function plainSound(letters: string): string {
  return letters.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n')
}

/** Other spellings of syllables by ears that hear no difference, the nearest first: longcun is nongcun. */
export function confusedSpellings(syllables: readonly string[]): string[] {
  let spelled: { text: string; changes: number }[] = [{ text: '', changes: 0 }]
  for (const syllable of syllables) {
    const others = new Set([syllable])
    for (const other of others) for (const [from, to] of CONFUSED) others.add(other.replace(from, to))
    spelled = spelled
      .flatMap(({ text, changes }) =>
        [...others].map((other) => ({ text: text + other, changes: changes + Number(other !== syllable) })),
      )
      .sort((a, b) => a.changes - b.changes)
      .slice(0, MOST_CONFUSED + 1)
  }
  return spelled.slice(1).map(({ text }) => text)
}

/** The same syllables with n for l, or l for n, at the beginning of one of them. */
export function otherInitials(syllables: readonly string[]): string[][] {
  return syllables.flatMap((syllable, at) => {
    const other = syllable.replace(/^[nl]/, (initial) => (initial === 'n' ? 'l' : 'n'))
    return other === syllable ? [] : [syllables.map((same, i) => (i === at ? other : same))]
  })
}
