import type { Reply } from '../../reply/reply.js'
import type { Field, TermPostings } from '../posting-store.js'
import { decode, type IndexFile } from './index-file.js'
import { NodeReader } from './lexicon.js'
import type { Outline, OutlinedContent } from './merge.js'
import { PAGE } from './pages.js'
import { readReplyAt } from './paragraphs-reader.js'
import { readPostings } from './posting-lists.js'
import type { FileStore } from './reader.js'
import { prefixed } from './terms-reader.js'
import { TextReader } from './texts.js'

/** Bytes of texts, nodes and postings that are read at a time. */
const STEP = 2 ** 18

/** All that a file holds, read from its start to its end: to merge it with others, or to write it again. */
export function contentOf(store: FileStore): OutlinedContent {
  const { file } = store
  return {
    segmenter: store.summary.segmenter,
    ...(store.summary.builtAt !== undefined && { builtAt: store.summary.builtAt }),
    totalLength: store.totalLength,
    folding: store.folding,
    synonyms: store.synonyms,
    replies: () => readReplies(file),
    lengths: () => store.lengths(),
    ownColumns: {
      place: async () => (await store.columns(['place']))[0]!,
      role: async () => (await store.columns(['role']))[0]!,
    },
    terms: (field) => readTerms(file, field),
    outline: () => readOutline(file),
  }
}

async function readOutline(file: IndexFile): Promise<Outline> {
  const { replies } = file.manifest
  const [ids, places] = await Promise.all([prefixed(file, 'ids', '', replies), file.places()])
  const starts = places.paragraphs
  return {
    ids: ids.map(({ term }) => term),
    paragraphs: Array.from({ length: replies }, (_, reply) => starts[reply + 1]! - starts[reply]!),
  }
}

async function* readReplies(file: IndexFile): AsyncGenerator<Reply> {
  const [places, symbols] = await Promise.all([file.places(), file.symbols()])
  const section = file.sections.texts
  const { replies } = file.manifest
  for (let first = 0; first < replies; ) {
    const { from } = places.range(places.recordOf(first), places.recordOf(first))
    let last = first + 1
    const end = (): number => places.range(places.recordOf(last) - 1, places.recordOf(last) - 1).to
    while (last < replies && end() < from + STEP) last++
    const [piece] = await file.read([{ section, from, to: end() }])
    const texts = decode('texts', () => new TextReader(piece!, places.firstIn(piece!), symbols))
    for (; first < last; first++) yield decode('texts', () => readReplyAt(places, texts, first))
  }
}

async function* readTerms(file: IndexFile, field: Field): AsyncGenerator<TermPostings> {
  const { pages } = file.list(field)
  const nodes = pages.length - 1
  const perStep = STEP / PAGE.lexicon
  for (let first = 0; first < nodes; first += perStep) {
    const last = Math.min(nodes, first + perStep)
    yield* await readNodes(file, field, pages.subarray(first, last + 1))
  }
}

async function readNodes(file: IndexFile, field: Field, pages: Uint32Array): Promise<TermPostings[]> {
  const { lexicon, postings } = file.sections
  const { paragraphs } = file.manifest
  const nodes = await file.read(
    Array.from(pages.subarray(1), (end, i) => ({
      section: lexicon,
      from: pages[i]! * PAGE.lexicon,
      to: end * PAGE.lexicon,
    })),
  )
  const entries = decode('lexicon', () =>
    nodes.flatMap((node) => {
      const reader = new NodeReader(node.bytes, field, paragraphs, file.units)
      const found = []
      while (reader.next()) found.push(reader.entry)
      return found
    }),
  )
  const [piece] = await file.read([
    {
      section: postings,
      from: Math.floor((entries[0]?.place?.from ?? 0) / 8),
      to: Math.ceil((entries.at(-1)?.place?.to ?? 0) / 8),
    },
  ])
  return entries.map(({ term, documentFrequency, place }) => ({
    term,
    postings: decode('postings', () =>
      readPostings(
        piece!.bytes,
        place!.from - piece!.start * 8,
        { documentFrequency, frequency: place!.frequency },
        paragraphs,
      ),
    ),
  }))
}
