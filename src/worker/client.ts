import { proxy, transfer, wrap } from 'comlink'
import { InvalidQueryError } from '../errors.js'
import type { OpenOptions } from '../postings/file/index-file.js'
import type { ByteSource } from '../postings/file/source/byte-source.js'
import { disposable } from '../search/disposable.js'
import type { ReplySearch } from '../search/reply-search.js'
import { createCaller, createOpenCalls } from './calls.js'
import { outcomeOf } from './outcome.js'
import type { Answer, EngineApi, Method, SourceApi } from './protocol.js'
import type { Peer } from './start-worker.js'

/** A reply search whose answers come from the other end of messages, which reads the source through this one. */
export async function connect(
  { endpoint, failed, stop }: Peer,
  source: ByteSource,
  { cacheBytes, signal }: OpenOptions = {},
): Promise<ReplySearch> {
  const engine = wrap<EngineApi>(endpoint)
  const caller = createCaller(engine, failed)
  const facts = {
    size: source.size,
    ...(source.gap !== undefined && { gap: source.gap }),
    ...(source.name !== undefined && { name: source.name }),
    ...(cacheBytes !== undefined && { cacheBytes }),
  }
  const reading = proxy(readerOf(source))
  const summary = await caller(signal, () => engine.open(reading, facts))
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
    const { signal, ...rest } = withSignal(options)
    const args = 'options' in rest ? [first, rest.options] : [first]
    try {
      return await caller(signal, (number) => engine.answer(number, method, args) as never)
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

function readerOf(source: ByteSource): SourceApi {
  const calls = createOpenCalls()
  return {
    abort: calls.abort,
    async read(call, offset, length) {
      // The source may keep its bytes, and a view is cloned with all of its buffer: a copy of this part alone is sent.
      const outcome = await outcomeOf(() =>
        calls.run(call, async (signal) => new Uint8Array(await source.read(offset, length, signal))),
      )
      return 'value' in outcome ? transfer(outcome, [outcome.value.buffer]) : outcome
    },
  }
}
