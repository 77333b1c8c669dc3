import { type Reply, withoutReading } from '../../reply/reply.js'
import { alphabeticWords } from '../../text/analyzer.js'
import { foldingFor } from '../../text/folding-table.js'
import { ColumnBuilder, ColumnsBuilder, type DerivedColumn } from '../columns.js'
import { scoredLength, titleTerms } from '../documents.js'
import type { IndexSettings } from '../index-settings.js'
import { joinColumns } from '../join-columns.js'
import { encodeLength } from '../length.js'
import { NumberList } from '../number-list.js'
import { type Column, FIELDS, type Field, type IndexContent, type TermPostings } from '../posting-store.js'
import { roleOf } from '../sections.js'
import { addBodyTerms } from './body-terms.js'
import { mergeLists } from './merge-lists.js'
import { newSpare } from './occurrences.js'
import { PostingLog } from './posting-log.js'
import { ReplyLog } from './reply-log.js'
import { type Run, runCursors, writeRun } from './run.js'
import type { Scratch } from './scratch.js'
import type { TextWords } from './word-numbers.js'

/** Found in the texts: they are made while the next texts are cut into words, if another thread does that. */
const MARKS = ['mark', 'due', 'cites'] as const satisfies DerivedColumn[]

type Logs = Record<Field, PostingLog>

/** Lists of terms in a scratch file, to be merged; it can be handed from thread to thread. */
export interface Spilled {
  readonly runs: Readonly<Record<Field, readonly Run[]>>
  /** Of each paragraph of these lists; −1 leaves it out. */
  readonly ordinals: Int32Array
}

/** With all terms in the scratch file, if some went there. */
interface BulkContent extends IndexContent {
  readonly spilled: Spilled | undefined
}

/**
 * Replies on their way into a file. MiniSearch keeps a map per term and field, which is what a mutable index needs and
 * what makes a large build slow; here replies can only be added. Their postings are gathered in flat arrays; when these
 * take as much memory as they may, they are written to a scratch file in the order of terms, to be merged at the end.
 */
export class BulkIndex {
  readonly #settings: IndexSettings
  readonly #memory: number
  readonly #scratch: Scratch
  readonly #replies: ReplyLog
  /** Of each paragraph, in the order in which they came. */
  readonly #lengths = new NumberList()
  /** The column `place`, in the same order. */
  readonly #places = new ColumnBuilder()
  readonly #marks = new ColumnsBuilder(MARKS)
  #logs = newLogs()
  readonly #runs: Record<Field, Run>[] = []
  /** Of the runs. */
  readonly #characters = new Set<string>()

  /** @param memory What may be gathered before it goes to the scratch file, in bytes, about. */
  constructor(settings: IndexSettings, memory: number, scratch: Scratch) {
    this.#settings = settings
    this.#memory = memory
    this.#scratch = scratch
    this.#replies = new ReplyLog(scratch)
  }

