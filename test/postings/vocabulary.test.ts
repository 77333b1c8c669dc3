import { describe, expect, it } from 'vitest'
import { VOCABULARIES } from '../../src/postings/posting-store.js'
import { createVocabulary } from '../../src/postings/vocabulary.js'
import { parseVocabularyTerm } from '../../src/postings/vocabulary-term.js'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import { letter } from '../helpers/letters.js'

const builder = createVocabulary(createFolding(traditionalFolding()))
builder.add(
  letter(
    'a',
    { issuer: '株洲市科学技术局', proposals: [{ kind: '提案', number: '012', title: '關於「創新」的建議' }] },
    [
      {
        title: '工作情况',
        paragraphs: ['甲', '乙'],
        parts: [{ title: '揭榜挂帅', paragraphs: ['丙'] }],
      },
    ],
  ),
)
builder.add(letter('b', { issuer: '株洲市科学技术局' }, [{ title: '工作情况', paragraphs: ['丁'] }]))
builder.add(letter('c', { issuer: '没有段落的局', proposals: [{ kind: '提案', title: '没有段落' }] }, []))

builder.addWord('重庆', 3)
builder.addWord('triz', 2)
builder.addWord('绿色', 1)
builder.addWord('股', 4)
builder.addWord('显着', 5)

const compiled = builder.compile()
const vocabularies = new Map(VOCABULARIES.map((name) => [name, [...compiled[name]]]))

/** The texts under a key, with their counts. */
function under(name: 'readings' | 'initials' | 'titles' | 'syllables', key: string): [string, number][] {
  return vocabularies
    .get(name)!
    .map(([term, count]) => ({ ...parseVocabularyTerm(term), count }))
    .filter((entry) => entry.key === key)
    .map(({ kind, text, count }) => [kind + text, count])
}

describe('a vocabulary', () => {
  it('lists words, titles and names by their pinyin and initials, with the paragraphs that have them', () => {
    expect(under('readings', 'chongqing')).toEqual([['t重庆', 3]])
    expect(under('initials', 'cq')).toEqual([['t重庆', 3]])
    expect(under('readings', 'jiebangguashuai')).toEqual([['s揭榜挂帅', 1]])
    expect(under('initials', 'gzqk')).toEqual([['s工作情况', 4]])
    expect(under('initials', 'zzskxjsj')).toEqual([['n株洲市科学技术局', 2]])
  })

  it('reads words as they are printed, not as they are folded', () => {
    expect(under('readings', 'xianzhu')).toEqual([['t显着', 5]])
    expect(under('syllables', '着').map(([syllable]) => syllable)).toContain('tzhu')
  })

  it('lists ü as v and as u', () => {
    expect(under('readings', 'lvse')).toEqual([['t绿色', 1]])
    expect(under('readings', 'luse')).toEqual([['t绿色', 1]])
  })

  it('lists titles under their folded form, as they are printed', () => {
    expect(under('titles', '关于"创新"的建议')).toEqual([['p關於「創新」的建議', 3]])
    expect(under('titles', '工作情况')).toEqual([['s工作情况', 4]])
  })

  it('lists no reading of what is not typed in pinyin, and nothing of a letter without paragraphs', () => {
    expect(under('readings', 'triz')).toEqual([])
    expect(under('readings', 'gu')).toEqual([])
    expect(vocabularies.get('titles')!.some(([term]) => term.includes('没有段落'))).toBe(false)
  })

  it('lists every reading of the characters that it has and of those in everyday use', () => {
    expect(under('syllables', '重')).toEqual([
      ['tchong', 1],
      ['tzhong', 1],
    ])
    expect(under('syllables', '饭')).toEqual([['tfan', 1]])
  })

  it('is sorted by code unit, without duplicates', () => {
    for (const entries of vocabularies.values()) {
      const terms = entries.map(([term]) => term)
      expect(terms).toEqual([...new Set(terms)].sort())
    }
  })
})
