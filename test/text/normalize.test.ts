import { describe, expect, it } from 'vitest'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { ALPHABETIC, classOf, createFolding, IDEOGRAPHIC, OTHER } from '../../src/text/normalize.js'

const folding = createFolding(traditionalFolding())
/** Or for private use: two thirds of all code points. */
const UNASSIGNED = /[\p{Cn}\p{Co}]/u

describe('fold', () => {
  it.each([
    ['full width', 'ＴＲＩＺ２０２５', 'triz2025'],
    ['half width', 'ｶﾅ', 'カナ'],
    ['case', 'TRIZ Straße ΣΑΣ', 'triz strasse σασ'],
    ['accents', 'café naïve', 'cafe naive'],
    ['brackets of every kind', '〔2025〕［2025］【2025】（2025）', '(2025)(2025)(2025)(2025)'],
    ['quotation marks of every kind', '“先投后股”「先投后股」＂先投后股＂', '"先投后股""先投后股""先投后股"'],
    ['apostrophes of every kind', '‘a’ `b` c´', "'a''b'c'"],
    ['dashes of every kind', '0731–28687609 0731—28687609', '0731-28687609 0731-28687609'],
    ['zeros', '二○二五 二〇二五', '二〇二五二〇二五'],
    ['Traditional characters', '資金管理辦法', '资金管理办法'],
    ['characters that stand for several', '①㍿㎡½', '1株式会社m21⁄2'],
    ['invisible characters', '先\u200b投\ufeff后\0股\u00ad', '先投后股'],
  ])('makes one form of %s', (_, text, folded) => {
    expect(folding.fold(text)).toBe(folded)
  })

  it.each([
    ['答 复', '答复'],
    [' 近 30 名　', '近30名'],
    ['TRIZ 创新 方法', 'triz创新方法'],
    ['machine \n\t learning', 'machine learning'],
    ['2025 2026', '2025 2026'],
    ['a , b', 'a,b'],
    ['a \u200b \u0301b', 'a b'],
  ])('keeps of the spaces in %j only those between letters and digits', (text, folded) => {
    expect(folding.fold(text)).toBe(folded)
  })

  it('knows no Traditional character without pairs', () => {
    expect(createFolding('').fold('資金ＡＢ')).toBe('資金ab')
  })

  it('takes each unified ideograph as one with neither case, width nor parts', () => {
    for (let unit = 0x4e00; unit <= 0x9fff; unit++) {
      const character = String.fromCharCode(unit)
      expect(character.normalize('NFKD').toLowerCase().toUpperCase().normalize('NFKC')).toBe(character)
      expect(character).toMatch(/\p{Script=Han}/u)
    }
  })

  it('changes nothing in any folded character, alone or between spaces', () => {
    const changed: string[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code)
      if (UNASSIGNED.test(character)) continue
      const folded = folding.fold(`${character},a ${character} b`)
      if (folding.fold(folded) !== folded) changed.push(code.toString(16))
    }
    expect(changed).toEqual([])
  }, 30_000)
})

describe('foldWithOffsets', () => {
  it('says which character each folded code unit was made from', () => {
    const { text, starts, ends } = folding.foldWithOffsets('a\u0301㍿ 𠮷')
    expect(text).toBe('a株式会社𠮷')
    expect([...starts]).toEqual([0, 2, 2, 2, 2, 4, 4])
    expect([...ends]).toEqual([1, 3, 3, 3, 3, 6, 6])
  })

  it('gives a space the whole gap between two words', () => {
    const { text, starts, ends } = folding.foldWithOffsets('a \n b')
    expect(text).toBe('a b')
    expect([starts[1], ends[1]]).toEqual([1, 4])
  })
})

describe('classOf', () => {
  it.each([
    ['资𠮷〇々かカーㄅ', IDEOGRAPHIC],
    ['aé1½ßक한\u20dd', ALPHABETIC],
    ['，。 "(-%😀\ud83d', OTHER],
  ])('puts each of %j into one class', (characters, expected) => {
    expect([...characters].filter((character) => classOf(character) !== expected)).toEqual([])
  })

  it('tells every character of one code unit as Unicode does', () => {
    const classOfOne = (character: string): number => {
      if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u.test(character))
        return IDEOGRAPHIC
      return /[\p{L}\p{N}\p{M}]/u.test(character) ? ALPHABETIC : OTHER
    }
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit))
    expect(units.filter((unit) => classOf(unit) !== classOfOne(unit))).toEqual([])
  })

  it('looks at the first character alone', () => {
    expect(classOf('资a')).toBe(IDEOGRAPHIC)
    expect(classOf('')).toBe(OTHER)
  })
})
