import { describe, expect, it } from 'vitest'
import type { TermEntry, TermKey } from '../../../src/postings/posting-store.js'
import type { Lexicon } from '../../../src/query/lexicon.js'
import { withinReach } from '../../../src/query/meant/within-reach.js'
import { type Part, toPart } from '../../../src/query/parts/parts.js'

/** @param known In how many paragraphs each bigram stands. */
function lexiconOf(known: Record<string, number>): Lexicon {
  const entries = new Map<string, TermEntry>(
    Object.entries(known).map(([term, documentFrequency]) => [
      `bigrams ${term}`,
      { field: 'bigrams', term, documentFrequency },
    ]),
  )
  const get = (field: TermKey['field'], term: string): TermEntry | undefined =>
    entries.get(`${field} ${term}`)
  return { paragraphs: 100_000, total: 1_000_000, count: () => 0, get, async fetch() {} }
}

function guessed(letters: string, ...texts: string[]): Part {
  return toPart(
    letters,
    texts.map((text) => ({ text, kind: 'pinyin', weight: 1 })),
  )!
}

function keptOf(parts: readonly Part[], known: Record<string, number>): string[][] {
  return withinReach(parts, lexiconOf(known)).map(({ alternatives }) => alternatives.map(({ text }) => text))
}

describe('withinReach', () => {
  const js = guessed('js', '技术', '建设', '介绍')

  it('keeps all guesses with short lists', () => {
    expect(keptOf([js], { 技术: 9_000, 建设: 8_000, 介绍: 7_000 })).toEqual([['技术', '建设', '介绍']])
  })

  it('leaves out the least used where what was typed has long lists', () => {
    const known = { 中国: 20_000, 技术: 9_000, 建设: 8_000, 介绍: 7_000 }
    expect(keptOf([toPart('中国', [])!, js], known)).toEqual([[], ['技术']])
  })

  it('keeps the most used of each part however long its list is', () => {
    const sh = guessed('sh', '社会', '生活')
    const known = { 技术: 40_000, 建设: 10, 社会: 50_000, 生活: 10 }
    expect(keptOf([js, sh], known)).toEqual([['技术'], ['社会']])
  })

  it('counts a list once that several forms have', () => {
    const part = guessed('中国js', '中国技术', '中国建设')
    expect(keptOf([part], { 中国: 20_000, 国技: 10, 技术: 100, 国建: 10, 建设: 100 })).toEqual([
      ['中国技术', '中国建设'],
    ])
  })
})
