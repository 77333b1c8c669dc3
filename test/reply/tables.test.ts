import { describe, expect, test } from 'vitest'
import { type ParseReplyOptions, parseReply } from '../../src/reply/parse.js'
import { paragraphsOf as paragraphsOfReply } from '../../src/reply/reply.js'

const HEAD = [
  '关于县政协十届三次会议第5号提案的答复',
  '沈一禾委员：',
  '您提出的《关于修渠的提案》收悉，现答复如下：',
]
const ROWS = [
  ['渠道', '起讫点', '长度（米）', '完工时间'],
  ['柳溪渠', '柳溪村水库—青禾镇第二提灌站', '540', '2024年10月'],
  ['北干渠', '青禾镇第二提灌站—北山村文化广场', '12', '2024年10月8日'],
]
const END = ['下一步将加强管护。', '青禾县水利局', '2023年6月5日']

function paragraphsOf(document: string, format: ParseReplyOptions['format']) {
  const { sections, notes, date } = parseReply(document, { ...(format && { format }) })
  const texts = sections.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
  return { texts: texts.slice(1), sections: sections.length, notes, date }
}

const paragraph = (text: string) => `<p>${text}</p>`
const table = (cell: (text: string) => string) =>
  `<table>${ROWS.map((row) => `<tr>${row.map((text) => `<td>${cell(text)}</td>`).join('')}</tr>`).join('')}</table>`
const page = (rows: string) => [...HEAD.map(paragraph), rows, ...END.map(paragraph)].join('\n')

describe('a table within an answer has a paragraph for each row', () => {
  test.each([
    ['HTML', '\t', page(table((text) => text)), 'html'],
    ['the HTML of Word', '\t', page(table((text) => `<p class="MsoNormal">${text}</p>`)), 'html'],
    ['HTML with a head in bold', '\t', page(table((text) => `<b>${text}</b>`)), 'html'],
    [
      'Markdown',
      '\t',
      [
        ...HEAD,
        [
          `| ${ROWS[0]?.join(' | ')} |`,
          '| --- | --- | --- | --- |',
          ...ROWS.slice(1).map((row) => `| ${row.join(' | ')} |`),
        ].join('\n'),
        ...END,
      ].join('\n\n'),
      'markdown',
    ],
    ['text', '    ', [...HEAD, ...ROWS.map((row) => row.join('    ')), ...END].join('\n'), 'text'],
  ] as const)('in %s', (_, gap, document, format) => {
    expect(paragraphsOf(document, format)).toEqual({
      texts: [...ROWS.map((row) => row.join(gap)), END[0]],
      sections: 2,
      notes: [],
      date: '2023-06-05',
    })
  })
})

const rowOf = (...cells: string[][]) =>
  `<tr>${cells.map((lines) => `<td>${lines.length > 1 ? lines.map(paragraph).join('') : lines[0]}</td>`).join('')}</tr>`

test('a row of a table whose cells hold paragraphs is one paragraph', () => {
  const rows = [
    rowOf(['建议'], ['措施'], ['责任单位']),
    rowOf(['增设提灌站'], ['新建3处提灌站，灌溉两千亩。', '2025年底前投用。'], ['县水利局', '县农业农村局']),
    rowOf(['延长北干渠'], ['延长至柳溪村。'], ['县水利局']),
  ]
  const { texts } = paragraphsOf(page(`<table><tbody>${rows.join('')}</tbody></table>`), 'html')
  expect(texts).toEqual([
    '建议\t措施\t责任单位',
    '增设提灌站\t新建3处提灌站，灌溉两千亩。 2025年底前投用。\t县水利局 县农业农村局',
    '延长北干渠\t延长至柳溪村。\t县水利局',
    END[0],
  ])
})

