import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Query } from '../../src/query/query.js'
import { parseQuery } from '../../src/query/read/syntax.js'
import { buildIndex } from '../../src/search/build-index.js'
import { bigramsOf } from '../../src/text/bigrams.js'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const ALPHABET = '路桥校园水'
const { fold } = createFolding(traditionalFolding())

const piece = fc
  .array(fc.constantFrom(...ALPHABET, '，', ' '), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(''))
const texts = fc.array(
  piece.filter((text) => text.trim() !== ''),
  { minLength: 1, maxLength: 6 },
)

const word = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 1, maxLength: 3 })
  .map((characters) => characters.join(''))
const { query: queryText } = fc.letrec<{ query: string; item: string }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3 },
    word,
    word.map((text) => `"${text}"`),
    fc.constantFrom('单位:渔业局', 'issuer:交通局', '单位：局'),
    fc.tuple(fc.constantFrom('-', 'NOT ', '－'), word).map((pair) => pair.join('')),
    word.map((text) => `-"${text}"`),
    tie('query').map((query) => `NOT (${query})`),
    tie('query').map((query) => `(${query})`),
  ),
  query: fc.oneof(
    { maxDepth: 3 },
    tie('item'),
    fc.tuple(tie('item'), tie('item')).map((items) => items.join(' ')),
    fc.tuple(tie('query'), tie('query')).map((queries) => queries.join(' OR ')),
  ),
}))

interface Place {
  text: string
  issuer: string
}

/** What the query language says, from the texts alone. @param texts All that are searched. */
function meets(query: Query, place: Place, texts: readonly string[], all: boolean, positive = true): boolean {
  const inner = (query: Query): boolean => meets(query, place, texts, all, positive)
  // Words beside a phrase only rank, unless all must stand.
  if ('all' in query)
    return query.all.every((node) => (!all && 'text' in node && node.optional) || inner(node))
  if ('any' in query) return query.any.some(inner)
  if ('not' in query) return !meets(query.not, place, texts, all, !positive)
  if ('phrase' in query) return place.text.includes(fold(query.phrase))
  if ('contains' in query) return place.issuer.includes(query.contains)
  if ('text' in query) return meetsWords(partsOf(query.text, texts), place.text, all, positive)
  throw new Error('no other query is generated')
}

/** Single characters that stand one by one are one word, where each two of them stand side by side in any text. */
function partsOf(words: string, texts: readonly string[]): string[] {
  const parts: { text: string; spaced: boolean }[] = []
  let single = false
  for (const word of words.split(' ').filter(Boolean)) {
    const isSingle = [...word].length === 1
    const last = parts.at(-1)
    if (single && isSingle && last) parts[parts.length - 1] = { text: last.text + word, spaced: true }
    else parts.push({ text: word, spaced: false })
    single = isSingle
  }
  const stands = (pair: string): boolean => texts.some((text) => text.includes(pair))
  return parts.flatMap(({ text, spaced }) => (spaced && !bigramsOf(text).every(stands) ? [...text] : [text]))
}

/** Some of the words, which here are characters, and pairs; or, where all must stand or none may, whole parts. */
function meetsWords(parts: readonly string[], text: string, all: boolean, positive: boolean): boolean {
  const has = (term: string): boolean => text.includes(term)
  const whole = (part: string): boolean =>
    [...part].length === 1 ? has(part) : bigramsOf(part).every((bigram) => has(bigram))
  if (all) return parts.every(whole)
  return positive ? parts.some((part) => [...part].some(has)) : parts.some(whole)
}

describe('the query language', () => {
  it.each(['any', 'all'] as const)(
    'finds what the texts say, neither more nor less, where %s of the words must stand',
    async (match) => {
      await fc.assert(
        fc.asyncProperty(texts, queryText, async (paragraphs, input) => {
          const places = paragraphs.map((text, i) => ({
            text: fold(text),
            issuer: i < 3 ? '青禾县渔业局' : '青禾县交通局',
          }))
          const replies = paragraphs.map((text, i) =>
            letter(`r${i}`, { issuer: places[i]!.issuer }, [{ paragraphs: [text] }]),
          )
          // Without words of its own a segmenter cuts every character off, so that the words are the characters.
          const index = await buildIndex(replies, { segmenter: listSegmenter([]) })
          const { query, literal } = parseQuery(input)
          const folded = places.map(({ text }) => text)
          const expected = places.flatMap((place, i) => {
            const stands = literal !== undefined && place.text.includes(fold(literal))
            return stands || meets(query, place, folded, match === 'all') ? [`r${i}`] : []
          })
          const { hits, total } = await index.search(input, {
            match,
            limit: 100,
            pinyin: false,
            typos: false,
          })
          expect(hits.map(({ reply }) => reply.id).sort()).toEqual(expected)
          expect(total).toBe(expected.length)
        }),
        { numRuns: 300 },
      )
    },
  )
})
