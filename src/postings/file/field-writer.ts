import { DafuError } from '../../errors.js'
import type { Field, TermPostings } from '../posting-store.js'
import type { UnitCounts } from './codec/unit-writer.js'
import { ListWriter, type TermCode, type WrittenList } from './list-writer.js'
import { moveBase } from './node-writer.js'
import { PAGE } from './pages.js'
import type { PostingStream } from './posting-stream.js'

/** What writing a field takes beside its terms: it follows from the whole index. */
export interface FieldNeeds {
  /** Coded, of all paragraphs. */
  readonly lengths: Uint8Array
  readonly units: UnitCounts
}

/** A field that was written apart, as if its postings were the first. */
export interface WrittenField {
  readonly list: WrittenList
  /** That its postings take. */
  readonly bits: number
  /** Its postings, each piece good until the next. */
  postings(): Iterable<Uint8Array>
}

/** Writes the terms of one field: into the lexicon, and their postings into a stream. */
export class FieldWriter {
  readonly #field: Field
  readonly #stream: PostingStream
  readonly #list: ListWriter

  constructor(field: Field, stream: PostingStream, code: TermCode) {
    this.#field = field
    this.#stream = stream
    this.#list = new ListWriter(field, code)
  }

  /** Terms come in code unit order. @throws DafuError if its postings contradict the index. */
  add({ term, postings }: TermPostings): void {
    const count = postings.paragraphs.length
    if (count === 0 || postings.paragraphs[count - 1]! >= this.#stream.paragraphs) {
      throw new DafuError(
        `The postings of “${term}” (${this.#field}) are empty or go beyond the last paragraph.`,
      )
    }
    const start = this.#stream.position
    this.#list.add(term, count, start, this.#stream.add(postings))
  }

  finish(): WrittenList {
    return this.#list.finish()
  }
}

/** Tells a list that its postings stand behind others. @param bits That these take. */
export function moveList({ nodes, pages }: WrittenList, bits: number): void {
  let node = 0
  for (const chunk of nodes) {
    for (let at = 0; at < chunk.length; at += pages[node++]! * PAGE.lexicon)
      moveBase(chunk.subarray(at), bits)
  }
}
