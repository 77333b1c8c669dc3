import { InvalidQueryError } from '../errors.js'
import type { OpenOptions } from '../postings/file/index-file.js'
import type { ByteSource } from '../postings/file/source/byte-source.js'
import { disposable } from '../search/disposable.js'
import type { ReplySearch } from '../search/reply-search.js'
import { createChannel } from './channel.js'
import type { Answer, EngineApi, Method, SourceApi, SourceFacts } from './protocol.js'
import type { Peer } from './start-worker.js'

/** A reply search whose answers come from the other end of messages, which reads the source through this one. */
export async function connect(
  { endpoint, failed, stop }: Peer,
  source: ByteSource,
  { cacheBytes, signal }: OpenOptions = {},
): Promise<ReplySearch> {
  const own: SourceApi = {
    // The source may keep its bytes, and a view is cloned with all of its buffer: a copy of this part alone is sent.
    read: async (signal, offset, length) => new Uint8Array(await source.read(offset, length, signal)),
  }
  const ask = createChannel<EngineApi>(endpoint, own, failed)
  const { size, gap, name } = source
  const options = cacheBytes === undefined ? {} : { cacheBytes }
  const summary = await ask('open', [{ size, gap, name } as SourceFacts, options], signal)
  return disposable({
    get summary() {
      return structuredClone(summary)
    },
    // It counts what it was asked for.
    search: ((query, options) => call('search', query, options)) as ReplySearch['search'],
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
    given?: unknown,
  ): Promise<Answer<Name>> {
    const { signal, options } = withSignal(given)
    try {
      return (await ask('answer', [method, first, options], signal)) as Answer<Name>
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'DataCloneError')) throw error
      const message = 'values that can be sent to a worker: texts, numbers, lists and plain objects'
      throw new InvalidQueryError(`Invalid query or options: expected ${message}.`, [{ path: [], message }])
    }
  }
}

/** Takes the signal out of options; anything else is for the other side to judge. */
function withSignal(options: unknown): { signal: AbortSignal | undefined; options?: unknown } {
  if (options === undefined) return { signal: undefined }
  const signal = (options as { signal?: unknown } | null)?.signal
  if (!(signal instanceof AbortSignal)) return { signal: undefined, options }
  const { signal: _, ...rest } = options as { signal: unknown }
  return { signal, options: rest }
}
