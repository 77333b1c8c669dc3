import { citedIn } from '../reply/marks/cited.js'
import { duesIn, markKindsOf } from '../reply/marks/marks.js'
import { type Paragraph, paragraphsOf, type Reply, type Section } from '../reply/reply.js'
import { present } from './documents.js'
import { NumberList } from './number-list.js'
import { type Column, type ColumnName, FACETS } from './posting-store.js'
import { roleOf, titlesOf } from './sections.js'

export const COLUMNS: readonly ColumnName[] = [...FACETS, 'date']

/** What follows from the replies; places take a segmenter. */
export type DerivedColumn = Exclude<ColumnName, 'place'>

/** The values of a paragraph in each column that differs from paragraph to paragraph; the others are the reply's. */
type ValuesOf<Source> = (source: Source) => (string | undefined)[]

const OF_REPLY: Partial<Record<DerivedColumn, ValuesOf<Reply>>> = {
  issuer: (reply) => [reply.issuer],
  year: (reply) => [yearOf(reply)],
  session: (reply) => reply.proposals.map((proposal) => proposal.session),
  kind: (reply) => reply.proposals.map((proposal) => proposal.kind),
  category: (reply) => [reply.category],
  proposal: (reply) => reply.proposals.map((proposal) => proposal.number),
  recipient: (reply) => reply.recipients,
  reply: (reply) => [reply.id],
  date: (reply) => [reply.date],
}

interface Place {
  paragraph: Paragraph
  path: readonly Section[]
}

/** The paragraphs of a reply, and where each stands. */
export function placesOf(reply: Reply): { paragraph: Paragraph; path: Section[]; reply: Reply }[] {
  // Not by spreading: V8 makes a hidden class for each such object, which stays until the next full collection.
  return paragraphsOf(reply).map(({ paragraph, path }) => ({ paragraph, path, reply }))
}

const OF_PARAGRAPH: Partial<Record<DerivedColumn, ValuesOf<Place & { reply: Reply }>>> = {
  section: ({ path }) => titlesOf(path),
  role: ({ path }) => [roleOf(path)],
  mark: ({ reply, paragraph, path }) => markKindsOf(paragraph.text, roleOf(path), reply.date),
  due: ({ reply, paragraph, path }) =>
    duesIn(paragraph.text, roleOf(path), reply.date).map((day) => day.slice(0, 4)),
  cites: ({ paragraph }) => citedIn(paragraph.text),
}

/** Of the letter's date, be it 2024年11月 alone, else of its document number: 株科办〔2025〕33号. */
export function yearOf(reply: Pick<Reply, 'date' | 'datePrinted' | 'documentNumber'>): string | undefined {
  const { date, datePrinted = '', documentNumber } = reply
  return `${date ?? datePrinted} ${documentNumber}`.match(/(?:19|20)\d\d/)?.[0]
}

/** What a paragraph has in each column, each value once. */
export function valuesOf(reply: Reply, place: Place, name: DerivedColumn): string[] {
  return present(OF_REPLY[name]?.(reply) ?? OF_PARAGRAPH[name]!({ ...place, reply }))
}

/** The column of paragraphs with these values. */
export function columnFrom(valuesOfParagraphs: Iterable<readonly string[]>): Column {
  const builder = new ColumnBuilder()
  for (const values of valuesOfParagraphs) builder.add(values)
  return builder.build()
}

/** Collects the columns of replies that are added in the order of their ids. */
export class ColumnsBuilder {
  readonly #builders: Map<DerivedColumn, ColumnBuilder>
  readonly #replies: IdColumnBuilder | undefined

  constructor(names: readonly DerivedColumn[]) {
    const others = names.filter((name) => name !== 'reply')
    this.#builders = new Map(others.map((name) => [name, new ColumnBuilder()]))
    this.#replies = others.length < names.length ? new IdColumnBuilder() : undefined
  }

  add(reply: Reply): void {
    const paragraphs = placesOf(reply)
    this.#replies?.add(reply.id, paragraphs.length)
    for (const [name, builder] of this.#builders) {
      const valuesOfReply = OF_REPLY[name]?.(reply)
      for (const place of paragraphs) builder.add(valuesOfReply ?? OF_PARAGRAPH[name]!(place))
    }
  }

