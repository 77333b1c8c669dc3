import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { columnFrom } from '../../../src/postings/columns.js'
import { contentOf } from '../../../src/postings/file/content.js'
import { openFile } from '../../../src/postings/file/reader.js'
import { bytesSource } from '../../../src/postings/file/source/byte-source.js'
import { writeIndexBytes } from '../../../src/postings/file/writer.js'
import type { Field, IndexContent, TermEntry, TermPostings } from '../../../src/postings/posting-store.js'
import { letters, postingsOf } from '../test-posting-store.js'

const V1 = new URL('../../fixtures/index/v1.dafu', import.meta.url)
const replies = letters.slice(0, 3)

function term(term: string, ...postings: [paragraph: number, frequency: number][]): TermPostings {
  return {
    term,
    postings: {
      paragraphs: Uint32Array.from(postings, ([paragraph]) => paragraph),
      frequencies: Uint8Array.from(postings, ([, frequency]) => frequency),
    },
  }
}

const TERMS: { [name in Field]?: TermPostings[] } = {
  words: [term('先投后股', [0, 1]), term('支持', [0, 1], [1, 3], [4, 255])],
  bigrams: [term('支持', [0, 1], [1, 3])],
  characters: [term('持', [0, 1], [1, 3], [2, 1], [3, 1], [4, 2])],
  sections: [term('揭榜', [4, 1])],
}

/** By hand, so that the fixture does not depend on how texts are cut. */
const content: IndexContent = {
  segmenter: { name: 'by hand', fingerprint: 'by hand/1' },
  builtAt: '2025-11-22T00:00:00Z',
  totalLength: 42,
  folding: '價价貸贷𠁞𠀾',
  synonyms: [['青年科技之星', '科技之星']],
  replies: () => replies,
  lengths: () => Uint8Array.of(9, 9, 8, 10, 6),
  ownColumns: { place: () => columnFrom([['学府路', '云桥市'], [], ['学府路'], [], []]) },
  terms: (field) => TERMS[field] ?? [],
}

describe('version 1 of the format', () => {
  it('stays readable', async () => {
    const store = await openFile(bytesSource(await readFile(V1)))
    expect(store.summary).toMatchObject({
      replies: 3,
      paragraphs: 5,
      terms: 2,
      segmenter: content.segmenter,
      builtAt: content.builtAt,
    })
    expect([store.totalLength, store.totalWords, store.folding, store.synonyms]).toEqual([
      42,
      4,
      content.folding,
      content.synonyms,
    ])
    for (const reply of replies) expect(await store.reply(reply.id)).toEqual(reply)
    expect(await store.lengths()).toEqual(content.lengths())
    for (const [field, terms] of Object.entries(TERMS) as [Field, TermPostings[]][]) {
      for (const { term, postings } of terms) {
        const entries = (await store.lookup([{ field, term }])) as TermEntry[]
        expect((await store.postings(entries)).map(postingsOf)).toEqual([postings])
      }
    }
    const [section, year, place] = await store.columns(['section', 'year', 'place'])
    expect(section!.values).toEqual(['当前工作情况', '揭榜挂帅'])
    expect(year!.values).toEqual(['2025'])
    expect(place).toEqual(content.ownColumns.place())
    expect((await store.prefix('titles', '', 10)).length).toBeGreaterThan(0)
  })

  // If it fails on purpose before a release: UPDATE=1 npx vitest run test/postings/file/format
  it('is written as it was, byte for byte', async () => {
    const bytes = await writeIndexBytes(content)
    if (process.env.UPDATE) await writeFile(V1, bytes)
    expect(Buffer.compare(bytes, await readFile(V1))).toBe(0)
    const store = await openFile(bytesSource(bytes))
    expect(Buffer.compare(await writeIndexBytes(contentOf(store)), bytes)).toBe(0)
  })
})
