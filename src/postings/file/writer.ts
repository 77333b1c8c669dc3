import { DafuError } from '../../errors.js'
import { paragraphsOf, type Reply } from '../../reply/reply.js'
import { createFolding } from '../../text/normalize.js'
import { ColumnsBuilder, type DerivedColumn } from '../columns.js'
import { type IndexContent, VOCABULARIES } from '../posting-store.js'
import { createVocabulary } from '../vocabulary.js'
import { BitWriter } from './codec/bit-writer.js'
import { crc32c } from './codec/checksum.js'
import { writeColumn } from './codec/column-code.js'
import { writeFolding } from './codec/folding-code.js'
import { writeLengths } from './codec/lengths-code.js'
import { SymbolWriter } from './codec/symbol-writer.js'
import { writeSynonyms } from './codec/synonyms-code.js'
import { each } from './each.js'
import { HEADER, type Header, writeHeader } from './header.js'
import { EAGER_LISTS } from './lexicon.js'
import { LexiconWriter } from './lexicon-writer.js'
import { termCode } from './list-writer.js'
import { COLUMN_SECTIONS, EAGER_SECTIONS, type Manifest, SECTIONS } from './manifest.js'
import { PostingStream } from './posting-stream.js'
import { writeReply } from './record-writer.js'
import { SectionsWriter } from './sections-writer.js'
import { type IndexSink, MemorySink } from './sink.js'
import { type WriteElsewhere, writeLexicon, writePostings } from './terms-writer.js'
import { TextWriter } from './text-writer.js'
import { unitCounts } from './unit-counts.js'

/** Paragraphs whose texts the code for all texts is made to suit … */
const SAMPLE = 4096
/** … and how much of each. */
const SAMPLE_LENGTH = 1024

/**
 * Writes the `.dafu` file of an index. The same content gives the same bytes. `content.replies()` is read twice (once if
 * there is a `sample`), `content.terms()` once for each field.
 * @throws DafuError if the content is not in file order or contradicts itself.
 */
export async function writeIndex(
  content: IndexContent,
  sink: IndexSink,
  writeElsewhere: WriteElsewhere = () => new Map(),
): Promise<void> {
  const lengths = await content.lengths()
  const file = new SectionsWriter(sink, HEADER)
  const sample = await sampleOf(content, lengths.length)
  const folding = createFolding(content.folding)
  const units = unitCounts(sample, folding)
  const elsewhere = writeElsewhere({ lengths, units })
  const code = termCode(units)
  const symbols = new SymbolWriter(sample)
  const texts = new TextWriter(symbols)
  const columns = new ColumnsBuilder(derivedColumns(content))
  const vocabulary = createVocabulary(folding)
  const ids = await writeTexts(content, file, texts, (reply) => {
    columns.add(reply)
    vocabulary.add(reply)
  })
  if (texts.paragraphs !== lengths.length) {
    throw new DafuError(
      `The replies of an index have ${texts.paragraphs} paragraphs, but there are ${lengths.length} lengths.`,
    )
  }

  const lexicon = new LexiconWriter()
  const target = { file, stream: new PostingStream(lengths), lexicon, code }
  let totalWords = 0
  await writePostings(content, elsewhere, target, (word, documentFrequency) => {
    vocabulary.addWord(word, documentFrequency)
    totalWords += documentFrequency
  })
  await writeLexicon(ids, vocabulary, target)

  await file.section('symbols', symbols.table())
  await file.section('places', texts.places())
  await file.section(
    'lengths',
    written((writer) => writeLengths(writer, lengths)),
  )
  for (const name of COLUMN_SECTIONS) {
    const own = content.ownColumns[name]
    const column = own ? await own() : columns.build(name as DerivedColumn)
    await file.section(
      name,
      written((writer) => writeColumn(writer, column, code.units)),
    )
  }
  const eager = {
    units: written((writer) => code.units.writeTable(writer)),
    directory: lexicon.directory(EAGER_LISTS),
    vocabularies: lexicon.directory(VOCABULARIES),
    folding: written((writer) => writeFolding(writer, content.folding)),
    synonyms: written((writer) => writeSynonyms(writer, content.synonyms, code.units)),
  }
  const { segmenter, builtAt, totalLength } = content
  const manifest = {
    segmenter: { name: segmenter.name, fingerprint: segmenter.fingerprint },
    ...(builtAt !== undefined && { builtAt }),
    replies: ids.length,
    paragraphs: lengths.length,
    totalLength,
    totalWords,
  }
  await sink.write(writeHeader(await writeEnd(manifest, eager, file)), 0)
}