  /** Each once: what it was made of is not kept. */
  build(name: DerivedColumn): Column {
    if (name === 'reply') return this.#replies!.build()
    const builder = this.#builders.get(name)!
    this.#builders.delete(name)
    return builder.build()
  }
}

/** One column of replies that come in the order of their ids. */
export function columnOf(name: DerivedColumn, replies: Iterable<Reply>): Column {
  const builder = new ColumnsBuilder([name])
  for (const reply of replies) builder.add(reply)
  return builder.build(name)
}

/**
 * The column `reply`, whose values come in their order, each once: nothing needs to be looked up. A reply without
 * paragraphs still takes its place, so that a value's index is the reply's ordinal.
 */
class IdColumnBuilder {
  #ids: string[] = []
  /** The ordinal of each paragraph's reply. */
  readonly #numbers = new NumberList()

  add(id: string, paragraphs: number): void {
    for (let left = paragraphs; left > 0; left--) this.#numbers.push(this.#ids.length)
    this.#ids.push(id)
  }

  build(): Column {
    const numbers = this.#numbers.values.slice()
    const values = this.#ids
    this.#ids = []
    return { values, numbers, starts: Uint32Array.from({ length: numbers.length + 1 }, (_, i) => i) }
  }
}

/** Values are numbered as they come, and once more in their order at the end. */
export class ColumnBuilder {
  readonly #numberOf = new Map<string, number>()
  /** Runs of paragraphs that have the same values: how many, and … */
  readonly #paragraphs = new NumberList()
  /** … how many values each has. */
  readonly #sizes = new NumberList()
  /** Of each run, ascending. */
  readonly #numbers = new NumberList()

  #numberFor(value: string): number {
    let number = this.#numberOf.get(value)
    if (number === undefined) {
      number = this.#numberOf.size
      this.#numberOf.set(value, number)
    }
    return number
  }

  add(values: readonly (string | undefined)[]): void {
    const start = this.#numbers.length
    for (const value of values) {
      if (!value) continue
      const number = this.#numberFor(value)
      if (!this.#numbers.includes(number, start)) this.#numbers.push(number)
    }
    if (this.#numbers.length > start + 1) this.#numbers.values.subarray(start).sort()
    const last = this.#sizes.length - 1
    if (last >= 0 && this.#isRepeated(start, this.#sizes.at(last))) {
      this.#numbers.cut(start)
      this.#paragraphs.set(last, this.#paragraphs.at(last) + 1)
      return
    }
    this.#paragraphs.push(1)
    this.#sizes.push(this.#numbers.length - start)
  }

  build(): Column {
    const values = [...this.#numberOf.keys()].sort(byCodeUnits)
    const place = new Uint32Array(values.length)
    values.forEach((value, index) => {
      place[this.#numberOf.get(value)!] = index
    })
    const sizes = this.#sizes.values
    const paragraphs = this.#paragraphs.values
    const numbers = new Uint32Array(sizes.reduce((sum, size, run) => sum + size * paragraphs[run]!, 0))
    const starts = new Uint32Array(paragraphs.reduce((sum, count) => sum + count, 0) + 1)
    const all = this.#numbers.values
    let [end, paragraph, next] = [0, 0, 0]
    sizes.forEach((size, run) => {
      const first = end
      for (; end < first + size; end++) numbers[end] = place[all[next++]!]!
      // There may be a million runs, most of them of one value or none.
      if (size > 1) numbers.subarray(first, end).sort()
      starts[++paragraph] = end
      for (let repeat = paragraphs[run]!; repeat > 1; repeat--) {
        numbers.copyWithin(end, first, first + size)
        end += size
        starts[++paragraph] = end
      }
    })
    return { values, numbers, starts }
  }

  /** Whether the numbers from `start` on are those of the run before. */
  #isRepeated(start: number, size: number): boolean {
    if (this.#numbers.length - start !== size) return false
    for (let i = start; i < start + size; i++) {
      if (this.#numbers.at(i) !== this.#numbers.at(i - size)) return false
    }
    return true
  }
}

/** The order of terms, ids and values everywhere in an index. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
