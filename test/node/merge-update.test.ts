import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIndexFile, mergeIndexFiles, updateIndexFile } from '../../src/node/index.js'
import type { Reply } from '../../src/reply/reply.js'
import { listSegmenter } from '../helpers/segmenters.js'
import { replyOf } from '../postings/reference.js'

const segmenter = listSegmenter()
const replies = Array.from({ length: 40 }, (_, i) =>
  replyOf(`${100 + i}`, [`第${i}号提案：支持科技創新资金管理办法`, `专精特新企业 ${i * 7919}`]),
)
const corrected = replyOf('103', ['改造老旧小区，加装电梯'])

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterEach(() => rm(folder, { recursive: true }))

function at(name: string): string {
  return join(folder, name)
}

async function build(name: string, replies: readonly Reply[], options = {}): Promise<string> {
  await buildIndexFile(replies, at(name), { segmenter, ...options })
  return at(name)
}

/** Both are whole files, byte for byte the same. */
async function expectSame(name: string, other: string): Promise<void> {
  expect(Buffer.compare(await readFile(at(name)), await readFile(at(other)))).toBe(0)
}

describe('mergeIndexFiles', () => {
  it('writes the bytes of one build, the last file first where ids are the same', async () => {
    const parts = [
      await build('a.dafu', replies.slice(0, 25)),
      await build('b.dafu', replies.slice(20)),
      await build('c.dafu', [corrected]),
    ]
    const summary = await mergeIndexFiles(parts, at('merged.dafu'))
    expect(summary.replies).toBe(40)
    await build('built.dafu', [...replies, corrected])
    await expectSame('merged.dafu', 'built.dafu')
  })

  it('takes the place of a file that it reads', async () => {
    const [a, b] = [await build('a.dafu', replies.slice(0, 20)), await build('b.dafu', replies.slice(20))]
    await mergeIndexFiles([a, b], a)
    await build('built.dafu', replies)
    await expectSame('a.dafu', 'built.dafu')
    expect((await readdir(folder)).sort()).toEqual(['a.dafu', 'b.dafu', 'built.dafu'])
  })

  it('refuses files that were not built alike, names both and says what to do', async () => {
    const a = await build('a.dafu', replies)
    const b = await build('b.dafu', replies, { segmenter: listSegmenter(['科技']) })
    const c = await build('c.dafu', replies, { synonyms: [['甲', '乙']] })
    await writeFile(at('out.dafu'), 'old')
    for (const [other, what] of [
      [b, /a\.dafu was cut by list \(.*b\.dafu by list \(list 科技\).*Build both with the same segmenter/],
      [c, /a\.dafu and .*c\.dafu have different synonyms\. Build both with the same/],
    ] as const) {
      await expect(mergeIndexFiles([a, other], at('out.dafu'))).rejects.toMatchObject({
        name: 'IndexMismatchError',
        message: expect.stringMatching(what),
      })
    }
    expect(await readFile(at('out.dafu'), 'utf8')).toBe('old')
  })

  it('names the file that is damaged, wherever that is found', async () => {
    const [a, b] = [await build('a.dafu', replies.slice(0, 20)), await build('b.dafu', replies.slice(20))]
    const bytes = await readFile(b)
    for (const place of [0, 100, bytes.length - 1]) {
      const damaged = Buffer.from(bytes)
      damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place)
      await writeFile(b, damaged)
      await expect(mergeIndexFiles([a, b], at('out.dafu'))).rejects.toMatchObject({
        name: 'IndexFormatError',
        message: expect.stringContaining('b.dafu: '),
      })
    }
    await expect(mergeIndexFiles([a, at('absent.dafu')], at('out.dafu'))).rejects.toThrow('absent.dafu')
    await expect(mergeIndexFiles([], at('out.dafu'))).rejects.toThrow('nothing to merge')
    expect((await readdir(folder)).sort()).toEqual(['a.dafu', 'b.dafu'])
  })
})

describe('updateIndexFile', () => {
  it('adds, replaces and removes, to the bytes of one build', async () => {
    const base = await build('base.dafu', replies.slice(0, 30))
    const added = [...replies.slice(28), corrected]
    const summary = await updateIndexFile(base, added, at('new.dafu'), { segmenter, remove: ['100', '101'] })
    expect(summary.replies).toBe(38)
    await build('built.dafu', [...replies.slice(2), corrected])
    await expectSame('new.dafu', 'built.dafu')
    await updateIndexFile(base, added, base, { segmenter, remove: ['100', '101'] })
    await expectSame('base.dafu', 'built.dafu')
  })

  it('keeps the synonyms of the index', async () => {
    const options = { synonyms: [['电梯', '升降机']] }
    const base = await build('base.dafu', replies, options)
    await updateIndexFile(base, [corrected], base, { segmenter })
    await build('built.dafu', [...replies, corrected], options)
    await expectSame('base.dafu', 'built.dafu')
  })

  it('refuses another segmenter before it reads a letter, and ids that are not there', async () => {
    const base = await build('base.dafu', replies)
    const old = await readFile(base)
    const letters = (): Iterable<Reply> => ({
      [Symbol.iterator]() {
        throw new Error('a letter was read')
      },
    })
    await expect(
      updateIndexFile(base, letters(), base, { segmenter: listSegmenter(['科技']) }),
    ).rejects.toMatchObject({
      name: 'IndexMismatchError',
      message: expect.stringMatching(/base\.dafu was cut by .*, the letters by list \(list 科技\)/),
    })
    await expect(updateIndexFile(base, letters(), base, { segmenter, remove: ['7'] })).rejects.toThrow(
      'base.dafu has no reply “7” to remove.',
    )
    await expect(updateIndexFile(base, letters(), base, { segmenter })).rejects.toThrow('a letter was read')
    expect(await readFile(base)).toEqual(old)
    expect(await readdir(folder)).toEqual(['base.dafu'])
  })
})
