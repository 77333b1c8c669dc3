import { openSource } from '../search/open-source.js'
import type { ReplySearch } from '../search/reply-search.js'
import { createChannel, type Endpoint } from './channel.js'
import type { Answer, EngineApi, Method, SourceApi } from './protocol.js'

/** Answers what `connect` asks at the other end. */
export function serveEngine(endpoint: Endpoint): void {
  let index: ReplySearch
  const own: EngineApi = {
    async open(_, facts, options) {
      const source = {
        ...facts,
        read: (offset: number, length: number, signal?: AbortSignal) => ask('read', [offset, length], signal),
        async close() {},
      }
      index = await openSource(source, options)
      return index.summary
    },
    answer(signal, method, first, options) {
      // No object is for the index to refuse.
      const given = options === null ? null : { ...(options as object | undefined), signal }
      const answer = index[method] as (first: unknown, given: unknown) => Promise<Answer<Method>>
      return answer(first, given)
    },
  }
  const ask = createChannel<SourceApi>(endpoint, own)
}