test('so is a row of a Markdown table whose cells have breaks', () => {
  const rows = [
    '| 建议 | 措施 | 责任单位 |',
    '|---|---|---|',
    '| 增设提灌站 | 新建**3处**提灌站，灌溉两千亩。<br>2025年底前投用。 | 县水利局<br/>县农业农村局 |',
  ]
  const document = (table: string[]) => [...HEAD, table.join('\n'), ...END].join('\n\n')
  expect(paragraphsOf(document(rows), 'markdown').texts.slice(0, 2)).toEqual([
    '建议\t措施\t责任单位',
    '增设提灌站\t新建3处提灌站，灌溉两千亩。 2025年底前投用。\t县水利局 县农业农村局',
  ])
  const form = ['| 提案 | 修渠 |', '|---|---|', '| 答复内容 | 柳溪渠长五百米。<br>今年已经修好。 |']
  expect(paragraphsOf(document(form), 'markdown').texts).toContain('今年已经修好。')
})

test.each([
  ['a heading', ['一、关于修渠'], ['柳溪渠长五百米。', '今年已经修好。']],
  ['the word for the answer', ['答复内容'], ['柳溪渠长五百米。', '今年已经修好。']],
  ['headings of its own', ['修渠'], ['一、基本情况', '今年已经修好。']],
])('the paragraphs of a cell stay apart in a form, beside %s', (_, head, cell) => {
  const form = `<table>${rowOf(['提案'], ['修渠'])}${rowOf(head, cell)}</table>`
  const reply = parseReply(page(form), { format: 'html' })
  const texts = paragraphsOfReply(reply).map(({ paragraph }) => paragraph.text)
  expect(texts).toContain('今年已经修好。')
})

test('a letter in a row of a form is read from its lines', () => {
  const [title, ...letter] = [...HEAD, ...END]
  const form = `<table>${rowOf(['提案'], ['修渠'])}${rowOf(['答复'], letter)}</table>`
  const { recipients, date } = parseReply(paragraph(title!) + form, { format: 'html' })
  expect({ recipients, date }).toEqual({ recipients: ['沈一禾'], date: '2023-06-05' })
})

test('a row that looks like a sign-off does not end the answer', () => {
  const rows =
    '<table><tr><td>青禾县教育局</td><td>2023年5月8日</td></tr><tr><td>青禾县水利局</td><td>2023年5月9日</td></tr></table>'
  expect(paragraphsOf(page(rows), 'html')).toMatchObject({
    texts: ['青禾县教育局\t2023年5月8日', '青禾县水利局\t2023年5月9日', END[0]],
    date: '2023-06-05',
  })
})

test('a sign-off in a row is one', () => {
  const end = '<table><tr><td>青禾县水利局</td><td>2023年6月5日</td></tr></table>'
  expect(paragraphsOf([...HEAD.map(paragraph), '<p>渠道已修。</p>', end].join(''), 'html')).toMatchObject({
    texts: ['渠道已修。'],
    date: '2023-06-05',
  })
})

test('a number that is a cell or an item of a list is no number of a page', () => {
  const alone = '<table><tr><td><p>540</p></td></tr></table><ul><li>12</li></ul>'
  const { texts, notes } = paragraphsOf(page(`${alone}<p>2</p>`), 'html')
  expect(texts).toEqual(['540', '12', END[0]])
  expect(notes?.map(({ message }) => message)).toEqual(['The page number 2 was left out.'])
})

test('a row of a heading and its text is a section', () => {
  const rows = [
    ['一、关于修渠', '我局已经修好县内的渠道，今年修了三十公里。'],
    ['二、关于管护', '我局已经组织村民管护渠道。'],
  ]
  const cells = `<table>${rows.map(([heading, text]) => `<tr><td>${heading}</td><td>${text}</td></tr>`).join('')}</table>`
  const { sections } = parseReply(page(cells), { format: 'html' })
  expect(sections.slice(1, 3).map(({ marker, title }) => [marker, title])).toEqual([
    ['一、', '关于修渠'],
    ['二、', '关于管护'],
  ])
  const numbered = '<table><tr><td>一、渠道</td><td>540</td><td>已修好。</td></tr></table>'
  expect(paragraphsOf(page(numbered), 'html').texts[0]).toBe('一、渠道\t540\t已修好。')
})
