import type { Postings } from '../postings/posting-store.js'

/** The ordinals that stand in every list, ascending, and where each stands in each list. */
export function intersect(lists: readonly Postings[]): { paragraphs: Uint32Array; positions: Uint32Array[] } {
  const [shortest, ...others] = [...lists].sort((a, b) => a.paragraphs.length - b.paragraphs.length)
  if (!shortest) return { paragraphs: new Uint32Array(0), positions: [] }
  const found: number[] = []
  const cursors = others.map(() => 0)
  candidates: for (const ordinal of shortest.paragraphs) {
    for (let i = 0; i < others.length; i++) {
      const { paragraphs } = others[i] as Postings
      let at = cursors[i] as number
      while (at < paragraphs.length && (paragraphs[at] as number) < ordinal) at++
      cursors[i] = at
      if (paragraphs[at] !== ordinal) continue candidates
    }
    found.push(ordinal)
  }
  return {
    paragraphs: Uint32Array.from(found),
    positions: lists.map(({ paragraphs }) => positionsIn(paragraphs, found)),
  }
}

function positionsIn(paragraphs: Uint32Array, subset: readonly number[]): Uint32Array {
  let at = 0
  return Uint32Array.from(subset, (ordinal) => {
    while ((paragraphs[at] as number) < ordinal) at++
    return at
  })
}
