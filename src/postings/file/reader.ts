import { paragraphsOf } from '../../reply/reply.js'
import type { PostingList } from '../posting-list.js'
import {
  type Column,
  type ColumnName,
  FORMAT_VERSION,
  type PostingStore,
  type TermEntry,
} from '../posting-store.js'
import { readColumn } from './codec/column-code.js'
import { decode, type IndexFile, type OpenOptions, openIndexFile } from './index-file.js'
import { naming } from './pages.js'
import { readParagraphs, readWhole } from './paragraphs-reader.js'
import type { ByteSource } from './source/byte-source.js'
import { lookup, prefixed, readAhead, readLists } from './terms-reader.js'

/** Slashes of a paragraph's id at which the reply's id may end. */
const MAX_SLASHES = 16

/** A `.dafu` file that answers. */
export interface FileStore extends PostingStore {
  /** What it is read from, for those that read all of it. */
  readonly file: IndexFile
}

/**
 * Opens a `.dafu` file. Blocks are read when they are first needed, and checked before anything is answered from them.
 * @throws IndexFormatError
 * @throws IndexVersionError
 */
export async function openFile(source: ByteSource, options: OpenOptions = {}): Promise<FileStore> {
  const file = await openIndexFile(source, options).catch((error) => {
    throw naming(source.name, error)
  })
  const { manifest } = file
  const columns = new Map<ColumnName, Column>()

  function postings(entries: readonly TermEntry[], signal?: AbortSignal): Promise<PostingList[]> {
    // Texts are read next: what it takes to find them is asked for now, so that it costs no round of its own.
    if (entries.length > 0) Promise.all([file.places(signal), file.symbols(signal)]).catch(() => {})
    return readLists(file, entries, signal)
  }

  return {
    file,
    summary: {
      replies: manifest.replies,
      paragraphs: manifest.paragraphs,
      terms: file.list('words').terms,
      bytes: source.size,
      segmenter: manifest.segmenter,
      formatVersion: FORMAT_VERSION,
      ...(manifest.builtAt !== undefined && { builtAt: manifest.builtAt }),
    },
    totalLength: manifest.totalLength,
    totalWords: manifest.totalWords,
    folding: file.folding,
    synonyms: file.synonyms,
    lookup: (keys, signal) => lookup(file, keys, signal),
    prefix: (field, prefix, limit, signal) => prefixed(file, field, prefix, limit, signal),
    ...(file.isFar && {
      readAhead(keys, signal) {
        // Who needs it reads it again, and hears of the error.
        readAhead(file, keys, signal).catch(() => {})
      },
      readPostingsAhead(entries, signal) {
        Promise.all([postings(entries, signal), file.lengths(signal)]).catch(() => {})
      },
    }),
    postings,
    lengths: file.lengths,
    columns: (names, signal) =>
      Promise.all(
        names.map(async (name) => {
          const column = columns.get(name) ?? (await readOneColumn(file, name, signal))
          columns.set(name, column)
          return column
        }),
      ),
    paragraphs: (ordinals, signal) => readParagraphs(file, ordinals, signal),
    async reply(id, signal) {
      const [found] = await lookup(file, [{ field: 'ids', term: id }], signal)
      return found && (await readWhole(file, found.documentFrequency - 1, signal))
    },
    ordinal: (id, signal) => ordinalOf(file, id, signal),
    close: () => source.close(),
  }
}

async function readOneColumn(file: IndexFile, name: ColumnName, signal?: AbortSignal): Promise<Column> {
  if (name === 'reply') return readReplyColumn(file, signal)
  const bytes = await file.section(name, signal)
  return decode(name, () => readColumn(bytes, file.manifest.paragraphs, file.units))
}

/** The ids, and how many paragraphs each reply has. */
async function readReplyColumn(file: IndexFile, signal?: AbortSignal): Promise<Column> {
  const { replies, paragraphs } = file.manifest
  const [ids, places] = await Promise.all([prefixed(file, 'ids', '', replies, signal), file.places(signal)])
  const numbers = new Uint32Array(paragraphs)
  for (let reply = 0; reply < replies; reply++) {
    numbers.fill(reply, places.paragraphs[reply], places.paragraphs[reply + 1])
  }
  return {
    values: ids.map(({ term }) => term),
    numbers,
    starts: Uint32Array.from({ length: paragraphs + 1 }, (_, p) => p),
  }
}

/** The reply is the one whose id the paragraph's begins with. */
async function ordinalOf(file: IndexFile, id: string, signal?: AbortSignal): Promise<number | undefined> {
  const slashes = Array.from(id.matchAll(/\//g), ({ index }) => index).slice(-MAX_SLASHES)
  const keys = slashes.map((end) => ({ field: 'ids' as const, term: id.slice(0, end) }))
  const found = await lookup(file, keys, signal)
  for (const entry of found) {
    if (!entry) continue
    const ordinal = entry.documentFrequency - 1
    const reply = await readWhole(file, ordinal, signal)
    const place = paragraphsOf(reply).findIndex(({ paragraph }) => paragraph.id === id)
    if (place >= 0) return (await file.places(signal)).paragraphs[ordinal]! + place
  }
  return undefined
}