  /**
   * Replaces a reply of the same id.
   *
   * @param words Of its paragraphs' texts, which come next.
   */
  add(reply: Reply, words: TextWords): void {
    const { analyzer } = this.#settings
    const logs = this.#logs
    for (const { paragraph, path, terms } of titleTerms(reply, analyzer)) {
      const number = this.#lengths.length
      const folded = analyzer.folding.fold(paragraph.text)
      this.#places.add(words.places)
      const alphabetic = alphabeticWords(folded)
      logs.words.addTerms(alphabetic, number)
      const length =
        alphabetic.length +
        words.addNext(logs.words, number) +
        addBodyTerms(folded, logs.bigrams, logs.characters, number)
      this.#lengths.push(scoredLength(length, roleOf(path)))
      for (const field of ['sections', 'proposals', 'names'] as const) {
        logs[field].addTerms(terms[field], number)
      }
    }
    this.#marks.add(reply)
    this.#replies.add(withoutReading(reply))
    if (this.#size >= this.#memory) this.#spill()
  }

  /** To be called once, at the end. */
  content(): BulkContent {
    const { segmenter, synonyms } = this.#settings
    if (this.#runs.length > 0) {
      // Writing takes memory too.
      this.#spill()
      this.#logs = newLogs()
    }
    const numbers = this.#replies.sorted()
    const ordinals = new Int32Array(this.#lengths.length).fill(-1)
    const lengths = new NumberList()
    for (const number of numbers) {
      const { from, to } = this.#replies.paragraphsOf(number)
      for (let paragraph = from; paragraph < to; paragraph++) {
        ordinals[paragraph] = lengths.length
        lengths.push(this.#lengths.at(paragraph))
      }
    }
    const inOrder = (column: Column): Column =>
      this.#replies.isInOrder ? column : joinColumns([{ column, ordinals }], lengths.length)
    return {
      segmenter,
      synonyms,
      folding: foldingFor(this.#charactersOf(ordinals)),
      totalLength: lengths.values.reduce((sum, length) => sum + length, 0),
      lengths: () => Uint8Array.from(lengths.values, encodeLength),
      ownColumns: {
        place: () => inOrder(this.#places.build()),
        ...Object.fromEntries(MARKS.map((name) => [name, () => inOrder(this.#marks.build(name))])),
      },
      replies: () => this.#replies.replies(numbers),
      sample: (step) => this.#sample(numbers, step),
      terms: (field) => this.#terms(field, ordinals),
      spilled: this.#runs.length > 0 ? { runs: this.#runsByField(), ordinals } : undefined,
    }
  }

  get #size(): number {
    return FIELDS.reduce((sum, field) => sum + this.#logs[field].size, this.#replies.size)
  }

  #spill(): void {
    this.#replies.spill()
    const run: Partial<Record<Field, Run>> = {}
    for (const field of FIELDS) run[field] = writeRun(this.#logs[field].lists(), this.#scratch)
    this.#runs.push(run as Record<Field, Run>)
    for (const character of charactersOf(this.#logs)) this.#characters.add(character)
    for (const field of FIELDS) this.#logs[field].clear()
  }

  *#sample(numbers: Uint32Array, step: number): Generator<{ reply: Reply; ordinal: number }> {
    const ordinals: number[] = []
    let ordinal = 0
    const taken = numbers.filter((number) => {
      const { from, to } = this.#replies.paragraphsOf(number)
      const next = Math.ceil(ordinal / step) * step
      const isTaken = next === ordinal || next < ordinal + to - from
      if (isTaken) ordinals.push(ordinal)
      ordinal += to - from
      return isTaken
    })
    let i = 0
    for (const reply of this.#replies.replies(taken)) yield { reply, ordinal: ordinals[i++]! }
  }

  #terms(field: Field, ordinals: Int32Array): Generator<TermPostings> {
    const runs = runCursors(this.#runsOf(field), this.#scratch, this.#memory)
    return mergeLists([...runs, this.#logs[field].lists()], ordinals)
  }

  #runsOf(field: Field): Run[] {
    return this.#runs.map((run) => run[field])
  }

  #runsByField(): Record<Field, Run[]> {
    return Object.fromEntries(FIELDS.map((field) => [field, this.#runsOf(field)])) as Record<Field, Run[]>
  }

  /** The terms of one character. */
  #charactersOf(ordinals: Int32Array): Set<string> {
    const characters = new Set<string>()
    if (this.#replies.isWhole) {
      for (const some of [this.#characters, charactersOf(this.#logs)])
        for (const one of some) characters.add(one)
    } else {
      for (const field of FIELDS) for (const { term } of this.#terms(field, ordinals)) characters.add(term)
    }
    return characters
  }
}

function newLogs(): Logs {
  const spare = newSpare()
  return Object.fromEntries(FIELDS.map((field) => [field, new PostingLog(spare)])) as Logs
}

function charactersOf(logs: Logs): Set<string> {
  return new Set(FIELDS.flatMap((field) => [...logs[field].characters()]))
}
