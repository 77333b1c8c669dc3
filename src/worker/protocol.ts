import type { OpenOptions } from '../postings/file/index-file.js'
import type { ByteSource } from '../postings/file/source/byte-source.js'
import type { IndexSummary, ReplySearch } from '../search/reply-search.js'

/** The methods of an index that the worker answers. */
export type Method = 'search' | 'suggest' | 'reply' | 'paragraph'
export type Answer<Name extends Method> = Awaited<ReturnType<ReplySearch[Name]>>

/** What the worker answers. */
export type EngineApi = {
  open(
    signal: AbortSignal,
    source: SourceFacts,
    options: Pick<OpenOptions, 'cacheBytes'>,
  ): Promise<IndexSummary>
  answer(signal: AbortSignal, method: Method, first: unknown, options?: unknown): Promise<Answer<Method>>
}

/** What the page answers: the bytes of the index. */
export type SourceApi = {
  read(signal: AbortSignal, offset: number, length: number): Promise<Uint8Array>
}

export type SourceFacts = Pick<ByteSource, 'size' | 'gap' | 'name'>
