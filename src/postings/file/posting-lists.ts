import { LENGTH_BITS } from '../length.js'
import { LIST_BLOCK, listOf, type PostingList, type Postings } from '../posting-list.js'
import { BitReader, BitsError, SLACK } from './codec/bits.js'

// A list in blocks of 128: gaps between ordinals in a Rice code, then the few frequencies above 1. Lists of more than
// one block begin with a table by which a reader can skip blocks.

/** Lists up to this document frequency are written with the usual order, but single ordinals as they are. */
export const SHORT = 2

/** Golomb orders of the skip table. */
export const SKIP_CODES = { tableBits: 8, blockBits: 8, ordinals: 8, frequency: 0 } as const

/** The Rice order that suits ordinals that lie at random. */
export function usualOrder(documentFrequency: number, paragraphs: number): number {
  return 31 - Math.clz32(Math.max(1, Math.floor(paragraphs / documentFrequency)))
}

/** What a list of one paragraph takes: its frequency stands in the lexicon. */
export function ordinalBits(paragraphs: number): number {
  return Math.max(1, 32 - Math.clz32(paragraphs - 1))
}

/** What the bytes of a list are usually, so that the lexicon need only say how much it differs. */
export function usualBytes(documentFrequency: number, paragraphs: number): number {
  return Math.floor((documentFrequency * (usualOrder(documentFrequency, paragraphs) + 2)) / 8) + 1
}

/** What the lexicon says of a list. */
export interface ListSize {
  readonly documentFrequency: number
  /** Where that is 1, how often the term stands in the paragraph. */
  readonly frequency?: number | undefined
}

/** @param bytes With slack behind the list. @param position In bits. */
export function readPostings(
  bytes: Uint8Array,
  position: number,
  { documentFrequency, frequency = 1 }: ListSize,
  paragraphs: number,
): Postings {
  const reader = openList(bytes, position, documentFrequency, paragraphs)
  const ordinals = new Uint32Array(documentFrequency)
  const frequencies = new Uint8Array(documentFrequency).fill(Math.min(255, frequency))
  let ordinal = -1
  if (documentFrequency === 1) {
    ordinal = reader.bits(ordinalBits(paragraphs))
    ordinals[0] = ordinal
  } else {
    if (documentFrequency > LIST_BLOCK) reader.skip(reader.golomb(SKIP_CODES.tableBits))
    for (let start = 0; start < documentFrequency; start += LIST_BLOCK) {
      const end = Math.min(documentFrequency, start + LIST_BLOCK)
      const k = documentFrequency > SHORT ? reader.bits(5) : usualOrder(documentFrequency, paragraphs)
      readGaps(reader, k, ordinal, ordinals, start, end)
      ordinal = ordinals[end - 1]!
      readFrequencies(reader, frequencies, start, end)
    }
  }
  if (ordinal >= paragraphs) throw beyond()
  return { paragraphs: ordinals, frequencies }
}

/** As `readPostings`, but block by block. @param check Runs what may find that the bytes are damaged. */
export function readList(
  bytes: Uint8Array,
  position: number,
  size: ListSize,
  paragraphs: number,
  check: <Result>(read: () => Result) => Result,
): PostingList {
  const { documentFrequency } = size
  if (documentFrequency <= LIST_BLOCK) {
    return listOf(check(() => readPostings(bytes, position, size, paragraphs)))
  }
  const { reader, starts, lasts, greatestFrequencies, leastLengths } = check(() =>
    readTable(bytes, position, documentFrequency, paragraphs),
  )
  const ordinals = new Uint32Array(documentFrequency)
  const frequencies = new Uint8Array(documentFrequency)

  function readBlock(block: number): void {
    const start = block * LIST_BLOCK
    const end = Math.min(documentFrequency, start + LIST_BLOCK)
    reader.position = starts[block]!
    readGaps(reader, reader.bits(5), block > 0 ? lasts[block - 1]! : -1, ordinals, start, end)
    frequencies.fill(1, start, end)
    readFrequencies(reader, frequencies, start, end)
    if (ordinals[end - 1] !== lasts[block]) throw new BitsError('a list is not what its skip table says')
  }

  return {
    paragraphs: ordinals,
    frequencies,
    lasts,
    greatestFrequencies,
    leastLengths,
    load(block) {
      // A frequency is never 0.
      if (frequencies[block * LIST_BLOCK] === 0) {
        // By a name of this scope, so that only here memory is taken for it.
        const missing = block
        check(() => readBlock(missing))
      }
    },
  }
}

function readTable(bytes: Uint8Array, position: number, documentFrequency: number, paragraphs: number) {
  const reader = openList(bytes, position, documentFrequency, paragraphs)
  const count = Math.ceil(documentFrequency / LIST_BLOCK)
  const lasts = new Uint32Array(count)
  const greatestFrequencies = new Uint8Array(count)
  const leastLengths = new Uint8Array(count)
  const starts = new Uint32Array(count)
  let start = reader.golomb(SKIP_CODES.tableBits)
  start += reader.position
  let last = -1
  for (let number = 0; number < count; number++) {
    starts[number] = start
    start += reader.golomb(SKIP_CODES.blockBits)
    last += reader.golomb(SKIP_CODES.ordinals) + Math.min(LIST_BLOCK, documentFrequency - number * LIST_BLOCK)
    if (last >= paragraphs) throw beyond()
    lasts[number] = last
    greatestFrequencies[number] = reader.golomb(SKIP_CODES.frequency) + 1
    leastLengths[number] = reader.bits(LENGTH_BITS)
  }
  return { reader, starts, lasts, greatestFrequencies, leastLengths }
}

function openList(
  bytes: Uint8Array,
  position: number,
  documentFrequency: number,
  paragraphs: number,
): BitReader {
  if (documentFrequency > paragraphs) throw new BitsError('a term is in more paragraphs than there are')
  if (position < 0) throw new BitsError('a list begins before its block')
  if (documentFrequency > (bytes.length - SLACK) * 8) throw new BitsError('a list ends too early')
  return new BitReader(bytes, position)
}

function beyond(): BitsError {
  return new BitsError('a list goes beyond the last paragraph')
}

/** @param before The ordinal before the first. */
function readGaps(
  reader: BitReader,
  k: number,
  before: number,
  ordinals: Uint32Array,
  start: number,
  end: number,
): void {
  reader.rices(k, ordinals, start, end)
  let ordinal = before
  for (let i = start; i < end; i++) {
    ordinal += 1 + ordinals[i]!
    ordinals[i] = ordinal
  }
  if (ordinal > 0xffffffff) throw new BitsError('a list goes beyond the last paragraph')
}

function readFrequencies(reader: BitReader, frequencies: Uint8Array, start: number, end: number): void {
  const above = reader.golomb(0)
  if (above === 0) return
  const k = reader.bits(3)
  let at = start - 1
  for (let i = 0; i < above; i++) {
    const { position } = reader
    const word = reader.peekAt(position)
    const zeros = Math.clz32(word)
    const rest = (word << zeros) << 1
    if (zeros + k < 24 && rest << k < 0) {
      // The usual frequency, 2, is a single bit behind the gap.
      at += 1 + (zeros << k) + ((rest >>> 1) >>> (31 - k))
      reader.position = position + zeros + 2 + k
      frequencies[at] = 2
    } else {
      at += 1 + reader.rice(k)
      frequencies[at] = Math.min(255, 2 + reader.golomb(0))
    }
    if (at >= end) throw new BitsError('a frequency belongs to no paragraph')
  }
  reader.skip(0)
}
