/** Parallel arrays: the paragraphs that hold a term and how often each does. */
export interface Postings {
  /** Ordinals, strictly ascending. */
  readonly paragraphs: Uint32Array
  /** At least 1; above 255 counts as 255. */
  readonly frequencies: Uint8Array
}

/** Postings of a block; the last one of a list has fewer. As in a `.dafu` file. */
export const LIST_BLOCK = 128

/** Postings that are read block by block: what is not loaded is not filled in yet. */
export interface PostingList extends Postings {
  /** For each block: its last ordinal, ascending … */
  readonly lasts: Uint32Array
  /** … its greatest frequency … */
  readonly greatestFrequencies: Uint8Array
  /** … and the least of its paragraphs' coded lengths, or less. */
  readonly leastLengths: Uint8Array
  /** Fills in the postings of one block. */
  load(block: number): void
}

/** Postings that are in memory. @param lengths Coded, by ordinal, where they are known. */
export function listOf({ paragraphs, frequencies }: Postings, lengths?: Uint8Array): PostingList {
  const blocks = Math.ceil(paragraphs.length / LIST_BLOCK)
  const lasts = new Uint32Array(blocks)
  const greatestFrequencies = new Uint8Array(blocks)
  const leastLengths = new Uint8Array(blocks).fill(lengths ? 255 : 0)
  for (let i = 0; i < paragraphs.length; i++) {
    const block = Math.floor(i / LIST_BLOCK)
    lasts[block] = paragraphs[i]!
    greatestFrequencies[block] = Math.max(greatestFrequencies[block]!, frequencies[i]!)
    if (lengths) leastLengths[block] = Math.min(leastLengths[block]!, lengths[paragraphs[i]!]!)
  }
  return { paragraphs, frequencies, lasts, greatestFrequencies, leastLengths, load() {} }
}

/** Loads all blocks. */
export function loaded(list: PostingList): Postings {
  for (let block = 0; block < list.lasts.length; block++) list.load(block)
  return list
}
