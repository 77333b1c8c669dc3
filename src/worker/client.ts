import { InvalidQueryError } from '../errors.js'
import type { ByteSource } from '../postings/file/byte-source.js'
import type { OpenOptions } from '../postings/file/index-file.js'
import { disposable } from '../search/disposable.js'
import type { ReplySearch } from '../search/reply-search.js'
import { converse } from './messages.js'
import type { Answer, EngineMethods, Method, SourceMethods } from './protocol.js'
import type { Peer } from './start-worker.js'

/** A reply search whose answers come from the other end of messages, which reads the source through this one. */
export async function connect(
  { endpoint, failed, stop }: Peer,
  source: ByteSource,
  { cacheBytes, signal }: OpenOptions = {},
): Promise<ReplySearch> {
  const methods: SourceMethods = {
    // The source may keep its bytes: what is sent is a copy, of this part alone.
    read: async ([offset, length], signal) => new Uint8Array(await source.read(offset, length, signal)),
  }
  const ask = converse<EngineMethods>(endpoint, methods, failed)
  const facts = {
    size: source.size,
    ...(source.gap !== undefined && { gap: source.gap }),
    ...(source.name !== undefined && { name: source.name }),
    ...(cacheBytes !== undefined && { cacheBytes }),
  }
  const summary = await ask('open', [facts], signal)
  return disposable({
    get summary() {
      return structuredClone(summary)
    },
    search: (query, options) => call('search', query, options),
    suggest: (prefix, options) => call('suggest', prefix, options),
    reply: (id) => call('reply', id),
    paragraph: (id) => call('paragraph', id),
    async close() {
      stop()
      await source.close()
    },
  })

  async function call<Name extends Method>(
    method: Name,
    first: unknown,
    options?: unknown,
  ): Promise<Answer<Name>> {
    const { signal, options: rest } = withSignal(options)
    try {
      const answer = await ask('answer', [method, first, rest], signal)
      return answer as Answer<Name>
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'DataCloneError')) throw error
      const message = 'values that can be sent to a worker: texts, numbers, lists and plain objects'
      throw new InvalidQueryError(`Invalid query or options: expected ${message}.`, [{ path: [], message }])
    }
  }
}

/** Takes the signal out of options; anything else is for the other side to judge. */
function withSignal(options: unknown): { signal: AbortSignal | undefined; options: unknown } {
  const signal = (options as { signal?: unknown } | null)?.signal
  if (!(signal instanceof AbortSignal)) return { signal: undefined, options }
  const { signal: _, ...rest } = options as { signal: unknown }
  return { signal, options: rest }
}
