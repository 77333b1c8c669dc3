import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/node/readers/decode.js'

const TEXT =
  '关于县政协十届三次会议第045号提案的答复\n沈一禾委员：\n您提出的《关于修渠的建议》收悉，现答复如下：\n'
/** The same in GB 2312, and a Traditional letter in Big5. */
const GB =
  'b9d8d3dacfd8d5fed0adcaaebdecc8fdb4cebbe1d2e9b5da303435bac5cce1b0b8b5c4b4f0b8b40ac9f2d2bbbaccceafd4b1a3ba0ac4facce1b3f6b5c4a1b6b9d8d3dad0dec7feb5c4bda8d2e9a1b7cad5cfa4a3accfd6b4f0b8b4c8e7cfc2a3ba0a'
const BIG5 = 'c3f6a9f3a7efb5bdabd8c4b3aabab5aac2d0a147b17ab4a3a558aabaabd8c4b3a6acb178a14334'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const little = Buffer.from(text, 'utf16le')
  return order === 'le' ? little : little.swap16()
}
const page = (meta: string, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(`<html><head>${meta}</head><body>`), body, Buffer.from('</body></html>')])

describe('a text is decoded', () => {
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', utf16(`\ufeff${TEXT}`, 'le')],
    ['utf-16be', utf16(`\ufeff${TEXT}`, 'be')],
    ['utf-16le', utf16(TEXT, 'le')],
    ['utf-16be', utf16(TEXT, 'be')],
  ])('from %s', (encoding, content) => {
    expect(decodeText(content)).toEqual({ text: TEXT, encoding })
  })

  it('from GB 2312, GBK and GB18030 that nothing declares', () => {
    const { text, encoding } = decodeText(bytes(GB))
    expect(text).toContain('关于县政协十届三次会议第045号提案的答复\n沈一禾委员：')
    expect(encoding).toBe('gb18030')
    // 㐂 takes four bytes, which GBK does not have.
    expect(decodeText(bytes(`${GB}8139ef31`)).text.endsWith('㐂')).toBe(true)
  })

  it('from Big5 that nothing declares', () => {
    expect(decodeText(bytes(BIG5))).toEqual({
      text: '關於改善建議的答覆：您提出的建議收悉。4',
      encoding: 'big5',
    })
  })

  it.each([
    '<meta charset="gb2312">',
    "<META http-equiv='Content-Type' content='text/html; charset=GBK'>",
    '<meta charset=utf-8>',
    '<meta charset=x-unknown>',
    '<meta charset=utf-16>',
  ])('from GBK on a page with %s', (meta) => {
    expect(decodeText(page(meta, bytes(GB))).text).toContain('沈一禾委员：')
  })

  it('from UTF-8 on a page that says it were GBK', () => {
    expect(decodeText(page('<meta charset=gbk>', Buffer.from(TEXT))).text).toContain(TEXT)
  })

  it('around a damaged byte', () => {
    const damaged = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff]), Buffer.from(TEXT)])
    expect(decodeText(damaged).text).toBe(`${TEXT}\ufffd${TEXT}`)
  })

  it('from nothing at all', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
  })
})
