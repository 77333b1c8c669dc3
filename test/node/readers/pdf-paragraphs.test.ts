import { describe, expect, it } from 'vitest'
import { type PlacedText, printedLines } from '../../../src/node/readers/pdf-lines.js'
import { printedParagraphs } from '../../../src/node/readers/pdf-paragraphs.js'

const SIZE = 16
const LEFT = 80
/** Characters on a full line. */
const FULL = 27

/** Text as a page places it: at a number of characters from the left edge, on a line from the top. */
function placed(text: string, column: number, line: number, more: Partial<PlacedText> = {}): PlacedText {
  const width = [...text].length * SIZE
  return { text, x: LEFT + column * SIZE, y: 760 - line * 28, width, size: SIZE, family: 'serif', ...more }
}

const textsOf = (...pages: PlacedText[][]): string[] =>
  printedParagraphs(pages.map(printedLines)).map(({ text }) => text)

const full = (text: string): string => text.repeat(FULL).slice(0, FULL)

describe('the lines of a page', () => {
  const lineOf = (...texts: PlacedText[]): string =>
    printedLines(texts, 0)
      .map(({ text }) => text)
      .join('|')

  it('are what stands on one baseline, in order, top to bottom', () => {
    expect(lineOf(placed('委员：', 3, 1), placed('答复', 0, 0), placed('沈一禾', 0, 1))).toBe(
      '答复|沈一禾委员：',
    )
    const raised = placed('2', 2, 0, { y: 764, size: 8 })
    expect(lineOf(placed('平方', 0, 0), raised, placed('米', 3, 0))).toBe('平方2米')
  })

  it('keep wide gaps wide, and have none where characters merely stand apart', () => {
    expect(lineOf(placed('6号', 0, 0), placed('签发人', 12, 0))).toBe(`6号${'\u3000'.repeat(10)}签发人`)
    expect(lineOf(placed('答', 0, 0), placed('复', 1.5, 0))).toBe('答复')
    expect(lineOf(placed('6月底 ', 0, 0), placed('，修 ）好', 4.9, 0, { width: 4.5 * SIZE }))).toBe(
      '6月底，修）好',
    )
    expect(lineOf(placed('柳 溪 渠', 0, 0, { width: 3.4 * SIZE }))).toBe('柳溪渠')
    expect(lineOf(placed('答 复', 0, 0, { width: 2.5 * SIZE }))).toBe('答 复')
    expect(lineOf(placed('共 14 家 AI learning 公司', 0, 0, { width: 11 * SIZE }))).toBe(
      '共14家AI learning公司',
    )
  })
})

describe('the paragraphs of a letter', () => {
  it('end where a line ends early or the next one is indented', () => {
    expect(
      textsOf([
        placed(full('水').slice(2), 2, 0),
        placed('利工程。', 0, 1),
        placed(full('渠').slice(2), 2, 2),
        placed(full('坝').slice(2), 2, 3),
      ]),
    ).toEqual([`${full('水').slice(2)}利工程。`, full('渠').slice(2), full('坝').slice(2)])
  })

  it('go on where a number or a mark did not fit on the line', () => {
    const almost = full('水').slice(2, -2)
    expect(textsOf([placed(almost, 2, 0), placed('2025年完工。', 0, 1), placed(full('渠'), 0, 2)])).toEqual([
      `${almost}2025年完工。`,
      full('渠'),
    ])
    expect(
      textsOf([placed(full('水').slice(3), 2, 0), placed('利。', 0, 1), placed(full('渠'), 0, 2)]),
    ).toEqual([`${full('水').slice(3)}利。`, full('渠')])
  })

  it('end before a heading, however long the sentence above it is', () => {
    const leadIn = '您提出的提案收悉，现答复如下：'
    for (const heading of ['一、工作情况', '（二）下一步打算'])
      expect(textsOf([placed(leadIn, 2, 0), placed(heading, 2, 1), placed('已完成。', 2, 2)])).toEqual([
        leadIn,
        heading,
        '已完成。',
      ])
    // Numerals in the midst of a sentence are no headings.
    const listed = `${full('水').slice(3)}，`
    expect(textsOf([placed(listed, 2, 0), placed('三、四号渠。', 0, 1)])).toEqual([`${listed}三、四号渠。`])
  })

  it('end at a wide space and at another size', () => {
    const lines = [
      placed(full('水'), 0, 0),
      placed(full('渠'), 0, 1),
      placed(full('坝'), 0, 2),
      placed('河。', 0, 4),
    ]
    expect(textsOf(lines)).toEqual([full('水') + full('渠') + full('坝'), '河。'])
    const title = placed(full('题'), 0, 0, { size: 22 })
    expect(textsOf([title, placed(full('水'), 0, 2), placed('渠', 0, 3)])).toEqual([
      full('题'),
      `${full('水')}渠`,
    ])
  })

  it.each(['2', '- 2 -', '—2—', '— 2 —', '第 2 页 共 3 页', '2/3'])(
    'go on over the end of a page with the number %j',
    (number) => {
      expect(
        textsOf(
          [placed(full('水'), 0, 0), placed(number, 13, 1)],
          [placed('利。', 0, 0), placed(number, 13, 1)],
        ),
      ).toEqual([`${full('水')}利。`])
    },
  )

  it('are without what is printed at the head of every page', () => {
    const head = placed('青禾县水利局文件', 10, 0)
    const page = (text: string): PlacedText[] => [head, placed(full(text), 0, 1), placed(`${text}。`, 0, 2)]
    expect(textsOf(page('水'), page('渠'), page('坝'))).toEqual([
      `${full('水')}水。`,
      `${full('渠')}渠。`,
      `${full('坝')}坝。`,
    ])
    expect(textsOf(page('水'))).toEqual(['青禾县水利局文件', `${full('水')}水。`])
  })

  it('stand out where they are set in another font than the text', () => {
    const heading = placed('一、现状', 2, 0, { family: 'sans-serif' })
    const paragraphs = printedParagraphs([printedLines([heading, placed(full('水'), 0, 1)], 0)])
    expect(paragraphs.map(({ strong }) => strong)).toEqual([true, false])
  })

  it('have a space between words of Latin letters only', () => {
    const latin = (text: string, line: number): PlacedText => placed(text, 0, line, { width: FULL * SIZE })
    expect(textsOf([latin('machine', 0), latin('learning 2025', 1), latin('年', 2)])).toEqual([
      'machine learning 2025年',
    ])
  })

  it('are none on an empty page', () => {
    expect(textsOf([], [placed('1', 13, 0)])).toEqual([])
  })
})

