import { DafuError } from '../errors.js'
import { failedToLoad } from '../failed-to-load.js'
import { FACETS, type FacetName, type PostingStore, type StoreSummary } from '../postings/posting-store.js'
import type { Query, SearchOptions, SuggestOptions } from '../query/query.js'
import { readQuery } from '../query/read/read-query.js'
import { checkSearchOptions, checkSuggestOptions, checkText } from '../query/read/schema.js'
import type { Paragraph, Reply } from '../reply/reply.js'
import { createFolding } from '../text/normalize.js'
import { type AnswerContext, answer } from './answer.js'
import { type AsyncDisposableIfKnown, disposable } from './disposable.js'
import { storeFinder } from './find/store-finder.js'
import type { SearchResult, Suggestion } from './hit.js'

/** What an index holds, and how it was built. */
export interface IndexSummary extends StoreSummary {
  facets: readonly FacetName[]
}

/** Replies that can be searched, wherever they are kept. */
export interface ReplySearch extends AsyncDisposableIfKnown {
  readonly summary: IndexSummary
  /**
   * @param query The text of a search box, or a query as a tree. Any text is searched; what is odd in it is noted.
   * @throws InvalidQueryError for values of the wrong type or over a stated limit.
   */
  search<Facet extends FacetName = FacetName>(
    query: string | Query,
    options?: SearchOptions<Facet>,
  ): Promise<SearchResult<Facet>>
  /** Words and titles that begin with, or are spelled like, what was typed; the most used first. */
  suggest(prefix: string, options?: SuggestOptions): Promise<Suggestion[]>
  /** The whole reply, if the index has one of that id. @throws InvalidQueryError for what is no text. */
  reply(id: string): Promise<Reply | undefined>
  /** The paragraph of that id, if the index has it. @throws InvalidQueryError for what is no text. */
  paragraph(id: string): Promise<Paragraph | undefined>
  /**
   * Releases what the index holds open; it answers nothing from then on. Also under `Symbol.asyncDispose` where that
   * exists.
   */
  close(): Promise<void>
}

/** What a `ReplySearch` is made of; its synonyms need not be folded. */
export interface Engine extends AnswerContext {
  reply(id: string): Promise<Reply | undefined>
  paragraph(id: string): Promise<Paragraph | undefined>
  close(): Promise<void>
}

/** The one ranker, over any store of postings. */
export function createReplySearch(store: PostingStore): ReplySearch {
  const folding = createFolding(store.folding)
  return searchWith({
    store,
    find: storeFinder(store, folding),
    folding,
    synonyms: store.synonyms,
    reply: (id) => store.reply(id),
    async paragraph(id) {
      const ordinal = await store.ordinal(id)
      if (ordinal === undefined) return undefined
      const [read] = await store.paragraphs([ordinal])
      return read?.stored().paragraph
    },
    close: () => store.close(),
  })
}

/** The one ranker, over whatever answers its first stage. */
export function searchWith(engine: Engine): ReplySearch {
  const { store, find, folding } = engine
  const synonyms = engine.synonyms.map((group) => group.map((text) => folding.fold(text)))
  const context: AnswerContext = { store, find, folding, synonyms }

  let isClosed = false
  function checkOpen(): void {
    if (isClosed) throw new DafuError('The index is closed. Open it again.')
  }

  return disposable<ReplySearch>({
    get summary() {
      const { summary } = store
      return { ...summary, segmenter: { ...summary.segmenter }, facets: [...FACETS] }
    },
    async search<Facet extends FacetName>(query: string | Query, options: SearchOptions<Facet> = {}) {
      checkOpen()
      const started = performance.now()
      const checked = checkSearchOptions(options)
      const parsed = await readQuery(query)
      checked.signal?.throwIfAborted()
      const result = await answer(parsed, checked, context)
      // It counts what it was asked for.
      return { ...result, took: performance.now() - started } as SearchResult<Facet>
    },
    async suggest(typed, options = {}) {
      checkOpen()
      const { limit, signal } = checkSuggestOptions(options)
      const prefix = checkText(typed, 'prefix')
      const { suggest } = await import('./suggest.js').catch(failedToLoad)
      return suggest(prefix, context, limit, signal)
    },
    async reply(id) {
      checkOpen()
      return engine.reply(checkText(id, 'id'))
    },
    async paragraph(id) {
      checkOpen()
      return engine.paragraph(checkText(id, 'id'))
    },
    close() {
      isClosed = true
      return engine.close()
    },
  })
}
