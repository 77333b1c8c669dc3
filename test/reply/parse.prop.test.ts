import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DafuError } from '../../src/errors.js'
import { parseReply } from '../../src/reply/parse.js'
import { type Section, withoutReading } from '../../src/reply/reply.js'
import { assertReply } from '../../src/reply/schema.js'

const format = fc.constantFrom('markdown', 'text', 'html')

/** Documents of the genre's own words in any order, and of characters that mean something to a parser. */
const document = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '关于',
          '县政协十届三次会议',
          '第45号',
          '提案的答复',
          '沈一禾',
          '委员：',
          '您提出的',
          '《',
          '》',
          '收悉，现答复如下：',
        ],
        ...[
          '一、',
          '（一）',
          '1.',
          '①',
          '一是',
          '修渠',
          '。',
          '，',
          '青禾县水利局',
          '2023年6月5日',
          '联系人：',
          '000-1234567',
        ],
        ...[
          '\n',
          '\n\n',
          '\r',
          ' ',
          '\u3000',
          '**',
          '#',
          '- ',
          '<p>',
          '</p>',
          '<table><td>',
          '<!--',
          '&nbsp;',
          '|',
          '\\',
          '“',
          '）',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

/** The reply, or the message of the error. */
function outcome(text: string, options: Parameters<typeof parseReply>[1]) {
  try {
    return withoutReading(parseReply(text, options))
  } catch (error) {
    if (error instanceof DafuError) return error.message
    throw error
  }
}

test('reads any document as a valid reply or refuses it with a DafuError', () => {
  fc.assert(
    fc.property(document, format, (text, as) => {
      const result = outcome(text, { format: as, id: 'x' })
      if (typeof result !== 'string') assertReply(result)
    }),
    { numRuns: 300 },
  )
})

test('reads the same from lines that end in \\r\\n as from lines that end in \\n', () => {
  fc.assert(
    fc.property(document, format, (text, as) => {
      const unix = text.replaceAll('\r', '')
      const options = { format: as, id: 'x' }
      expect(outcome(unix.replaceAll('\n', '\r\n'), options)).toEqual(outcome(unix, options))
    }),
  )
})

const sentence = fc
  .array(fc.constantFrom(...'修渠筑坝治水管护今年我局共计，、“”（）《》3'), { minLength: 1, maxLength: 40 })
  .map((characters) => `水${characters.join('')}`)
const line = fc
  .tuple(
    fc.constantFrom('', '', '一、', '二、', '（一）', '1.', '2、', '①', '一是'),
    sentence,
    fc.constantFrom('。', '；', '：', ''),
  )
  .map((parts) => parts.join(''))

/** What a body says, whatever joins and divides it. */
function wordsOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

function textOf({ marker = '', title = '', paragraphs, sections }: Section): string {
  return marker + title + paragraphs.map(({ text }) => text).join('') + sections.map(textOf).join('')
}

test('keeps every character of the body in one paragraph or heading, in order', () => {
  const head = ['关于县政协十届三次会议第45号提案的答复', '沈一禾委员：']
  const foot = ['青禾县水利局', '2023年6月5日']
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), format, (lines, as) => {
      const body = ['您提出的建议收悉，现答复如下：', ...lines, '再次感谢您的关心。']
      const separator = as === 'html' ? '<p>' : '\n\n'
      const { sections } = parseReply([...head, ...body, ...foot].join(separator), { format: as })
      expect(wordsOf(sections.map(textOf).join(''))).toBe(wordsOf(body.join('')))
    }),
    { numRuns: 200 },
  )
})
