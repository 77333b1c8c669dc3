import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { SegmenterError } from '../../../src/errors.js'
import { fs } from '../../../src/node/built-in.js'
import { DOMAIN_WORDS } from '../../../src/node/words/domain-words.js'
import { jieba, releaseDictionary } from '../../../src/node/words/jieba.js'

describe('jieba', () => {
  const segmenter = jieba()

  it('keeps the words of the genre whole, alone and in a sentence', () => {
    expect(DOMAIN_WORDS.filter((word) => segmenter.segment(word).length > 1)).toEqual([])
    expect(segmenter.segment('一是实施“先投后股”专项支持政策')).toEqual([
      '一是',
      '实施',
      '“',
      '先投后股',
      '”',
      '专项',
      '支持',
      '政策',
    ])
  })

  it('lists no word of the genre twice', () => {
    expect(new Set(DOMAIN_WORDS).size).toBe(DOMAIN_WORDS.length)
  })

  it('finds words that are in no dictionary by its model', () => {
    expect(segmenter.segment('他来到了网易杭研大厦')).toContain('杭研')
  })

  it('keeps numbers and Latin words whole', () => {
    expect(segmenter.segment('2025年举办TRIZ集训营')).toEqual(['2025', '年', '举办', 'TRIZ', '集训营'])
  })

  it('cuts Traditional and full-width text as its Simplified form, and returns it as it stands', () => {
    expect(segmenter.segment('資金管理辦法')).toEqual(['資金', '管理', '辦法'])
    expect(segmenter.segment('ＴＲＩＺ創新方法')).toEqual(['ＴＲＩＺ', '創新', '方法'])
  })

  it('cuts words with spaces or invisible characters inside them as if these were not there', () => {
    expect(segmenter.segment('知 识\u200b产权保护')).toEqual(['知 识\u200b产权', '保护'])
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \t\r\n　'],
    ['NUL', '先投\0后股\0'],
    ['lone surrogates', '\udc00先投后股\ud800科创\ud83d'],
    ['emoji', '😀先投后股👨‍👩‍👧科创🇨🇳'],
    ['characters beyond the basic plane', '𠮷野家在𠮷林𪚥𪚥'],
    ['compatibility characters', '㍿ｶﾞ①㎡ﬁ㈱豈'],
    ['combining marks', 'ー゙かé́̂'],
    ['a long text without punctuation', '资金管理办法'.repeat(20_000)],
    ['a long text of one letter', 'a'.repeat(100_000)],
    ['a long text beyond the basic plane', `甲${'𠮷'.repeat(30_000)}`],
  ])('returns every character of %s once, in order', (_, text) => {
    expect(segmenter.segment(text).join('') === text).toBe(true)
  })

  it('returns every character of any text once, in order', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'先投后股資金辦法一二三，。“”（）AbＣ12３ \n\t\0\u200b\ufe0f'),
        fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      ),
      maxLength: 60,
    })
    fc.assert(fc.property(text, (any) => segmenter.segment(any).join('') === any))
  })

  it('gives the shorter words inside a segment', () => {
    expect(segmenter.subwords?.('高新技术企业')).toEqual(['高新', '技术', '企业'])
    expect(segmenter.subwords?.('知識產權')).toEqual(['知識', '產權'])
    expect(segmenter.subwords?.('政策')).toEqual([])
    expect(segmenter.subwords?.('㍿')).toEqual([])
  })
})

describe('loading jieba', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('says what is missing of dafu itself, where nodejieba would end the process', () => {
    const segmenter = jieba({ userDictionary: ['喵星大巨蛋'] })
    const gone = vi.spyOn(fs, 'accessSync').mockImplementation(() => {
      throw new Error('gone')
    })
    expect(() => segmenter.segment('科创')).toThrow(SegmenterError)
    expect(() => segmenter.segment('科创')).toThrow(
      /^src\/node\/words\/dictionaries\/one-word\.idf\.utf8 .* is missing/,
    )
    gone.mockRestore()
    expect(segmenter.segment('喵星大巨蛋科创')).toEqual(['喵星大巨蛋', '科创'])
  })

  it('writes nothing, so that a process killed meanwhile leaves nothing', () => {
    for (const name of ['TMPDIR', 'TMP', 'TEMP']) vi.stubEnv(name, join(tmpdir(), 'absent'))
    const segmenter = jieba({ userDictionary: ['喵星小巨蛋'] })
    expect(segmenter.segment('喵星小巨蛋科创')).toEqual(['喵星小巨蛋', '科创'])
    releaseDictionary()
    expect(segmenter.segment('喵星小巨蛋科创')).toEqual(['喵星小巨蛋', '科创'])
  })
})

describe('a user dictionary', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dafu-'))
  })

  afterAll(() => rm(folder, { recursive: true }))

  it('adds words from a list to those of the genre', () => {
    const segmenter = jieba({ userDictionary: ['喵星小巨蛋'] })
    expect(segmenter.segment('喵星小巨蛋先投后股')).toEqual(['喵星小巨蛋', '先投后股'])
  })

  it('adds words from a file in the format of jieba', async () => {
    const path = join(folder, 'words.txt')
    await writeFile(path, '\ufeff喵星小巨蛋 3 nz\r\n\r\n資訊處\n')
    const segmenter = jieba({ userDictionary: path })
    expect(segmenter.segment('喵星小巨蛋资讯处')).toEqual(['喵星小巨蛋', '资讯处'])
  })

  it('has no influence on a segmenter without it', () => {
    const [plain, other] = [jieba(), jieba({ userDictionary: ['喵星小巨蛋'] })]
    expect(other.segment('喵星小巨蛋')).toEqual(['喵星小巨蛋'])
    expect(plain.segment('喵星小巨蛋')).not.toEqual(['喵星小巨蛋'])
  })

  it('changes the fingerprint, which is the same for the same words', () => {
    const words = ['喵星小巨蛋']
    expect(jieba().fingerprint).toBe(jieba().fingerprint)
    expect(jieba({ userDictionary: words }).fingerprint).toBe(jieba({ userDictionary: words }).fingerprint)
    expect(jieba({ userDictionary: words }).fingerprint).not.toBe(jieba().fingerprint)
  })

  it('that cannot be read is named in a SegmenterError', () => {
    const segmenter = jieba({ userDictionary: join(folder, 'absent.txt') })
    expect(() => segmenter.segment('')).toThrow(SegmenterError)
    expect(() => segmenter.segment('')).toThrow(/absent\.txt/)
  })
})
