import { describe, expect, it } from 'vitest'
import { abortable } from '../../../src/opensearch/push/abortable.js'

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const value of values) all.push(value)
  return all
}

describe('abortable', () => {
  it('gives the same values', async () => {
    async function* later(): AsyncGenerator<number> {
      yield* [1, 2, 3]
    }
    const { signal } = new AbortController()
    expect(await collect(abortable([1, 2, 3], signal))).toEqual([1, 2, 3])
    expect(await collect(abortable(later(), undefined))).toEqual([1, 2, 3])
  })

  it('ends at its signal while a value does not come, and tells where they come from', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    let returned = false
    const hanging: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => {
          queueMicrotask(() => controller.abort(reason))
          return new Promise(() => {})
        },
        return: async () => {
          returned = true
          return { done: true, value: undefined }
        },
      }),
    }
    await expect(collect(abortable(hanging, controller.signal))).rejects.toBe(reason)
    expect(returned).toBe(true)
  })
})
