import type { BitWriter } from './bit-writer.js'
import { isAmongLetters, type UnitCodeLengths } from './units.js'
import { ValueWriter } from './value-writer.js'

/** How often to expect each code unit, where letters are expected and elsewhere. */
export interface UnitCounts {
  readonly letters: Uint32Array
  readonly others: Uint32Array
}

/** The counterpart of `UnitReader`. */
export class UnitWriter {
  readonly #letters: ValueWriter
  readonly #others: ValueWriter

  constructor({ letters, others }: UnitCounts) {
    this.#letters = new ValueWriter(letters)
    this.#others = new ValueWriter(others)
  }

  writeTable(writer: BitWriter): void {
    this.#others.writeTable(writer)
    this.#letters.writeTable(writer)
  }

  write(writer: BitWriter, text: string, at: number): void {
    this.#codeAt(text, at).write(writer, text.charCodeAt(at))
  }

  /** The bits that `write` spends. */
  cost(text: string, at: number): number {
    return this.#codeAt(text, at).cost(text.charCodeAt(at))
  }

  get codeLengths(): UnitCodeLengths {
    return { letters: this.#letters.codeLengths, others: this.#others.codeLengths }
  }

  #codeAt(text: string, at: number): ValueWriter {
    const [before, beforeThat] = [text.charCodeAt(at - 1), text.charCodeAt(at - 2)]
    return isAmongLetters(before, beforeThat) ? this.#letters : this.#others
  }
}
