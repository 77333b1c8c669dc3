import type { PostingList } from '../posting-list.js'
import type { TermEntry } from '../posting-store.js'
import type { Wanted } from './block-reader.js'
import { isBehind, type ListDirectory, nodeOf } from './directory.js'
import { decode, type IndexFile } from './index-file.js'
import { hasPostings, type LexiconEntry, type ListName, NodeReader, type Place } from './lexicon.js'
import { formatError, PAGE, type Piece } from './pages.js'
import { readList } from './posting-lists.js'

/** Nodes that `prefix` reads ahead at once. */
const AHEAD = 8

/** `ids` are looked up like terms: `documentFrequency` is then the reply's ordinal plus 1. */
interface Key {
  readonly field: ListName
  readonly term: string
}

interface Node {
  field: ListName
  list: ListDirectory
  node: number
}

export async function lookup(
  file: IndexFile,
  keys: readonly Key[],
  signal?: AbortSignal,
): Promise<(LexiconEntry | undefined)[]> {
  const nodes = nodesOf(file, keys)
  const pieces = await readNodes(file, nodes, signal)
  const found: (LexiconEntry | undefined)[] = new Array(keys.length).fill(undefined)
  decode('lexicon', () => {
    for (let i = 0; i < nodes.length; i++) {
      const { field, keys: inNode } = nodes[i]!
      if (inNode.length > 1) inNode.sort((a, b) => (keys[a]!.term < keys[b]!.term ? -1 : 1))
      const reader = new NodeReader(pieces[i]!.bytes, field, file.manifest.paragraphs, file.units)
      for (const key of inNode) found[key] = reader.find(keys[key]!.term)
    }
  })
  return found
}

/** The nodes that may hold the keys, each once. */
function nodesOf(file: IndexFile, keys: readonly Key[]): (Node & { keys: number[] })[] {
  const nodes = new Map<number, Node & { keys: number[] }>()
  for (let i = 0; i < keys.length; i++) {
    const { field, term } = keys[i]!
    const list = file.list(field)
    if (!list.terms) continue
    const node = nodeOf(list, term, file.keys)
    const page = list.pages[node]!
    const known = nodes.get(page)
    if (known) known.keys.push(i)
    else nodes.set(page, { field, list, node, keys: [i] })
  }
  return [...nodes.values()]
}

/** Reads what `lookup` of terms, and `prefixed` of the keys of vocabularies, will take first. */
export async function readAhead(file: IndexFile, keys: readonly Key[], signal?: AbortSignal): Promise<void> {
  const nodes = keys.flatMap(({ field, term }): Node[] => {
    const list = file.list(field)
    if (!list.terms) return []
    const first = nodeOf(list, term, file.keys)
    return hasPostings(field) ? [{ field, list, node: first }] : nodesFrom(file, field, term, first)
  })
  await readNodes(file, nodes, signal)
}

/** The terms that start with `prefix`, in code unit order, at most `limit`. */
export async function prefixed(
  file: IndexFile,
  field: ListName,
  prefix: string,
  limit: number,
  signal?: AbortSignal,
): Promise<LexiconEntry[]> {
  const list = file.list(field)
  const found: LexiconEntry[] = []
  if (!list.terms) return found
  let nodes = nodesFrom(file, field, prefix, nodeOf(list, prefix, file.keys))
  while (nodes.length > 0 && found.length < limit) {
    for (const piece of await readNodes(file, nodes, signal)) {
      decode('lexicon', () => {
        const reader = new NodeReader(piece.bytes, field, file.manifest.paragraphs, file.units)
        while (found.length < limit && reader.next()) {
          if (reader.compare(prefix) < 0) continue
          const { entry } = reader
          if (!entry.term.startsWith(prefix)) return
          found.push(entry)
        }
      })
    }
    nodes = nodesFrom(file, field, prefix, nodes.at(-1)!.node + 1)
  }
  return found
}

/** At most `AHEAD` nodes; those that begin after all terms with the prefix are not among them. */
function nodesFrom(file: IndexFile, field: ListName, prefix: string, first: number): Node[] {
  const list = file.list(field)
  const nodes: Node[] = []
  for (let node = first; nodes.length < AHEAD && node < list.pages.length - 1; node++) {
    if (isBehind(list, node, prefix, file.keys)) break
    nodes.push({ field, list, node })
  }
  return nodes
}

function readNodes(file: IndexFile, nodes: readonly Node[], signal?: AbortSignal): Promise<Piece[]> {
  const section = file.sections.lexicon
  const wanted: Wanted[] = []
  for (const { list, node } of nodes) {
    const to = list.pages[node + 1]! * PAGE.lexicon
    if (to > section.bytes) throw formatError('directory', 'a node is outside the lexicon')
    wanted.push({ section, from: list.pages[node]! * PAGE.lexicon, to })
  }
  return file.read(wanted, signal)
}

export async function readLists(
  file: IndexFile,
  entries: readonly TermEntry[],
  signal?: AbortSignal,
): Promise<PostingList[]> {
  const section = file.sections.postings
  const { paragraphs } = file.manifest
  const wanted: Wanted[] = []
  for (const entry of entries) {
    const { from, to } = placeOf(entry)
    const bytes = { section, from: Math.floor(from / 8), to: Math.ceil(to / 8) }
    if (!(from >= 0 && from < to && bytes.to <= section.bytes))
      throw formatError('lexicon', 'a list is outside the postings')
    wanted.push(bytes)
  }
  const pieces = await file.read(wanted, signal)
  const lists: PostingList[] = []
  for (const entry of entries) {
    const { bytes, start } = pieces[lists.length]!
    const { from, frequency } = placeOf(entry)
    const size = { documentFrequency: entry.documentFrequency, frequency }
    lists.push(readList(bytes, from - start * 8, size, paragraphs, (read) => decode('postings', read)))
  }
  return lists
}

function placeOf({ place }: LexiconEntry): Place {
  if (!place) throw new TypeError('Only entries that this index has looked up have postings in it.')
  return place
}
