/** Cuts text into words. Runs only when an index is built; queries are cut by the index's own lexicon. */
export interface Segmenter {
  readonly name: string
  /** Changes whenever the same text could be cut differently, or have other places: name, version, dictionaries. */
  readonly fingerprint: string
  /** The segments, in order; they concatenate to `text`. */
  segment(text: string): string[]
  /**
   * Where the segments end in `text`, ascending: for segmenters that know it without making a string of each. None by
   * default.
   */
  segmentEnds?(text: string): readonly number[]
  /** The shorter words inside one segment (jieba's search mode), each a substring of it; none by default. */
  subwords?(segment: string): readonly string[]
  /** What a segment may be in the name of a place, for `places`; 0 by default. Asked once of a segment of many texts. */
  placePart?(segment: string): number
  /**
   * The names of places and facilities in a text whose segments end there: 学府路, 湖南工业大学. By default none: the facet
   * `place` is then empty.
   *
   * @param parts What `placePart` says of each segment.
   */
  places?(text: string, segmentEnds: readonly number[], parts: readonly number[]): readonly string[]
}

/** How often words occur, as a store's lexicon knows it. */
export interface WordCounts {
  /** The sum over all words. */
  readonly total: number
  /** 0 for a word that does not occur. */
  count(word: string): number
}
