import { checkOptions } from '../check-options.js'
import { failedToLoad } from '../failed-to-load.js'
import { indexSettings } from '../postings/index-settings.js'
import {
  createMiniSearchStore,
  type MiniSearchAccess,
  type MiniSearchStore,
} from '../postings/minisearch-store.js'
import type { Reply } from '../reply/reply.js'
import { assertIterable, assertReply } from '../reply/schema.js'
import type { Segmenter } from '../text/segmenter.js'
import { disposable } from './disposable.js'
import { createReplySearch, type ReplySearch } from './reply-search.js'

/** A mutable index, in memory. Calls take effect, and answer, in the order in which they were made. */
export interface ReplyIndex extends ReplySearch {
  /** Replaces a reply of the same id. */
  add(reply: Reply): Promise<void>
  /** @returns Whether there was such a reply. */
  remove(id: string): Promise<boolean>
  /** As a `.dafu` file. */
  toBytes(): Promise<Uint8Array>
  /** For what this interface does not cover. */
  readonly miniSearch: MiniSearchAccess
}

/** How an index is built. */
export interface BuildOptions {
  segmenter: Segmenter
  /** Groups of texts of equal meaning, searched for one another beside those that dafu ships. */
  synonyms?: readonly (readonly string[])[]
  /** Called after each reply. */
  onProgress?: (progress: { replies: number }) => void
  signal?: AbortSignal
}

/** See `buildIndex`. */
export async function indexReplies(
  replies: Iterable<Reply> | AsyncIterable<Reply>,
  options: Partial<BuildOptions> = {},
): Promise<ReplyIndex> {
  checkOptions(options, 'buildIndex')
  const { segmenter, synonyms, onProgress, signal } = options
  assertIterable(replies)
  const store = createMiniSearchStore(indexSettings(segmenter, synonyms))
  let count = 0
  for await (const reply of replies) {
    signal?.throwIfAborted()
    assertReply(reply)
    store.add(reply)
    count++
    onProgress?.({ replies: count })
  }
  return replyIndexOver(store)
}

function replyIndexOver(store: MiniSearchStore): ReplyIndex {
  const search = createReplySearch(store)
  // One call at a time: what a query has read must not change under it.
  let last: Promise<unknown> = Promise.resolve()
  function inTurn<T>(call: () => T | Promise<T>): Promise<T> {
    const result = last.then(call)
    last = result.catch(() => {})
    return result
  }

  return disposable({
    get summary() {
      return search.summary
    },
    miniSearch: store.miniSearch,
    search: (query, options) => inTurn(() => search.search(query, options)),
    suggest: (prefix, options) => inTurn(() => search.suggest(prefix, options)),
    reply: (id) => inTurn(() => search.reply(id)),
    paragraph: (id) => inTurn(() => search.paragraph(id)),
    async add(reply) {
      assertReply(reply)
      // As it is now, whatever its owner does to it before its turn comes.
      const own = structuredClone(reply)
      await inTurn(() => store.add(own))
    },
    remove: (id) => inTurn(() => store.remove(id)),
    toBytes: () =>
      inTurn(async () => {
        // Loaded on use, for it brings the pinyin of every character.
        const { writeIndexBytes } = await import('../postings/file/writer.js').catch(failedToLoad)
        return writeIndexBytes(store.content())
      }),
    close: () => inTurn(() => search.close()),
  })
}
