import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIndexFile, DafuError, type FileOptions, jieba, updateIndexFile } from '../../src/node/index.js'
import type { Reply } from '../../src/reply/reply.js'
import { listSegmenter } from '../helpers/segmenters.js'
import { replyOf } from '../postings/reference.js'

const segmenter = listSegmenter()
/** A batch for each reply. */
const memory = 1
/** More than a group for each worker, every third a later form of an earlier one. */
const replies = Array.from({ length: 300 }, (_, i) =>
  replyOf(`${i % 3 ? i : i % 150}`, [`第${i}号提案：支持科技創新资金管理办法`, `专精特新企业 ${i * 7919}`]),
)

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterEach(() => rm(folder, { recursive: true }))

async function build(replies: Iterable<Reply>, options: FileOptions): Promise<Buffer> {
  const path = join(folder, 'built.dafu')
  await buildIndexFile(replies, path, options)
  expect(await readdir(folder)).toEqual(['built.dafu'])
  return readFile(path)
}

describe('buildIndexFile', () => {
  it('refuses to work in no thread', async () => {
    for (const workers of [0, -1, Number.NaN]) {
      const built = buildIndexFile(replies, join(folder, 'built.dafu'), { segmenter, workers })
      await expect(built).rejects.toThrow(`workers is ${workers}`)
      await expect(built).rejects.toThrow(DafuError)
    }
    expect(await readdir(folder)).toEqual([])
  })

  it('gives the same bytes however much memory it has', async () => {
    const text = fc.string({
      unit: fc.constantFrom(...'支持科技創新资金價值信用 a1。'),
      minLength: 1,
      maxLength: 40,
    })
    const reply = fc
      .record({ id: fc.integer({ min: 1, max: 12 }).map(String), texts: fc.array(text, { maxLength: 4 }) })
      .map(({ id, texts }) => replyOf(id, texts))
    await fc.assert(
      fc.asyncProperty(
        fc.array(reply, { maxLength: 12 }),
        fc.integer({ min: 1, max: 5_000 }),
        async (replies, memory) => {
          const whole = await build(replies, { segmenter })
          expect(Buffer.compare(await build(replies, { segmenter, memory }), whole)).toBe(0)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('gives the same bytes with any number of workers', async () => {
    const userDictionary = ['创新资金']
    const whole = await build(replies, { segmenter: jieba({ userDictionary }) })
    for (const workers of [1, 2, 3]) {
      const counts: number[] = []
      const bytes = await build(replies, {
        segmenter: jieba({ userDictionary }),
        workers,
        memory: 300_000,
        onProgress: ({ replies }) => counts.push(replies),
      })
      expect(Buffer.compare(bytes, whole)).toBe(0)
      expect(counts.at(-1)).toBe(300)
      expect(counts).toEqual([...counts].sort((a, b) => a - b))
    }
    expect(Buffer.compare(await build([], { workers: 2 }), await build([], {}))).toBe(0)
  })

  it('leaves the old file and nothing else where it is aborted, or letters fail, in batches and in workers', async () => {
    const path = join(folder, 'kept.dafu')
    await writeFile(path, 'old')
    for (const options of [
      { segmenter, memory },
      { workers: 2, memory },
    ]) {
      const controller = new AbortController()
      function* aborting(): Generator<Reply> {
        yield* replies.slice(0, 200)
        controller.abort()
        yield* replies.slice(200)
      }
      function* failing(): Generator<Reply> {
        yield* replies.slice(0, 200)
        throw new Error('no more letters')
      }
      const { signal } = controller
      await expect(buildIndexFile(aborting(), path, { ...options, signal })).rejects.toMatchObject({
        name: 'AbortError',
      })
      await expect(buildIndexFile(failing(), path, options)).rejects.toThrow('no more letters')
      expect(await readFile(path, 'utf8')).toBe('old')
      expect(await readdir(folder)).toEqual(['kept.dafu'])
    }
  })

  it('says where it cannot write before it reads a letter', async () => {
    const absent = join(folder, 'absent', 'built.dafu')
    let read = 0
    function* letters(): Generator<Reply> {
      read++
      yield* replies
    }
    for (const [path, message] of [
      [absent, `${absent} could not be written: there is no such folder; make it first.`],
      [folder, expect.stringMatching(/ is a folder\. Name a file in it for the index/)],
    ]) {
      await expect(buildIndexFile(letters(), path, { segmenter, memory })).rejects.toMatchObject({
        name: 'IndexWriteError',
        message,
      })
    }
    expect(read).toBe(0)
    expect(await readdir(folder)).toEqual([])
  })

  it('lets two write at once: one of them wins whole', async () => {
    const [one, other] = [replies.slice(0, 40), replies.slice(40, 90)]
    const wholes = [await build(one, { segmenter }), await build(other, { segmenter })]
    const path = join(folder, 'built.dafu')
    await Promise.all([one, other].map((replies) => buildIndexFile(replies, path, { segmenter, memory })))
    expect(wholes.map((bytes) => bytes.toString('hex'))).toContain((await readFile(path)).toString('hex'))
    expect(await readdir(folder)).toEqual(['built.dafu'])
  })
})

describe('updateIndexFile', () => {
  it('adds letters in batches', async () => {
    const whole = await build(replies, { segmenter })
    await build(replies.slice(0, 280), { segmenter })
    const path = join(folder, 'built.dafu')
    await updateIndexFile(path, replies.slice(280), path, { segmenter, memory })
    expect(Buffer.compare(await readFile(path), whole)).toBe(0)
  })
})
