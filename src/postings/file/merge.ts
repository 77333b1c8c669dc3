import { DafuError } from '../../errors.js'
import { paragraphsOf, type Reply, type SectionRole } from '../../reply/reply.js'
import { foldingFor } from '../../text/folding-table.js'
import { byCodeUnits, ColumnsBuilder } from '../columns.js'
import { scoredLength } from '../documents.js'
import { joinColumns } from '../join-columns.js'
import { type Column, FIELDS, type Field, type IndexContent, type TermPostings } from '../posting-store.js'
import { GONE, joinLists, openTerms, type TermSource } from './merge-terms.js'

export interface MergeOptions {
  /** Ids of replies to leave out. */
  remove?: Iterable<string>
  /** ISO 8601. */
  builtAt?: string
}

/** What of a content is known without its texts; contents that know it are merged faster. */
export interface Outline {
  ids: readonly string[]
  /** Of each reply. */
  paragraphs: readonly number[]
}

export interface OutlinedContent extends IndexContent {
  outline(): Promise<Outline>
}

interface Part {
  content: IndexContent
  outline: Outline
  lengths: Uint8Array
  /** By ordinal: the paragraph's new ordinal, or `GONE`. */
  ordinals: Uint32Array
  isWhole: boolean
}

/** Whose frequencies add up to a paragraph's length. */
const COUNTED: readonly string[] = FIELDS.slice(0, 3)

/**
 * The content of one index that holds the replies of several. Of replies with the same id that of the last content
 * stays. Written to a file, it gives the same bytes as one build of these replies; this would fail only where a term
 * stands in a paragraph that goes more than 255 times, because no more are counted.
 * @throws DafuError if the contents were not built alike.
 */
export async function mergeContents(
  contents: readonly IndexContent[],
  options: MergeOptions = {},
): Promise<IndexContent> {
  const [first] = contents
  if (!first) throw new DafuError('There is nothing to merge. Give at least one index.')
  for (const content of contents) checkAlike(first, content)
  const outlines = await Promise.all(contents.map(outlineOf))
  const owners = ownersOf(outlines, new Set(options.remove))
  const parts = await Promise.all(contents.map((content, i) => partOf(content, outlines[i]!)))
  const lengths = renumber(parts, owners)

  let totalLength = 0
  const folding = new Map<string, string>()
  for (const part of parts) {
    const rest = part.isWhole ? undefined : await restOf(part)
    totalLength += part.content.totalLength - (rest?.lengthGone ?? 0)
    // What a build of the rest would fold; an older release may have folded less.
    const needed = rest && new Map(pairsOf(foldingFor(rest.characters)))
    for (const [from, to] of pairsOf(part.content.folding)) {
      if ((folding.get(from) ?? to) !== to) {
        throw new DafuError(
          `The indexes fold “${from}” differently. Build them again with the same release of dafu.`,
        )
      }
      if (!needed || needed.has(from)) folding.set(from, to)
    }
  }
  return {
    segmenter: first.segmenter,
    ...(options.builtAt !== undefined && { builtAt: options.builtAt }),
    totalLength,
    folding: [...folding.keys()]
      .sort()
      .map((from) => from + folding.get(from)!)
      .join(''),
    synonyms: first.synonyms,
    replies: () => mergeReplies(parts, owners),
    lengths: () => lengths,
    ownColumns: { place: () => mergePlaces(parts, lengths.length) },
    terms: (field) => mergeTerms(parts, field),
  }
}

function* pairsOf(folding: string): Generator<[from: string, to: string]> {
  const characters = [...folding]
  for (let i = 0; i + 1 < characters.length; i += 2) yield [characters[i]!, characters[i + 1]!]
}

function checkAlike(a: IndexContent, b: IndexContent): void {
  const differs = (what: string, left: string, right: string): DafuError =>
    new DafuError(
      `The indexes have different ${what} (${left} and ${right}), so their terms do not fit together. Build them again with the same.`,
    )
  if (a.segmenter.name !== b.segmenter.name || a.segmenter.fingerprint !== b.segmenter.fingerprint) {
    throw differs('segmenters', a.segmenter.fingerprint, b.segmenter.fingerprint)
  }
  const [left, right] = [JSON.stringify(a.synonyms), JSON.stringify(b.synonyms)]
  if (left !== right) throw differs('synonyms', left.slice(0, 100), right.slice(0, 100))
}

async function outlineOf(content: IndexContent): Promise<Outline> {
  if ('outline' in content) return (content as OutlinedContent).outline()
  const ids: string[] = []
  const paragraphs: number[] = []
  for await (const reply of content.replies()) {
    ids.push(reply.id)
    paragraphs.push(paragraphsOf(reply).length)
  }
  return { ids, paragraphs }
}

