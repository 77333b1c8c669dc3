import { VOCABULARIES } from '../posting-store.js'
import { BlockReader, type Wanted } from './block-reader.js'
import { BitReader, BitsError } from './codec/bits.js'
import { crc32c } from './codec/checksum.js'
import { readFolding } from './codec/folding-code.js'
import { readLengths } from './codec/lengths-code.js'
import { SymbolReader } from './codec/symbols.js'
import { readSynonyms } from './codec/synonyms-code.js'
import { TermKeys } from './codec/term-keys.js'
import { UnitReader } from './codec/units.js'
import { type ListDirectory, readDirectory } from './directory.js'
import { HEADER, readHeader } from './header.js'
import { EAGER_LISTS, type ListName } from './lexicon.js'
import { layout, type Manifest, readManifest, type SectionName } from './manifest.js'
import { formatError, openPages, type Piece, readNamed, type Section, sizeInFile } from './pages.js'
import type { ByteSource } from './source/byte-source.js'
import { Places } from './texts.js'

export interface OpenOptions {
  /** How much of the file to keep in memory. Default: 32 MB. */
  cacheBytes?: number
  signal?: AbortSignal
}

/** Gives what a section says; it is read once. */
type Read<Result> = (signal?: AbortSignal) => Promise<Result>

/** What the methods of an open file share. */
export interface IndexFile {
  readonly manifest: Manifest
  readonly sections: Record<SectionName, Section>
  /** The code of code units in terms. */
  readonly units: UnitReader
  /** The keys of terms in directories. */
  readonly keys: TermKeys
  readonly folding: string
  readonly synonyms: readonly (readonly string[])[]
  readonly source: ByteSource
  /** Whether the source takes time to answer. */
  readonly isFar: boolean
  read(wanted: readonly Wanted[], signal?: AbortSignal): Promise<Piece[]>
  /** A whole section. */
  section(name: SectionName, signal?: AbortSignal): Promise<Uint8Array>
  list(name: ListName): ListDirectory
  readonly places: Read<Places>
  readonly symbols: Read<SymbolReader>
  /** Coded, of each paragraph. */
  readonly lengths: Read<Uint8Array>
}

/**
 * Reads the header and the manifest.
 * @throws IndexFormatError
 * @throws IndexVersionError
 */
export async function openIndexFile(source: ByteSource, options: OpenOptions = {}): Promise<IndexFile> {
  const { cacheBytes = 2 ** 25, signal } = options
  const first = source.read(0, Math.min(source.size, HEADER), signal)
  const header = readHeader(await first, source)
  const { manifestStart, manifestBytes } = header
  const tail = await source.read(manifestStart, source.size - manifestStart, signal)
  if (crc32c(tail, 0, manifestBytes) !== header.manifestChecksum) {
    throw formatError('manifest', 'its checksum does not match')
  }
  const manifest = readManifest(new TextDecoder().decode(tail.subarray(0, manifestBytes)))
  const sections = layout(manifest.sections, header)
  const { replies, paragraphs } = manifest
  // Every text takes at least a bit.
  if (paragraphs + replies > sections.texts.bytes * 8) {
    throw formatError('manifest', 'it counts more paragraphs than there can be')
  }
  const eager = (section: Section): Uint8Array => {
    const from = section.start - manifestStart
    return openPages(section, tail.subarray(from, from + sizeInFile(section)), section.start).bytes
  }
  const unitBytes = eager(sections.units)
  const units = decode('units', () => new UnitReader(new BitReader(unitBytes), unitBytes.length))
  const directory = decode('directory', () => readDirectory(eager(sections.directory), EAGER_LISTS, units))
  const blocks = new BlockReader(source, cacheBytes)
  const read = (wanted: readonly Wanted[], signal?: AbortSignal): Promise<Piece[]> =>
    blocks.read(wanted, signal)
  const section = async (name: SectionName, signal?: AbortSignal): Promise<Uint8Array> => {
    const whole = { section: sections[name], from: 0, to: sections[name].bytes }
    return (await read([whole], signal))[0]!.bytes
  }
  function once<Result>(name: SectionName, make: (bytes: Uint8Array) => Result): Read<Result> {
    let made: Result | undefined
    return async (signal) => {
      if (made === undefined) {
        const bytes = await section(name, signal)
        made ??= decode(name, () => make(bytes))
      }
      return made
    }
  }
  let vocabularies: ReadonlyMap<ListName, ListDirectory> | undefined
  return {
    manifest,
    sections,
    units,
    keys: new TermKeys(units.codeLengths),
    folding: decode('folding', () => readFolding(eager(sections.folding))),
    synonyms: decode('synonyms', () => readSynonyms(eager(sections.synonyms), units)),
    source,
    isFar: 'then' in first,
    read,
    section,
    list(name) {
      const list = directory.get(name)
      if (list) return list
      vocabularies ??= readNamed(source.name, () =>
        decode('vocabularies', () => readDirectory(eager(sections.vocabularies), VOCABULARIES, units)),
      )
      return vocabularies.get(name)!
    },
    places: once('places', (bytes) => new Places(bytes, sections.texts, replies, paragraphs)),
    symbols: once('symbols', (bytes) => new SymbolReader(bytes)),
    lengths: once('lengths', (bytes) => readLengths(bytes, paragraphs)),
  }
}

/** Runs what may find that a block is not written as it should be, and says which one. */
export function decode<Result>(block: string, run: () => Result): Result {
  try {
    return run()
  } catch (cause) {
    // RangeError: an array or a recursion that is too large.
    if (!(cause instanceof BitsError || cause instanceof RangeError)) throw cause
    throw formatError(block, cause.message, { cause })
  }
}
