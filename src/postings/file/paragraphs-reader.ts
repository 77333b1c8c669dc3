import type { Reply } from '../../reply/reply.js'
import type { ReadParagraph, StoredParagraph } from '../posting-store.js'
import type { Wanted } from './block-reader.js'
import type { SymbolReader } from './codec/symbols.js'
import { decode, type IndexFile } from './index-file.js'
import type { Piece, Section } from './pages.js'
import { readReply, readStored } from './records.js'
import { type Places, TextReader } from './texts.js'

/** Reads texts; what stands around them is read with them, but made out only for those that are shown. */
export async function readParagraphs(
  file: IndexFile,
  ordinals: readonly number[],
  signal?: AbortSignal,
): Promise<ReadParagraph[]> {
  const [places, symbols] = await Promise.all([file.places(signal), file.symbols(signal)])
  checkOrdinals(ordinals, file.manifest.paragraphs)
  const pages: Wanted[] = []
  const placed = placedIn(pages, ordinals, places, file.sections.texts)
  const pieces = await file.read(pages, signal)
  const found = decode('texts', () => readPlaced(placed, pieces, places, symbols))
  return Array.from(ordinals, (ordinal) => found.get(ordinal)!)
}

function checkOrdinals(ordinals: readonly number[], paragraphs: number): void {
  for (const ordinal of ordinals) {
    if (!(Number.isInteger(ordinal) && ordinal >= 0 && ordinal < paragraphs))
      throw new RangeError(`There is no paragraph ${ordinal}; the index has ${paragraphs}.`)
  }
}

/** A paragraph, and in which of some pages its reply's record and its own text start. */
interface Placed {
  readonly ordinal: number
  readonly reply: number
  readonly recordPage: number
  readonly textPage: number
}

/**
 * Ascending, so that items are found behind one another: the record of each reply, and then its texts.
 * @param pages Takes the pages that hold them.
 */
function placedIn(pages: Wanted[], ordinals: readonly number[], places: Places, section: Section): Placed[] {
  let last: Placed | undefined
  return Array.from(Uint32Array.from(new Set(ordinals)).sort(), (ordinal) => {
    const reply = places.replyOf(ordinal)
    const recordPage = last?.reply === reply ? last.recordPage : pageOf(places.recordOf(reply))
    last = { ordinal, reply, recordPage, textPage: pageOf(places.textOf(ordinal, reply)) }
    return last
  })

  /** The page in which an item starts, which is not before those of the items before. */
  function pageOf(item: number): number {
    const { from, to } = places.range(item, item)
    const isNew = pages.at(-1)?.from !== from
    const page = isNew ? pages.length : pages.length - 1
    pages[page] = { section, from, to }
    return page
  }
}

function readPlaced(
  placed: readonly Placed[],
  pieces: readonly Piece[],
  places: Places,
  symbols: SymbolReader,
): Map<number, ReadParagraph> {
  const readers = Array.from(pieces, (piece) => new TextReader(piece, places.firstIn(piece), symbols))
  const found = new Map<number, ReadParagraph>()
  let before = -1
  let record = 0
  for (const { ordinal, reply, recordPage, textPage } of placed) {
    const records = readers[recordPage]!
    if (reply !== before) record = records.find(places.recordOf(reply))
    before = reply
    const at = record
    const text = readers[textPage]!.read(places.textOf(ordinal, reply))
    const own = ordinal - places.paragraphs[reply]!
    const stored = (): StoredParagraph =>
      decode('texts', () => readStored(records.readAt(at), ordinal, own, text))
    found.set(ordinal, { ordinal, reply, text, stored })
  }
  return found
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