/** The replies that stay, by id, with the content that each is taken from. */
function ownersOf(outlines: readonly Outline[], removed: ReadonlySet<string>): Map<string, number> {
  const owners = new Map<string, number>()
  outlines.forEach(({ ids }, part) => {
    for (const id of ids) if (!removed.has(id)) owners.set(id, part)
  })
  return new Map([...owners].sort(([a], [b]) => byCodeUnits(a, b)))
}

async function partOf(content: IndexContent, outline: Outline): Promise<Part> {
  const lengths = await content.lengths()
  return { content, outline, lengths, ordinals: new Uint32Array(lengths.length).fill(GONE), isWhole: true }
}

/** Gives each paragraph that stays its new ordinal, and returns their lengths. */
function renumber(parts: readonly Part[], owners: ReadonlyMap<string, number>): Uint8Array {
  const places = parts.map(() => ({ reply: 0, paragraph: 0 }))
  const lengths = new Uint8Array(parts.reduce((sum, part) => sum + part.lengths.length, 0))
  let end = 0
  for (const [id, owner] of owners) {
    const part = parts[owner]!
    const place = places[owner]!
    while (part.outline.ids[place.reply] !== id) place.paragraph += part.outline.paragraphs[place.reply++]!
    for (let left = part.outline.paragraphs[place.reply++]!; left > 0; left--) {
      lengths[end] = part.lengths[place.paragraph]!
      part.ordinals[place.paragraph++] = end++
    }
  }
  for (const part of parts) part.isWhole = !part.ordinals.includes(GONE)
  return lengths.slice(0, end)
}

/** What the removal of some paragraphs leaves of a part. */
async function restOf({ content, ordinals }: Part): Promise<{ lengthGone: number; characters: Set<string> }> {
  const { values, numbers, starts } = await rolesOf(content)
  const lengthOfTerm = Uint8Array.from(ordinals, (ordinal, paragraph) => {
    const [role] = numbers.subarray(starts[paragraph], starts[paragraph + 1])
    return ordinal === GONE ? scoredLength(1, role === undefined ? role : (values[role] as SectionRole)) : 0
  })
  let lengthGone = 0
  const characters = new Set<string>()
  for (const field of FIELDS) {
    for await (const { term, postings } of content.terms(field)) {
      const { paragraphs, frequencies } = postings
      if ([...term].length === 1 && paragraphs.some((ordinal) => ordinals[ordinal] !== GONE))
        characters.add(term)
      if (!COUNTED.includes(field)) continue
      for (let i = 0; i < paragraphs.length; i++)
        lengthGone += lengthOfTerm[paragraphs[i]!]! * frequencies[i]!
    }
  }
  return { lengthGone, characters }
}

async function rolesOf(content: IndexContent): Promise<Column> {
  if (content.ownColumns.role) return content.ownColumns.role()
  const columns = new ColumnsBuilder(['role'])
  for await (const reply of content.replies()) columns.add(reply)
  return columns.build('role')
}

async function* mergeReplies(
  parts: readonly Part[],
  owners: ReadonlyMap<string, number>,
): AsyncGenerator<Reply> {
  const sources = parts.map(({ content }) => {
    const replies = content.replies()
    return Symbol.asyncIterator in replies ? replies[Symbol.asyncIterator]() : replies[Symbol.iterator]()
  })
  for (const [id, owner] of owners) {
    for (;;) {
      const { value, done } = await sources[owner]!.next()
      if (done) throw new DafuError(`The reply “${id}” is missing from the index that listed it.`)
      if (value.id !== id) continue
      yield value
      break
    }
  }
}

async function mergePlaces(parts: readonly Part[], paragraphs: number): Promise<Column> {
  const columns = await Promise.all(parts.map(({ content }) => content.ownColumns.place()))
  return joinColumns(
    parts.map(({ ordinals }, i) => ({ column: columns[i]!, ordinals })),
    paragraphs,
  )
}

async function* mergeTerms(parts: readonly Part[], field: Field): AsyncGenerator<TermPostings> {
  const sources = parts.map(({ content, ordinals }) => openTerms(content, field, ordinals))
  for (const source of sources) if (!source.advance()) await source.wait()
  for (;;) {
    let least: TermSource | undefined
    for (const source of sources) if (source.current && (!least || source.compare(least) < 0)) least = source
    if (!least) return
    const same = sources.filter((source) => source.current && source.compare(least) === 0)
    const { term } = least.current!
    const postings = joinLists(same)
    for (const source of same) if (!source.advance()) await source.wait()
    if (postings) yield { term, postings }
  }
}
