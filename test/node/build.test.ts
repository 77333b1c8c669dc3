import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as dafu from '../../src/node/index.js'

let folder: string
let path: string
let summary: dafu.IndexSummary

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
  path = join(folder, 'letters.dafu')
  summary = await dafu.buildIndexFile(dafu.readReplies('corpus'), path)
})

afterAll(() => rm(folder, { recursive: true }))

describe('dafu/node', () => {
  it('exports what dafu exports, and Node’s part', async () => {
    const core = await import('../../src/index.js')
    expect(Object.keys(dafu).sort()).toEqual(
      [
        ...Object.keys(core),
        'DocumentReadError',
        'IndexMismatchError',
        'IndexWriteError',
        'MissingPackageError',
        'ScannedDocumentError',
        'buildIndexFile',
        'fileSource',
        'jieba',
        'mergeIndexFiles',
        'openCorpus',
        'readDocument',
        'readReplies',
        'updateIndexFile',
      ].sort(),
    )
  })
})

describe('buildIndexFile', () => {
  it('sums up what it wrote', async () => {
    expect(summary).toMatchObject({ replies: 2, bytes: (await readFile(path)).length })
    const index = await dafu.openIndex(path)
    expect(summary).toEqual(index.summary)
    await index.close()
  })

  it('writes what the index in memory holds, the same each time', async () => {
    const index = await dafu.buildIndex(dafu.readReplies('corpus'))
    expect(await readFile(path)).toEqual(Buffer.from(await index.toBytes()))
  })

  it('leaves the old file where letters or their reader fail, or it is told to stop', async () => {
    const target = join(folder, 'kept.dafu')
    await writeFile(target, 'old')
    async function* failing() {
      yield* dafu.readReplies('corpus/2104071.md')
      throw new Error('no more letters')
    }
    await expect(dafu.buildIndexFile(failing(), target)).rejects.toThrow('no more letters')
    const signal = AbortSignal.abort()
    const letters = dafu.readReplies('corpus')
    await expect(dafu.buildIndexFile(letters, target, { signal })).rejects.toThrow(signal.reason)
    expect(await readFile(target, 'utf8')).toBe('old')
    expect((await readdir(folder)).sort()).toEqual(['kept.dafu', 'letters.dafu'])
  })

  it('takes another segmenter', async () => {
    const segmenter = { name: 'characters', fingerprint: '1', segment: (text: string) => text.split('') }
    const index = await dafu.buildIndex(dafu.readReplies('corpus'), { segmenter })
    expect(index.summary.segmenter).toEqual({ name: 'characters', fingerprint: '1' })
    expect((await index.search('先投后股')).hits[0]?.paragraph.id).toBe('2104071/2/2')
  })
})

describe('openIndex', () => {
  it('takes a path, a file URL, bytes and a source', async () => {
    const url = pathToFileURL(path)
    for (const source of [path, url, url.href, await readFile(path), await dafu.fileSource(path)]) {
      const index = await dafu.openIndex(source)
      expect((await index.search('揭榜挂帅')).hits[0]?.reply.id).toBe('2104106')
      await index.close()
    }
  })

  it('opens the corpus that is shipped', async () => {
    const corpus = await dafu.openCorpus()
    expect(corpus.summary.replies).toBe(2)
    await corpus.close()
  })

  it('names the file that it cannot open', async () => {
    await writeFile(join(folder, 'letter.dafu'), '关于提案的答复'.repeat(100))
    await expect(dafu.openIndex(join(folder, 'letter.dafu'))).rejects.toMatchObject({
      name: 'IndexFormatError',
      message: expect.stringContaining('letter.dafu'),
    })
    await rm(join(folder, 'letter.dafu'))
    await expect(dafu.openIndex('absent.dafu')).rejects.toBeInstanceOf(dafu.IndexReadError)
  })
})
