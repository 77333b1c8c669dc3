import type { ByteSource } from '../postings/file/byte-source.js'
import type { IndexSummary, ReplySearch } from '../search/reply-search.js'
import type { Methods } from './messages.js'

/** The methods that are answered from the other side. */
export type Method = 'search' | 'suggest' | 'reply' | 'paragraph'
export type Answer<Name extends Method> = Awaited<ReturnType<ReplySearch[Name]>>

/** What the worker offers. */
export interface EngineMethods extends Methods {
  open(args: [about: SourceFacts], signal: AbortSignal): Promise<IndexSummary>
  answer(args: [method: Method, first: unknown, options?: unknown], signal: AbortSignal): Promise<unknown>
}

/** What the page offers: the bytes of the index. */
export interface SourceMethods extends Methods {
  read(args: [offset: number, length: number], signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}

export interface SourceFacts extends Pick<ByteSource, 'size' | 'gap' | 'name'> {
  cacheBytes?: number
}
