import { paragraphsOf, type Reply } from '../reply/reply.js'
import { foldingFor } from '../text/folding-table.js'
import { byCodeUnits } from './columns.js'
import { paragraphTerms } from './documents.js'
import type { IndexSettings } from './index-settings.js'
import { encodeLength } from './length.js'
import { PostingLog } from './posting-log.js'
import { FIELDS, type Field, type IndexContent, type TermPostings } from './posting-store.js'

/**
 * Replies on their way into a file. MiniSearch keeps a map per term and field, which is what a mutable index needs and
 * what makes a large build slow; a batch can only be added to, and written.
 */
export interface Batch {
  /** How many postings it holds: its memory, at about 13 bytes each, beside the terms and the replies. */
  readonly size: number
  readonly replies: number
  /** Replaces a reply of the same id. */
  add(reply: Reply): void
  content(): IndexContent
}

interface Entry {
  reply: Reply
  /** Where its paragraphs begin, in the order in which they came. */
  start: number
}

export function createBatch({ analyzer, segmenter, synonyms }: IndexSettings): Batch {
  const entries = new Map<string, Entry>()
  const logs = new Map<Field, PostingLog>(FIELDS.map((field) => [field, new PostingLog()]))
  const lengths: number[] = []

  return {
    get size() {
      return [...logs.values()].reduce((sum, log) => sum + log.size, 0)
    },
    get replies() {
      return entries.size
    },
    add(reply) {
      const start = lengths.length
      for (const { terms, length } of paragraphTerms(reply, analyzer)) {
        for (const [field, log] of logs) log.add(lengths.length, terms[field])
        lengths.push(length)
      }
      entries.set(reply.id, { reply, start })
    },
    content() {
      const sorted = [...entries.values()].sort((a, b) => byCodeUnits(a.reply.id, b.reply.id))
      const order = sorted.flatMap(({ reply, start }) => Array.from(paragraphsOf(reply), (_, i) => start + i))
      const ordinals = new Int32Array(lengths.length).fill(-1)
      order.forEach((paragraph, ordinal) => {
        ordinals[paragraph] = ordinal
      })
      return {
        segmenter,
        synonyms,
        folding: foldingFor(characters(ordinals)),
        totalLength: order.reduce((sum, paragraph) => sum + lengths[paragraph]!, 0),
        lengths: () => Uint8Array.from(order, (paragraph) => encodeLength(lengths[paragraph]!)),
        replies: () => sorted.map(({ reply }) => reply),
        *terms(): Generator<TermPostings> {
          for (const [field, log] of logs) for (const list of log.lists(ordinals)) yield { field, ...list }
        },
      }
    },
  }

  function characters(ordinals: Int32Array): Set<string> {
    const isCharacter = (term: string): boolean => [...term].length === 1
    return new Set(
      [...logs.values()].flatMap((log) => Array.from(log.lists(ordinals, isCharacter), ({ term }) => term)),
    )
  }
}
