import type { Reply } from '../../reply/reply.js'
import type { ReadParagraph, StoredParagraph } from '../posting-store.js'
import { decode, type IndexFile } from './index-file.js'
import type { Section } from './pages.js'
import { readReply, readStored } from './records.js'
import { type Places, TextReader } from './texts.js'

/** Reads texts; what stands around them is read with them, but made out only for those that are shown. */
export async function readParagraphs(
  file: IndexFile,
  ordinals: readonly number[],
  signal?: AbortSignal,
): Promise<ReadParagraph[]> {
  const [places, symbols] = await Promise.all([file.places(signal), file.symbols(signal)])
  for (const ordinal of ordinals) {
    if (!(Number.isInteger(ordinal) && ordinal >= 0 && ordinal < file.manifest.paragraphs)) {
      throw new RangeError(`There is no paragraph ${ordinal}; the index has ${file.manifest.paragraphs}.`)
    }
  }
  // In this order items are found behind one another: the record of each reply, and then its texts.
  const sorted = Uint32Array.from(new Set(ordinals)).sort()
  const pages: { section: Section; from: number; to: number }[] = []
  const replies = sorted.map((ordinal) => places.replyOf(ordinal))
  const isFirst = (i: number): boolean => replies[i] !== replies[i - 1]
  const recordPages = new Uint32Array(sorted.length)
  const textPages = sorted.map((ordinal, i) => {
    const reply = replies[i]!
    recordPages[i] = isFirst(i) ? pageOf(places.recordOf(reply)) : recordPages[i - 1]!
    return pageOf(places.textOf(ordinal, reply))
  })
  const pieces = await file.read(pages, signal)
  const found = new Map<number, ReadParagraph>()
  decode('texts', () => {
    const readers: TextReader[] = []
    for (const piece of pieces) readers.push(new TextReader(piece, places.firstIn(piece), symbols))
    let record = 0
    sorted.forEach((ordinal, i) => {
      const reply = replies[i]!
      const records = readers[recordPages[i]!]!
      if (isFirst(i)) record = records.find(places.recordOf(reply))
      const at = record
      const text = readers[textPages[i]!]!.read(places.textOf(ordinal, reply))
      const own = ordinal - places.paragraphs[reply]!
      const stored = (): StoredParagraph => readStored(records.readAt(at), ordinal, own, text)
      found.set(ordinal, { ordinal, reply, text, stored: () => decode('texts', stored) })
    })
  })
  return Array.from(ordinals, (ordinal) => found.get(ordinal)!)

  /** The page in which an item starts, which is not before those of the items before. */
  function pageOf(item: number): number {
    const { from, to } = places.range(item, item)
    const last = pages[pages.length - 1]
    if (last?.from === from) last.to = to
    else pages.push({ section: file.sections.texts, from, to })
    return pages.length - 1
  }
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
