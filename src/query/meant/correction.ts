/** Of what else may be meant by what has a meaning as typed: it brings further hits, and changes no order. */
export const GUESS_WEIGHT = 0.01

/** A piece of a query's part, and what may be meant by it. */
export interface Correction {
  /** UTF-16 offsets into the folded text of the part. */
  start: number
  end: number
  kind: 'pinyin' | 'typo'
  /** Folded; the most used first. */
  texts: string[]
  /** Whether the piece as typed stands somewhere, so that what it finds comes first. */
  stands: boolean
  /** What the texts weigh beside what was typed; 1 if left out. */
  weight?: number
}
