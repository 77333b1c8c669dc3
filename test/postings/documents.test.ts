import { describe, expect, it } from 'vitest'
import { namesByField, namesOf, paragraphTerms } from '../../src/postings/documents.js'
import { createAnalyzer } from '../../src/text/analyzer.js'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import { LETTERS, letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const analyzer = createAnalyzer(createFolding(traditionalFolding()), listSegmenter())

const example = letter(
  'a',
  {
    proposals: [
      { kind: '提案', number: '012', title: '關於TRIZ', session: '十届' },
      { kind: '提案', number: '012', title: '办法' },
    ],
    issuer: '甲局',
    signatory: '甲局',
    coHandlers: ['乙局'],
    recipients: ['丙丁'],
    contacts: [{ phone: '0731-28' }, { name: '丙丁', role: '承办人' }],
  },
  [{ title: '工作', paragraphs: ['支持，支持。', '一是：管理。|好'] }, { paragraphs: ['甲'] }],
)

describe('paragraphTerms', () => {
  const [first, second, third] = [...paragraphTerms(example, analyzer)]

  it('gives the paragraphs in reading order', () => {
    expect([first, second, third].map((paragraph) => paragraph!.id)).toEqual(['a/1/1', 'a/1/2', 'a/2/1'])
  })

  it('gives the terms of the text as often as they occur, and its length in terms', () => {
    expect(first!.terms).toMatchObject({
      words: ['支持', '支持'],
      bigrams: ['支持', '支持'],
      characters: ['支', '持', '支', '持'],
    })
    expect(first!.length).toBe(2 + 2 + 4)
  })

  it('gives what stands above a paragraph once each: bigrams, characters, Latin words and numbers', () => {
    expect(first!.terms.sections).toEqual(['工作', '工', '作'])
    expect(third!.terms.sections).toEqual([])
    expect([...first!.terms.proposals].sort()).toEqual(
      ['关于', '于t', 'tr', 'ri', 'iz', '关', '于', 't', 'r', 'i', 'z', 'triz', '办法', '办', '法'].sort(),
    )
    expect(third!.terms.proposals).toEqual(first!.terms.proposals)
  })

  it('takes the lead of a paragraph for a title of its own', () => {
    expect(second!.terms.sections).toEqual(expect.arrayContaining(['工作', '一是', '管理']))
    expect(second!.terms.sections).not.toContain('好')
  })

  it('gives names to the first paragraph alone', () => {
    expect(first!.terms.names).toEqual(
      expect.arrayContaining(['012', '0731', '28', '丙丁', '甲局', '甲', '十届']),
    )
    expect([second!.terms.names, third!.terms.names]).toEqual([[], []])
  })

  it('takes the opening and closing of a letter to be longer than they are', () => {
    const roles = ['opening', 'progress', 'plan', 'closing'] as const
    const reply = letter(
      'b',
      {},
      roles.map((role) => ({ role, paragraphs: ['支持'] })),
    )
    const [opening, progress, plan, closing] = [...paragraphTerms(reply, analyzer)].map(
      ({ length }) => length,
    )
    expect([opening, plan]).toEqual([closing, progress])
    expect(opening).toBeGreaterThan(progress!)
  })

  it('gives no empty term, in any letter', () => {
    for (const { terms } of LETTERS.flatMap((reply) => [...paragraphTerms(reply, analyzer)])) {
      for (const list of Object.values(terms)) expect(list.filter((term) => /\s|^$/.test(term))).toEqual([])
    }
  })
})

describe('namesByField', () => {
  it('gives what a reader may know a letter by, each once under what it is', () => {
    expect(namesByField(example)).toEqual({
      number: ['012', '十届', '0731-28'],
      person: ['丙丁'],
      office: ['甲局', '乙局'],
    })
    expect(namesOf(example)).toEqual(['012', '十届', '0731-28', '丙丁', '甲局', '乙局'])
  })
})
