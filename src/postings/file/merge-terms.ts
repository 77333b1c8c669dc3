import { byCodeUnits } from '../columns.js'
import type { Postings } from '../posting-list.js'
import type { Field, IndexContent, TermPostings } from '../posting-store.js'
import { sortPostings } from '../sort-postings.js'

/** In place of an ordinal: the paragraph is left out. */
export const GONE = 0xffffffff

/** The terms of a field in one content, one at a time. */
export interface TermSource {
  /** undefined at the end. */
  readonly current: TermPostings | undefined
  /** By ordinal: the paragraph's ordinal in the merged index, or `GONE`; ascending. */
  readonly ordinals: Uint32Array
  /** Goes to the next term. False if it must be waited for. */
  advance(): boolean
  wait(): Promise<void>
  /** Below 0 if the current term comes before that of the other. */
  compare(other: TermSource): number
}

export function openTerms(content: IndexContent, field: Field, ordinals: Uint32Array): TermSource {
  const terms = content.terms(field)
  const iterator = Symbol.asyncIterator in terms ? terms[Symbol.asyncIterator]() : terms[Symbol.iterator]()
  let pending: Promise<IteratorResult<TermPostings>> | undefined
  const source = {
    ordinals,
    current: undefined as TermPostings | undefined,
    advance() {
      const next = iterator.next()
      if ('then' in next) {
        pending = next
        return false
      }
      take(next)
      return true
    },
    async wait() {
      take(await pending!)
    },
    compare(other: TermSource) {
      return byCodeUnits(source.current!.term, other.current!.term)
    },
  }
  function take(next: IteratorResult<TermPostings>): void {
    source.current = next.done ? undefined : next.value
  }
  return source
}

/** The current postings of several sources under their new ordinals; undefined if none is left. */
export function joinLists(sources: readonly TermSource[]): Postings | undefined {
  let size = 0
  for (const { current } of sources) size += current!.postings.paragraphs.length
  const paragraphs = new Uint32Array(size)
  const frequencies = new Uint8Array(size)
  let end = 0
  let isSorted = true
  for (const { current, ordinals } of sources) {
    const { postings } = current!
    for (let i = 0; i < postings.paragraphs.length; i++) {
      const ordinal = ordinals[postings.paragraphs[i]!]!
      if (ordinal === GONE) continue
      if (end > 0 && ordinal < paragraphs[end - 1]!) isSorted = false
      paragraphs[end] = ordinal
      frequencies[end++] = postings.frequencies[i]!
    }
  }
  if (end === 0) return undefined
  if (!isSorted) sortPostings(paragraphs.subarray(0, end), frequencies)
  return { paragraphs: paragraphs.subarray(0, end), frequencies: frequencies.subarray(0, end) }
}
