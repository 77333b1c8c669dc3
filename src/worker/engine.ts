import { type Endpoint, expose, type Remote } from 'comlink'
import type { ByteSource } from '../postings/file/source/byte-source.js'
import { openSource } from '../search/open-source.js'
import type { ReplySearch } from '../search/reply-search.js'
import { createCaller, createOpenCalls } from './calls.js'
import { outcomeOf } from './outcome.js'
import type { EngineApi, SourceApi, SourceFacts } from './protocol.js'

/** Answers what `connect` asks at the other end. */
export function serveEngine(endpoint: Endpoint): void {
  const calls = createOpenCalls()
  let index: ReplySearch
  const api: EngineApi = {
    abort: calls.abort,
    open: (source, { cacheBytes, ...facts }) =>
      outcomeOf(async () => {
        const reading = remoteSource(source as unknown as Remote<SourceApi>, facts)
        index = await openSource(reading, cacheBytes === undefined ? {} : { cacheBytes })
        return index.summary
      }),
    answer: (call, method, [first, options]) =>
      outcomeOf(() =>
        calls.run(call, (signal) => {
          // No object is for the index to refuse.
          const given = options === null ? null : { ...(options as object | undefined), signal }
          const ask = index[method] as (first: unknown, given: unknown) => Promise<never>
          return ask(first, given)
        }),
      ),
  }
  expose(api, endpoint)
}

function remoteSource(source: Remote<SourceApi>, facts: Omit<SourceFacts, 'cacheBytes'>): ByteSource {
  const caller = createCaller(source)
  return {
    ...facts,
    read: (offset, length, signal) => caller(signal, (call) => source.read(call, offset, length)),
    async close() {},
  }
}
