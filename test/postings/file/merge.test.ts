import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DafuError } from '../../../src/errors.js'
import { contentOf } from '../../../src/postings/file/content.js'
import { mergeContents } from '../../../src/postings/file/merge.js'
import { openFile } from '../../../src/postings/file/reader.js'
import { bytesSource } from '../../../src/postings/file/source/byte-source.js'
import { writeIndexBytes } from '../../../src/postings/file/writer.js'
import type { IndexContent, TermPostings } from '../../../src/postings/posting-store.js'
import type { Reply } from '../../../src/reply/reply.js'
import { referenceOf, replyOf } from '../reference.js'
import { letters, testPostingStore } from '../test-posting-store.js'

async function fileOf(replies: readonly Reply[]): Promise<IndexContent> {
  return contentOf(await openFile(bytesSource(await writeIndexBytes(referenceOf(replies)))))
}

testPostingStore('A file merged from one file for each reply', async (replies) => {
  const parts = await Promise.all([[], ...replies.map((reply) => [reply])].map(fileOf))
  return openFile(bytesSource(await writeIndexBytes(await mergeContents(parts))))
})

const text = fc.string({
  unit: fc.constantFrom(...'支持科技創新资金價值信用 a1。'),
  minLength: 1,
  maxLength: 40,
})
const reply = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }).map(String),
    texts: fc.array(text, { maxLength: 4 }),
    issuer: fc.constantFrom('科技局', '財政局'),
    // The opening and the closing count for more than their length.
    role: fc.constantFrom('opening', 'answer', 'closing', undefined),
  })
  .map(({ id, texts, issuer, role }) => {
    const letter = replyOf(id, texts, { issuer })
    return { ...letter, sections: letter.sections.map((section) => ({ ...section, ...(role && { role }) })) }
  })
const replies = fc.uniqueArray(reply, { selector: ({ id }) => id, maxLength: 6 })

describe('mergeContents', () => {
  it('gives the bytes of one build of all replies, the later ones in place of the earlier', async () => {
    const removed = fc.array(fc.integer({ min: 1, max: 12 }).map(String), { maxLength: 3 })
    const parts = fc.array(replies, { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(parts, removed, fc.boolean(), async (parts, remove, isFile) => {
        const union = new Map(parts.flat().map((reply) => [reply.id, reply]))
        for (const id of remove) union.delete(id)
        const contents = await Promise.all(parts.map((part) => (isFile ? fileOf(part) : referenceOf(part))))
        const merged = await writeIndexBytes(await mergeContents(contents, { remove }))
        const built = await writeIndexBytes(referenceOf([...union.values()]))
        expect(Buffer.compare(merged, built)).toBe(0)
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('writes an open file again as it was', async () => {
    const bytes = await writeIndexBytes({ ...referenceOf(letters), builtAt: '2026-01-01T00:00:00Z' })
    const store = await openFile(bytesSource(bytes))
    expect(store.summary.builtAt).toBe('2026-01-01T00:00:00Z')
    expect(Buffer.compare(await writeIndexBytes(contentOf(store)), bytes)).toBe(0)
  })

  it('refuses indexes that were not built alike', async () => {
    const one = referenceOf(letters)
    const other = { ...one, segmenter: { name: 'pairs', fingerprint: 'pairs/2' } }
    await expect(mergeContents([one, other])).rejects.toThrow('different segmenters (pairs/1 and pairs/2)')
    await expect(mergeContents([one, { ...one, synonyms: [['a', 'b']] }])).rejects.toThrow(
      'different synonyms',
    )
    const [a, b] = [referenceOf(letters.slice(0, 1)), referenceOf(letters.slice(1))]
    const folded = [
      { ...a, folding: '資资' },
      { ...b, folding: '資甲' },
    ]
    await expect(mergeContents(folded)).rejects.toThrow('fold “資” differently')
    await expect(mergeContents([])).rejects.toThrow(DafuError)
  })
})

describe('writeIndexBytes', () => {
  it('gives the same bytes for the same content', async () => {
    const [one, two] = [
      await writeIndexBytes(referenceOf(letters)),
      await writeIndexBytes(referenceOf(letters)),
    ]
    expect(Buffer.compare(one, two)).toBe(0)
  })

  it('refuses content that is not in file order or contradicts itself', async () => {
    const content = referenceOf(letters)
    const wrong: Partial<IndexContent>[] = [
      { replies: () => [...letters].reverse() },
      { replies: () => [letters[0]!, letters[0]!] },
      { lengths: () => new Uint8Array(3) },
      { terms: (field) => [...(content.terms(field) as Iterable<TermPostings>)].reverse() },
      { replies: () => [{ ...letters[0]!, sections: letters[1]!.sections }, ...letters.slice(1)] },
      {
        terms: () => [
          {
            term: '支持',
            postings: { paragraphs: Uint32Array.of(10_000), frequencies: Uint8Array.of(1) },
          },
        ],
      },
    ]
    for (const part of wrong) {
      await expect(writeIndexBytes({ ...content, ...part })).rejects.toThrow(DafuError)
    }
  })
})
