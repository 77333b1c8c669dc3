import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type ReplySearch } from '../../src/index.js'
import { jieba } from '../../src/node/words/jieba.js'
import type { Paragraph } from '../../src/reply/reply.js'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import { paragraphsIn, readCorpus, substringsOf } from '../helpers/corpus.js'
import { letter } from '../helpers/letters.js'

const corpus = readCorpus()
const paragraphs = paragraphsIn(corpus)
const substrings = [...substringsOf(paragraphs.map(({ text }) => text))]
const folding = createFolding(traditionalFolding())

function idsOf(found: readonly Paragraph[]): string[] {
  return found.map(({ id }) => id).sort()
}

describe('every substring of 1 to 8 characters of the corpus', () => {
  it('finds each paragraph in which it stands', async () => {
    // Each paragraph is a letter here, so that one facet names all hits and no text need be read.
    const letters = paragraphs.map(({ text }, n) =>
      letter(`${n}`, {}, [{ paragraphs: [text.replace('|', '')] }]),
    )
    const index = await buildIndex(letters, { segmenter: jieba() })
    const missed: string[] = []
    for (const substring of substrings) {
      const { facets } = await index.search(substring, { limit: 0, sort: 'date', facets: ['reply'] })
      const found = new Set(facets.reply!.map(({ value }) => value))
      paragraphs.forEach(({ text, id }, n) => {
        if (text.includes(substring) && !found.has(`${n}`)) missed.push(`${substring} in ${id}`)
      })
    }
    expect(substrings.length).toBeGreaterThan(20_000)
    expect(missed).toEqual([])
  }, 600_000)

  describe.each(['the mutable index', 'a file'])('in %s', (kind) => {
    let engine: ReplySearch
    const sample = substrings.filter((_, n) => n % 61 === 0)

    beforeAll(async () => {
      const index = await buildIndex(corpus, { segmenter: jieba() })
      engine = kind === 'a file' ? await openIndex(await index.toBytes()) : index
    })

    it('is among all hits of a page that holds them (a sample)', async () => {
      for (const substring of sample) {
        const { hits } = await engine.search(substring, { limit: 1_000 })
        const ids = hits.map(({ paragraph }) => paragraph.id)
        const holding = idsOf(paragraphs.filter(({ text }) => text.includes(substring)))
        expect(ids, substring).toEqual(expect.arrayContaining(holding))
      }
    }, 600_000)

    it('finds as a phrase, and in quotation marks, exactly the paragraphs that contain it (a sample)', async () => {
      for (const substring of sample) {
        const folded = folding.fold(substring)
        const holding = idsOf(paragraphs.filter(({ text }) => folding.fold(text).includes(folded)))
        const queries = /["“”]/.test(substring)
          ? [{ phrase: substring }]
          : [{ phrase: substring }, `"${substring}"`, `“${substring}”`]
        for (const query of queries) {
          const { hits, total } = await engine.search(query, { limit: 1_000 })
          expect(idsOf(hits.map(({ paragraph }) => paragraph)), substring).toEqual(holding)
          expect(total).toBe(holding.length)
        }
      }
    }, 600_000)
  })
})

describe('what stands in a text as a field would be written', () => {
  it('is noted for no field where it is found so', async () => {
    const texts = ['补助标准见附件，期限：三年，到期再议。', '三年来成效明显。']
    const letters = texts.map((text, n) => letter(`${n}`, {}, [{ paragraphs: [text] }]))
    const index = await buildIndex(letters, { segmenter: jieba() })
    const found = await index.search('期限：三年')
    expect([idsOf(found.hits.map(({ paragraph }) => paragraph)), found.query.notes]).toEqual([['0/1/1'], []])
    const missed = await index.search('期限：四年')
    expect([missed.total, missed.query.notes]).toMatchObject([0, [{ kind: 'unknown value', value: '四年' }]])
  })
})
