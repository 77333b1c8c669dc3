import fc from 'fast-check'

const KINDS = [
  '先投后股资金管理办法一二十〇',
  '資金管理辦法後複係',
  '𠮷𪚥',
  'かなカナㄅ',
  'aAbBéÉßŁΣς',
  '0123456789',
  'ＡｂＣ０１２ｶﾞ',
  '㍿½①ﬁ㎡ǅ',
  '，。；：“”（）〔〕《》·-—.,()%',
  ' \t\n　\u00a0',
  '\u0301\u0308\u3099\u20dd',
  '\u200b\u200d\ufe0f\0\u00ad',
  '😀👨‍👩‍👧🇨🇳',
]

/** One code point, of every kind that folding treats in its own way. */
const character: fc.Arbitrary<string> = fc.oneof(
  ...KINDS.map((kind) => fc.constantFrom(...kind)),
  fc.constantFrom('\ud83d', '\udc00'),
  fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
)

/** Han, Traditional, Latin, full-width, numbers, spaces, combining marks, emoji, lone surrogates, in any mix. */
export function mixedText(maxLength = 30): fc.Arbitrary<string> {
  return fc.array(character, { maxLength }).map((characters) => characters.join(''))
}

/** A text and a substring of it that begins and ends between code points. */
export function textAndSubstring(): fc.Arbitrary<{ text: string; substring: string }> {
  return fc.tuple(mixedText(), fc.nat(30), fc.nat(30)).map(([text, from, to]) => {
    const characters = [...text]
    return { text, substring: characters.slice(Math.min(from, to), Math.max(from, to)).join('') }
  })
}
