import { citedIn } from '../reply/marks/cited.js'
import { marksOf } from '../reply/marks/marks.js'
import { type Paragraph, paragraphsOf, type Reply, type Section } from '../reply/reply.js'
import { type Column, type ColumnName, FACETS } from './posting-store.js'

export const COLUMNS: readonly ColumnName[] = [...FACETS, 'date']

/** The values of a paragraph in each column that differs from paragraph to paragraph; the others are the reply's. */
type ValuesOf<Source> = (source: Source) => (string | undefined)[]

const OF_REPLY: Partial<Record<ColumnName, ValuesOf<Reply>>> = {
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

const OF_PARAGRAPH: Partial<
  Record<ColumnName, ValuesOf<{ paragraph: Paragraph; path: readonly Section[] }>>
> = {
  section: ({ path }) => titlesOf(path),
  role: ({ path }) => [roleOf(path)],
  mark: ({ paragraph, path }) => marksOf(paragraph.text, roleOf(path)).map(({ kind }) => kind),
  cites: ({ paragraph }) => citedIn(paragraph.text),
}

/** Of the letter's date, else of its document number: 株科办〔2025〕33号. */
export function yearOf({ date, documentNumber }: Pick<Reply, 'date' | 'documentNumber'>): string | undefined {
  return (date ?? documentNumber)?.match(/(?:19|20)\d\d/)?.[0]
}

/** The titles of the sections around a paragraph, outermost first; untitled sections are left out. */
export function titlesOf(path: readonly Section[]): string[] {
  return path.flatMap((section) => section.title || [])
}

/** The innermost section's role, else the nearest outer one's. */
export function roleOf(path: readonly Section[]): Section['role'] {
  for (let i = path.length - 1; i >= 0; i--) if (path[i]!.role) return path[i]!.role
  return undefined
}

/** Collects the columns of replies that are added in the order of their ids. */
export class ColumnsBuilder {
  readonly #builders: ReadonlyMap<ColumnName, ColumnBuilder>

  constructor(names: readonly ColumnName[]) {
    this.#builders = new Map(names.map((name) => [name, new ColumnBuilder()]))
  }

  add(reply: Reply): void {
    const paragraphs = [...paragraphsOf(reply)]
    for (const [name, builder] of this.#builders) {
      const valuesOfReply = OF_REPLY[name]?.(reply)
      // A reply without paragraphs still takes its place, so that a value's index is the reply's ordinal.
      if (name === 'reply') builder.reserve(reply.id)
      for (const paragraph of paragraphs) builder.add(valuesOfReply ?? OF_PARAGRAPH[name]!(paragraph))
    }
  }

  build(name: ColumnName): Column {
    return this.#builders.get(name)!.build()
  }
}

/** One column of replies that come in the order of their ids. */
export function columnOf(name: ColumnName, replies: Iterable<Reply>): Column {
  const builder = new ColumnsBuilder([name])
  for (const reply of replies) builder.add(reply)
  return builder.build(name)
}

/** Values are numbered as they come, and once more in their order at the end. */
class ColumnBuilder {
  readonly #numberOf = new Map<string, number>()
  readonly #numbers: number[] = []
  readonly #starts: number[] = [0]

  reserve(value: string): number {
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
      const number = this.reserve(value)
      if (!this.#numbers.includes(number, start)) this.#numbers.push(number)
    }
    this.#starts.push(this.#numbers.length)
  }

  build(): Column {
    const values = [...this.#numberOf.keys()].sort(byCodeUnits)
    const place = new Uint32Array(values.length)
    values.forEach((value, index) => {
      place[this.#numberOf.get(value)!] = index
    })
    const numbers = Uint32Array.from(this.#numbers, (number) => place[number]!)
    const starts = Uint32Array.from(this.#starts)
    for (let p = 0; p + 1 < starts.length; p++) {
      if (starts[p + 1]! > starts[p]! + 1) numbers.subarray(starts[p], starts[p + 1]).sort()
    }
    return { values, numbers, starts }
  }
}

/** The order of terms, ids and values everywhere in an index. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
