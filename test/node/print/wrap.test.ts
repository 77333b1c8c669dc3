import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { harmless, paint, widthOf, wrap } from '../../../src/node/print/wrap.js'

const lines = (text: string, width: number): string[] =>
  wrap(text, width).map(({ start, end }) => text.slice(start, end))

describe('widthOf', () => {
  it.each(['支持，', 'ＡＢ', 'TRIZ 15', 'e\u0301', '😀', '❤️', '👩‍👩‍👧', 'か゚ー', '\u200b', '', '㈠①'])(
    'measures %j as string-width does',
    (text) => {
      expect(widthOf(text)).toBe(stringWidth(text))
    },
  )
})

describe('wrap', () => {
  it('gives a Chinese character two columns', () => {
    expect(lines('支持中小民营企业', 8)).toEqual(['支持中小', '民营企业'])
    expect(lines('支持中小民营企业', 9)).toEqual(['支持中小', '民营企业'])
  })

  it('keeps Latin words and numbers whole', () => {
    expect(lines('举办TRIZ集训营', 6)).toEqual(['举办', 'TRIZ集', '训营'])
    expect(lines('at most 15 kB', 8)).toEqual(['at most', '15 kB'])
  })

  it('starts no line with a closing mark and ends none with an opening one', () => {
    expect(lines('实施先投后股。开展', 12)).toEqual(['实施先投后', '股。开展'])
    expect(lines('围绕年主题（试点）', 12)).toEqual(['围绕年主题', '（试点）'])
  })

  it('drops the spaces at which it breaks', () => {
    expect(lines('支持   企业', 4)).toEqual(['支持', '企业'])
  })

  it('breaks a word that is longer than a line', () => {
    expect(lines('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  })

  it('returns no lines for no text', () => {
    expect(wrap('', 10)).toEqual([])
  })

  it('loses nothing but spaces and keeps within the width where it can', () => {
    const text = fc.string({ unit: fc.constantFrom(...'先投后股，。（“”）abc12 😀'), maxLength: 80 })
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 40 }), (any, width) => {
        const wrapped = lines(any, width)
        const unspaced = (value: string): string => value.replace(/\s/g, '')
        expect(unspaced(wrapped.join(''))).toBe(unspaced(any))
        for (const line of wrapped) {
          if (/[\p{Script=Han}]/u.test(line) && !/[，。（“”）]/.test(any)) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width)
          }
        }
      }),
    )
  })
})

describe('paint', () => {
  const mark = (text: string): string => `<${text}>`

  it('styles what the ranges cover', () => {
    expect(paint('实施先投后股政策', [{ start: 2, end: 6 }], mark)).toBe('实施<先投后股>政策')
  })

  it('carries a range over the end of a line', () => {
    const ranges = [{ start: 2, end: 6 }]
    expect(paint('实施先投后股政策', ranges, mark, { start: 0, end: 4 })).toBe('实施<先投>')
    expect(paint('实施先投后股政策', ranges, mark, { start: 4, end: 8 })).toBe('<后股>政策')
  })
})

describe('harmless', () => {
  it('puts spaces for what steers a terminal and keeps every offset', () => {
    expect(harmless('先\u001b[31m投\u0007后\u202e股\n')).toBe('先 [31m投 后 股 ')
  })

  it('keeps the cells of a table apart', () => {
    expect(harmless('鹿角镇\t12,075')).toBe('鹿角镇\u300012,075')
  })
})
