import { IndexFormatError } from '../../errors.js'
import { SLACK } from './codec/bits.js'
import { crc32c } from './codec/checksum.js'

// A section, which FORMAT.md and errors call a block, is a stream of bytes cut into pages of one size, the last one
// shorter; a CRC-32C follows each page.

/** Of the checksum behind every page. */
export const CHECKSUM = 4

/** Bytes of a page without its checksum: small where a query picks single items, large where it takes all. */
export const PAGE = { texts: 508, lexicon: 252, postings: 252, whole: 4092 } as const

export interface Section {
  readonly name: string
  /** Where its first page stands in the file. */
  readonly start: number
  /** Without checksums. */
  readonly bytes: number
  readonly page: number
}

/** A piece of a section that begins with a page. */
export interface Piece {
  /** With slack behind it. */
  readonly bytes: Uint8Array
  /** Where it begins in the section. */
  readonly start: number
}

export function pageSize(name: string): number {
  return name in PAGE ? PAGE[name as keyof typeof PAGE] : PAGE.whole
}

/** Bytes that a section takes in the file. */
export function sizeInFile(section: Pick<Section, 'bytes' | 'page'>): number {
  return section.bytes + Math.ceil(section.bytes / section.page) * CHECKSUM
}

/** Where the pages that hold the bytes from `from` to `to` (exclusive) stand in the file. */
export function rangeInFile(section: Section, from: number, to: number): { start: number; end: number } {
  const size = section.page + CHECKSUM
  const start = section.start + Math.floor(from / section.page) * size
  const end = section.start + Math.ceil(to / section.page) * size
  return { start, end: Math.min(end, section.start + sizeInFile(section)) }
}

/**
 * Checks pages and joins what they hold.
 * @param pages Whole pages of the section, as they stand in the file from `start`.
 * @throws IndexFormatError if a checksum does not match.
 */
export function openPages(section: Section, pages: Uint8Array, start: number): Piece {
  const size = section.page + CHECKSUM
  const count = Math.ceil(pages.length / size)
  const bytes = new Uint8Array(pages.length - count * CHECKSUM + SLACK)
  for (let page = 0; page < count; page++) {
    const from = page * size
    const to = Math.min(from + size, pages.length) - CHECKSUM
    const place = start + from
    const checksum = (pages[to]! << 24) | (pages[to + 1]! << 16) | (pages[to + 2]! << 8) | pages[to + 3]!
    if ((crc32c(pages, from, to, place) | 0) !== checksum) throw damaged(section, place, start + to)
    // A single page needs no view of its own: its checksum falls into the slack.
    bytes.set(count > 1 ? pages.subarray(from, to) : pages, page * section.page)
  }
  bytes.fill(0, bytes.length - SLACK)
  return { bytes, start: Math.floor((start - section.start) / size) * section.page }
}

/** Cuts bytes into pages. @param start Where the first stands in the file. */
export function closePages(bytes: Uint8Array, page: number, start: number): Uint8Array {
  const pages = new Uint8Array(sizeInFile({ bytes: bytes.length, page }))
  const view = new DataView(pages.buffer)
  let at = 0
  for (let from = 0; from < bytes.length; from += page) {
    const to = Math.min(from + page, bytes.length)
    pages.set(bytes.subarray(from, to), at)
    view.setUint32(at + to - from, crc32c(bytes, from, to, start + at))
    at += to - from + CHECKSUM
  }
  return pages
}

function damaged(section: Section, from: number, to: number): IndexFormatError {
  return formatError(section.name, `its checksum does not match (bytes ${from} to ${to})`)
}

/** The same error; what is said of a damaged index says which one it is, where that is known. */
export function naming(name: string | undefined, error: unknown): unknown {
  if (!name || !(error instanceof IndexFormatError)) return error
  return new IndexFormatError(`${name}: ${error.message}`, { cause: error })
}

/** Reads what may be damaged. */
export function readNamed<Result>(name: string | undefined, read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw naming(name, error)
  }
}

/** @param reason What is wrong with the block, as the end of a sentence. */
export function formatError(block: string, reason: string, options?: ErrorOptions): IndexFormatError {
  return new IndexFormatError(
    `The index is damaged in its block “${block}”: ${reason}. Copy the file again, or build the index again.`,
    options,
  )
}