it('the rows of a table are paragraphs of their own, however wide it is', () => {
  const row = (line: number, ...cells: string[]) => cells.map((cell, i) => placed(cell, i * 11, line))
  const wide = (line: number, place: string) => row(line, '902路', place, '12分钟一班')
  const gap = '\u3000'.repeat(8)
  expect(
    textsOf([...wide(0, '凤凰山站'), ...wide(1, '妇幼医院'), placed(full('修渠'), 0, 2)]).slice(0, 2),
  ).toEqual([
    `902路${'\u3000'.repeat(7)}凤凰山站${'\u3000'.repeat(7)}12分钟一班`,
    `902路${gap.slice(1)}妇幼医院${gap.slice(1)}12分钟一班`,
  ])
})

it('rows whose columns stand close to each other are known by those next to them', () => {
  const row = (line: number, ...cells: string[]) =>
    cells.map((cell, i) => placed(cell, i * 6, line, { width: 5 * SIZE }))
  const cellsOf = (...page: PlacedText[]) =>
    printedParagraphs([printedLines(page, 0)]).map(({ cells }) => cells)
  const rows = [
    ...row(0, '柳溪路一段', '青禾大道站', '12分钟一班'),
    ...row(1, '柳溪路二段', '青禾北路站', '20分钟一班'),
  ]
  expect(cellsOf(...rows, placed('青禾县水利局', 0, 2))).toEqual([
    ['柳溪路一段', '青禾大道站', '12分钟一班'],
    ['柳溪路二段', '青禾北路站', '20分钟一班'],
    [],
  ])
  expect(cellsOf(...row(0, '青禾县水利', '青禾县教育', '青禾县财政'))).toEqual([[]])
})

it('cells that stand closer than words are told where another column stands apart and the next row has as many', () => {
  const row = (line: number, place: string, kind: string, cost: string, state: string) => [
    placed(place, 0, line),
    placed(`${kind} ${cost}`, 3.4, line, { width: (2.5 + cost.length / 2) * SIZE }),
    placed(state, 12, line),
  ]
  const rows = [
    ...row(0, '青禾港', '一级', '4,850', '主体完工'),
    ...row(1, '柳溪港', '二级', '316.8', '正在论证'),
    ...row(2, '云桥港', '三级', '', '正在论证'),
  ]
  const paragraphs = printedParagraphs([printedLines(rows, 0)])
  expect(paragraphs.map(({ cells }) => cells)).toEqual([
    ['青禾港', '一级', '4,850', '主体完工'],
    ['柳溪港', '二级', '316.8', '正在论证'],
    [],
  ])
})
