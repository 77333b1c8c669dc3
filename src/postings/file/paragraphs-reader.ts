import { paragraphsOf, type Reply } from '../../reply/reply.js'
import type { ReadParagraph, StoredParagraph } from '../posting-store.js'
import { toStored } from '../sections.js'
import type { Wanted } from './block-reader.js'
import { decode, type IndexFile } from './index-file.js'
import type { Section } from './pages.js'
import { readReply } from './records.js'
import { type Places, TextReader } from './texts.js'

/** An item of the texts. */
interface Item {
  readonly item: number
  /** Known once its page is there. */
  reader: TextReader | undefined
  place: number
}

/** Reads texts; what stands around them is read with them, but made out only for those that are shown. */
export async function readParagraphs(
  file: IndexFile,
  ordinals: readonly number[],
  signal?: AbortSignal,
): Promise<ReadParagraph[]> {
  const [places, symbols] = await Promise.all([file.places(signal), file.symbols(signal)])
  const wanted = ordinals.map((ordinal) => {
    if (!(Number.isInteger(ordinal) && ordinal >= 0 && ordinal < file.manifest.paragraphs)) {
      throw new RangeError(`There is no paragraph ${ordinal}; the index has ${file.manifest.paragraphs}.`)
    }
    const reply = places.replyOf(ordinal)
    const record = toItem(places.recordOf(reply))
    return { ordinal, reply, record, text: toItem(places.textOf(ordinal, reply)) }
  })
  const pages = pagesOf(
    wanted.flatMap(({ record, text }) => [record, text]),
    places,
    file.sections.texts,
  )
  const pieces = await file.read(pages, signal)
  return decode('texts', () => {
    pages.forEach(({ items }, i) => {
      const reader = new TextReader(pieces[i]!, places.firstIn(pieces[i]!), symbols)
      for (const one of items) {
        one.reader = reader
        one.place = reader.find(one.item)
      }
    })
    return wanted.map(({ ordinal, reply, record, text: item }) => {
      const text = read(item)
      const stored = (): StoredParagraph => {
        const first = places.paragraphs[reply]!
        const count = places.paragraphs[reply + 1]! - first
        const whole = readReply(read(record), count, (n) => (first + n === ordinal ? text : undefined))
        const { paragraph, path } = paragraphsOf(whole)[ordinal - first]!
        return toStored(ordinal, paragraph, path, whole)
      }
      return { ordinal, text, stored: () => decode('texts', stored) }
    })
  })
}

function toItem(item: number): Item {
  return { item, reader: undefined, place: 0 }
}

function read({ reader, place }: Item): string {
  return reader!.readAt(place)
}

/** The pages in which items start, each with these in ascending order. */
function pagesOf(items: Item[], places: Places, section: Section): (Wanted & { items: Item[] })[] {
  const pages: { section: Section; from: number; to: number; items: Item[] }[] = []
  for (const one of items.sort((a, b) => a.item - b.item)) {
    const { from, to } = places.range(one.item, one.item)
    const page = pages.at(-1)
    if (page?.from === from) {
      page.to = to
      page.items.push(one)
    } else pages.push({ section, from, to, items: [one] })
  }
  return pages
}

/** @param ordinal Of the reply. */
export async function readWhole(file: IndexFile, ordinal: number, signal?: AbortSignal): Promise<Reply> {
  const [places, symbols] = await Promise.all([file.places(signal), file.symbols(signal)])
  const first = places.recordOf(ordinal)
  const count = places.paragraphs[ordinal + 1]! - places.paragraphs[ordinal]!
  const wanted = { section: file.sections.texts, ...places.range(first, first + count) }
  const [piece] = await file.read([wanted], signal)
  return decode('texts', () =>
    readReplyAt(places, new TextReader(piece!, places.firstIn(piece!), symbols), ordinal),
  )
}

/** Reads a reply behind those that were read before. */
export function readReplyAt(places: Places, texts: TextReader, ordinal: number): Reply {
  const first = places.recordOf(ordinal)
  const count = places.paragraphs[ordinal + 1]! - places.paragraphs[ordinal]!
  const record = texts.read(first)
  return readReply(record, count, (n) => texts.read(first + 1 + n))
}