/** The `.dafu` file of an index, in memory. */
export async function writeIndexBytes(content: IndexContent): Promise<Uint8Array> {
  const sink = new MemorySink()
  await writeIndex(content, sink)
  return sink.bytes
}

function derivedColumns({ ownColumns }: IndexContent): DerivedColumn[] {
  return COLUMN_SECTIONS.filter((name) => !(name in ownColumns)) as DerivedColumn[]
}

/** Records and texts of paragraphs that are spread evenly over the index. */
async function sampleOf(content: IndexContent, paragraphs: number): Promise<string[]> {
  const step = Math.ceil(paragraphs / SAMPLE)
  const sample: string[] = []
  const take = (reply: Reply, first: number): number => {
    let ordinal = first
    if (ordinal % step === 0) sample.push(writeReply(reply).slice(0, SAMPLE_LENGTH))
    for (const { paragraph } of paragraphsOf(reply)) {
      if (ordinal++ % step === 0) sample.push(paragraph.text.slice(0, SAMPLE_LENGTH))
    }
    return ordinal
  }
  if (content.sample) {
    for (const { reply, ordinal } of content.sample(step)) take(reply, ordinal)
    return sample
  }
  let ordinal = 0
  await each(content.replies(), (reply) => {
    ordinal = take(reply, ordinal)
  })
  return sample
}

/** @param visit Is given each reply. @returns Their ids. */
async function writeTexts(
  content: IndexContent,
  file: SectionsWriter,
  texts: TextWriter,
  visit: (reply: Reply) => void,
): Promise<string[]> {
  const ids: string[] = []
  file.begin('texts')
  await each(content.replies(), (reply) => {
    if (ids.length && reply.id <= ids[ids.length - 1]!) {
      throw new DafuError(
        `The replies of an index must be sorted and distinct, but “${reply.id}” is not in its place.`,
      )
    }
    ids.push(reply.id)
    visit(reply)
    const bodies = paragraphsOf(reply).map(({ paragraph }) => paragraph.text)
    for (const page of texts.add(writeReply(reply), bodies)) file.add(page)
    return file.isFull ? file.flush() : undefined
  })
  for (const page of texts.finish()) file.add(page)
  file.end()
  return ids
}

/** The manifest, and what is read with it. */
async function writeEnd(
  manifest: Omit<Manifest, 'sections'>,
  eager: Readonly<Record<(typeof EAGER_SECTIONS)[number], Uint8Array>>,
  file: SectionsWriter,
): Promise<Header> {
  const manifestStart = file.position
  const sizes = new Map([...file.sizes, ...EAGER_SECTIONS.map((name) => [name, eager[name].length] as const)])
  const sections = SECTIONS.map((name) => sizes.get(name)!)
  const bytes = new TextEncoder().encode(JSON.stringify({ ...manifest, sections } satisfies Manifest))
  file.raw(bytes)
  for (const name of EAGER_SECTIONS) await file.section(name, eager[name])
  return {
    size: file.position,
    manifestStart,
    manifestBytes: bytes.length,
    manifestChecksum: crc32c(bytes),
  }
}

function written(write: (writer: BitWriter) => void): Uint8Array {
  const writer = new BitWriter()
  write(writer)
  return writer.view()
}
