import type { BitReader } from './bits.js'
import { type CodeLengths, ValueReader } from './values.js'

// Code units of terms stand in two codes, for what follows a letter is another letter, and hardly ever an ideograph:
// but for the text in a vocabulary, which begins behind its key, NUL, and a letter for its kind.

/** What is below is called a letter here. */
export const LETTERS_END = 128

/** @param before The code unit before; NaN if there is none. @param beforeThat The one before that. */
export function isAmongLetters(before: number, beforeThat: number): boolean {
  return before < LETTERS_END && beforeThat !== 0
}

/** The bits that code units take, where letters are expected and elsewhere. */
export interface UnitCodeLengths {
  readonly letters: CodeLengths
  readonly others: CodeLengths
}

/** Reads the code units of terms. */
export class UnitReader {
  readonly #others: ValueReader
  readonly #letters: ValueReader

  /** @param bytes The size of the block in which the tables stand. */
  constructor(reader: BitReader, bytes: number) {
    this.#others = new ValueReader(reader, bytes)
    this.#letters = new ValueReader(reader, bytes)
  }

  /** The next code unit of a text. @param units Those before it. @param at Its place. */
  read(reader: BitReader, units: ArrayLike<number>, at: number): number {
    const isLetter = at > 0 && isAmongLetters(units[at - 1]!, at > 1 ? units[at - 2]! : NaN)
    return (isLetter ? this.#letters : this.#others).read(reader)
  }

  get codeLengths(): UnitCodeLengths {
    return { letters: this.#letters.codeLengths, others: this.#others.codeLengths }
  }
}
