import type { ByteSource } from '../postings/file/source/byte-source.js'
import type { IndexSummary, ReplySearch } from '../search/reply-search.js'
import type { Outcome } from './outcome.js'

/** The methods that are answered from the other side. */
export type Method = 'search' | 'suggest' | 'reply' | 'paragraph'
export type Answer<Name extends Method> = Awaited<ReturnType<ReplySearch[Name]>>

/**
 * A signal cannot be sent: a call has a number, by which the caller may abort it. What is aborted is answered, too; its
 * caller no longer listens.
 */
export interface Abortable {
  abort(call: number): void
}

/** What the worker offers. */
export interface EngineApi extends Abortable {
  open(source: SourceApi, about: SourceFacts): Promise<Outcome<IndexSummary>>
  answer<Name extends Method>(call: number, method: Name, args: unknown[]): Promise<Outcome<Answer<Name>>>
}

/** What the page offers: the bytes of the index. */
export interface SourceApi extends Abortable {
  read(call: number, offset: number, length: number): Promise<Outcome<Uint8Array>>
}

export interface SourceFacts extends Pick<ByteSource, 'size' | 'gap' | 'name'> {
  cacheBytes?: number
}
