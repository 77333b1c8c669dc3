import { openSource } from '../search/open-source.js'
import type { ReplySearch } from '../search/reply-search.js'
import { converse, type Endpoint } from './messages.js'
import type { EngineMethods, SourceMethods } from './protocol.js'

/** Answers what `connect` asks at the other end. */
export function serveEngine(endpoint: Endpoint): void {
  let index: ReplySearch
  const methods: EngineMethods = {
    async open([{ cacheBytes, ...facts }]) {
      const source = {
        ...facts,
        read: (offset: number, length: number, signal?: AbortSignal) => ask('read', [offset, length], signal),
        async close() {},
      }
      index = await openSource(source, cacheBytes === undefined ? {} : { cacheBytes })
      return index.summary
    },
    answer([method, first, options], signal) {
      // No object is for the index to refuse.
      const given = options === null ? null : { ...(options as object | undefined), signal }
      const answer = index[method] as (first: unknown, given: unknown) => Promise<unknown>
      return answer(first, given)
    },
  }
  const ask = converse<SourceMethods>(endpoint, methods)
}
