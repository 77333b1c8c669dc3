import fc from 'fast-check'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { htmlLines } from '../../../src/reply/lines/html-lines.js'
import { joinLines, type Lines, offsetAt, sliceLine, spanOf } from '../../../src/reply/lines/line.js'
import { markdownLines } from '../../../src/reply/lines/markdown-lines.js'
import { textLines } from '../../../src/reply/lines/text-lines.js'
import { lineOf } from '../../helpers/lines.js'

const markdown = unified().use(markdownLines).freeze()
const html = unified().use(rehypeParse).use(htmlLines).freeze()
const text = unified().use(textLines).freeze()

const linesOfMarkdown = (document: string) => (markdown.parse(document) as unknown as Lines).children
const linesOfHtml = (document: string) =>
  (html.runSync(html.parse(document), { value: document }) as unknown as Lines).children
const linesOfText = (document: string) => (text.parse(document) as unknown as Lines).children

describe('textLines', () => {
  test('trims lines, leaves out empty ones, and keeps where each starts', () => {
    const document = '\u3000\u3000沈一禾委员： \n\n  您好\u200b'
    const lines = linesOfText(document)
    expect(lines.map((line) => line.text)).toEqual(['沈一禾委员：', '您好'])
    for (const line of lines) expect(document.startsWith(line.text, offsetAt(line, 0))).toBe(true)
  })
})

describe('markdownLines', () => {
  test('writes a power in HTML as one, and the mark of a footnote in brackets', () => {
    const [line] = linesOfMarkdown('1250m<sup>2</sup>，10<sup>4</sup>帕，900<sup>1</sup>万元')
    expect(line?.text).toBe('1250m²，10⁴帕，900[1]万元')
  })

  test('reads text, headings and bold as the Markdown parser does', () => {
    const word = fc.constantFrom(
      ...[
        '**',
        '**',
        '甲乙',
        '丙。',
        '“丁”',
        'ab',
        '：',
        ' ',
        '\n',
        '\n\n',
        '# ',
        '## ',
        '  ',
        '1. ',
        '---',
        '*',
        '_',
        '|',
        '#',
      ],
      ...[
        '**一是修渠。**',
        '**修渠**',
        '[2025]',
        '![',
        '](x)',
        '`',
        '&amp;',
        '\\',
        'http://example.com/',
        '<br>',
        '\t',
        '\u3000',
      ],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 24 }), (words) => {
        const document = words.join('')
        // Code between fences makes the parser read all of the document.
        const all = linesOfMarkdown(`${document}\n\n\`\`\`\n终\n\`\`\``)
        expect(linesOfMarkdown(document)).toEqual(all.slice(0, -1))
      }),
      { numRuns: 1_000, examples: [[['#', '#', '**一是修渠。**']]] },
    )
  })

  const texts = (document: string) => linesOfMarkdown(document).map((line) => line.text)

  test('keeps numbers, indents and dashes that letters print themselves', () => {
    expect(texts('1. 修渠\n2. 筑坝\n\n    缩进\n\n- 2 -\n\n甲\n---\n')).toEqual([
      '1. 修渠',
      '2. 筑坝',
      '缩进',
      '- 2 -',
      '甲',
    ])
  })

  test('removes marks and keeps what they mark', () => {
    expect(texts('## 标题\n\n实施*先投*后股[办法](https://example.com)\\*`码`<u>内</u>&amp;')).toEqual([
      '标题',
      '实施先投后股办法*码内&',
    ])
  })

  test('removes the marks of footnotes that stand in the document, and keeps the notes', () => {
    expect(texts('补助320元[^1]，见[^2]。\n\n[^1]: 由区财政承担[^1]。')).toEqual([
      '补助320元，见[^2]。',
      '由区财政承担。',
    ])
  })

  test('says how far a line is bold from its start', () => {
    const bold = (document: string) =>
      linesOfMarkdown(document).map(({ text, strong }) => text.slice(0, strong))
    expect(bold('**一是修渠** 。已开工\n\n# 标题\n\n已**开工**')).toEqual(['一是修渠', '标题', ''])
  })

  test('closes bold where Han follows its full stop at once', () => {
    expect(linesOfMarkdown('**一是修渠。**已开工。**二是筑坝。**未开工')).toEqual([
      {
        printed: '一是修渠。已开工。二是筑坝。未开工',
        text: '一是修渠。已开工。二是筑坝。未开工',
        pieces: [
          { at: 0, offset: 2 },
          { at: 5, offset: 9 },
          { at: 9, offset: 15 },
          { at: 14, offset: 22 },
        ],
        strong: 5,
      },
    ])
  })

  test('keeps the asterisks of masked names and phones', () => {
    expect(texts('刘**、李**委员：\n\n电话：1*******000')).toEqual(['刘**、李**委员：', '电话：1*******000'])
  })

  test('breaks lines at <br>, hard breaks and rows of tables', () => {
    expect(texts('甲<br>乙  \n丙\n\n| 文号 | 无 |\n|---|---|\n| 日期 | 无 |')).toEqual([
      '甲',
      '乙',
      '丙',
      '文号\t无',
      '日期\t无',
    ])
  })
})

test('tabs part the cells of a Markdown table', () => {
  const [head, row] = linesOfMarkdown('| 乡镇 | 水库（座） |\n| --- | --- |\n| 云桥乡 | 4 |')
  expect([head?.text, row?.text]).toEqual(['乡镇\t水库（座）', '云桥乡\t4'])
})

test('signs that lack their space head a line of Markdown', () => {
  const lines = linesOfMarkdown('##一、道路养护\n\n#二、排水系统\n\n#3号楼已加装电梯。')
  expect(lines.map(({ text, strong }) => [text, strong])).toEqual([
    ['一、道路养护', 6],
    ['二、排水系统', 6],
    ['#3号楼已加装电梯。', 0],
  ])
})

test('no line is one that is drawn', () => {
  expect(linesOfText('甲\n----\n——————\n=====\n乙').map(({ text }) => text)).toEqual(['甲', '乙'])
})

test('no text of HTML is what was deleted, or tells how a character is read', () => {
  const page = '<p>养\u00ad护<del>百</del>千米，<ruby>窨<rp>(</rp><rt>yìn</rt><rp>)</rp></ruby>井</p>'
  expect(linesOfHtml(page).map(({ text }) => text)).toEqual(['养护千米，窨井'])
})

test('no line is the sign between two paragraphs of a quotation, or the anchor of a heading', () => {
  const lines = linesOfMarkdown('## 一、总体情况 {#a}\n\n> 甲\n>\n> 乙 {#b}')
  expect(lines.map(({ text }) => text)).toEqual(['一、总体情况', '甲', '乙 {#b}'])
})

test('a cell of a Markdown table whose lines are parted by <br> has lines of its own', () => {
  const table = '| 编号 | 答复内容 |\n| --- | --- |\n| 12 | 沈一禾委员：<br>您提出的提案收悉。 |'
  expect(linesOfMarkdown(table).map(({ text }) => text)).toEqual([
    '编号\t答复内容',
    '12',
    '沈一禾委员：',
    '您提出的提案收悉。',
  ])
})

describe('htmlLines', () => {
  test('writes a power as one, and the mark of a footnote in brackets', () => {
    const texts = (document: string) => linesOfHtml(document).map((line) => line.text)
    expect(texts('<p>1250m<sup>2</sup>，10<sup>4</sup>帕，5×10<sup>-3</sup>，6米<sup>3</sup></p>')).toEqual([
      '1250m²，10⁴帕，5×10⁻³，6米³',
    ])
    expect(texts('<p>900<sup>1</sup>万元，CO<sub>2</sub>，1<sup>st</sup>，12%<sup>②</sup></p>')).toEqual([
      '900[1]万元，CO2，1st，12%②',
    ])
    const document = '<p>10<sup><a href="#n3">3</a></sup>家<a href="#_ftn12"><sup>12</sup></a>。</p>'
    const [line] = linesOfHtml(document)
    expect(line?.text).toBe('10[3]家[12]。')
    for (const sign of ['3', '家', '12', '。']) {
      const at = offsetAt(line!, line!.text.indexOf(sign))
      expect(document.startsWith(sign, at)).toBe(true)
    }
    expect(texts('<p>126种<sup>[1]</sup>，4<span style="vertical-align: super">2</span></p>')).toEqual([
      '126种[1]，4²',
    ])
  })

  const texts = (document: string) => linesOfHtml(document).map((line) => line.text)

  test('breaks lines where a browser does', () => {
    expect(texts('<p>甲<span>乙</span>\n丙<br>丁</p><div>戊<ul><li>己</ul></div>')).toEqual([
      '甲乙 丙',
      '丁',
      '戊',
      '己',
    ])
  })

  test('leaves out what a reader of the page does not see', () => {
    expect(
      texts(
        '<head><title>题</title></head><script>1</script><nav>首页</nav><p hidden>乙</p><p style="display: none">丙</p>甲',
      ),
    ).toEqual(['甲'])
  })

  test('keeps the lines of a text that is set as it was typed', () => {
    expect(texts('<pre>甲\n  乙</pre><p style="white-space: pre-wrap">丙\n丁</p><p>戊\n己</p>')).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
      '戊 己',
    ])
  })

  test('keeps a row of data on one line and gives the blocks of a layout their own', () => {
    expect(
      texts('<table><tr><td>文号</td><td>无</td></tr><tr><td><p>甲</p><p>乙</p></td></tr></table>'),
    ).toEqual(['文号\t无', '甲', '乙'])
  })

  test.each([
    ['<tr><td><p>学校</p></td><td>\n<p>540</p>\n</td></tr>', [['学校\t540', 'row']]],
    ['<tr><td><p>实验</p><p>小学</p></td><td><p>540</p></td></tr>', [['实验 小学\t540', 'row']]],
    ['<tr><td>实验<br>小学</td><td>540</td></tr>', [['实验 小学\t540', 'row']]],
    ['<tr><td></td><td><p>540</p></td></tr>', [['540', 'cell']]],
    ['<tr><td>540</td></tr>', [['540', 'cell']]],
  ])('says of a line what it is of its table: %s', (row, expected) => {
    const lines = linesOfHtml(`<table>${row}</table>`)
    expect(lines.map(({ text, table }) => [text, table])).toEqual(expected)
  })

  test('sets no letter that stands in a row beside something else on one line', () => {
    const letter = '<p>沈一禾委员：</p><p>您提出的提案收悉。</p>'
    expect(texts(`<table><tr><td><p>首页</p></td><td>${letter}</td></tr></table>`)).toEqual([
      '首页',
      '沈一禾委员：',
      '您提出的提案收悉。',
    ])
    const end = '<td><p>青禾县水利局</p><p>2023年6月5日</p></td>'
    expect(texts(`<table><tr><td><p>540</p></td>${end}</tr></table>`)).toEqual([
      '540',
      '青禾县水利局',
      '2023年6月5日',
    ])
    expect(
      texts(`<table><tr><td>540</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>`),
    ).toEqual(['540', '甲\t乙'])
  })

  test('knows bold by element and by style', () => {
    const lines = linesOfHtml('<p><b>甲</b>乙</p><p><span style="font-weight:700">丙</span>丁</p><h2>戊</h2>')
    expect(lines.map(({ strong }) => strong)).toEqual([1, 1, 1])
  })
})

test('joins lines with a space only between Latin letters or digits', () => {
  expect(joinLines([lineOf('工业软件、'), lineOf('人工智能')]).text).toBe('工业软件、人工智能')
  expect(joinLines([lineOf('TRIZ'), lineOf('method')]).text).toBe('TRIZ method')
  expect(joinLines([lineOf('甲', 1), lineOf('乙丙', 1)])).toMatchObject({ text: '甲乙丙', strong: 2 })
  expect(joinLines([lineOf('甲乙', 1), lineOf('丙', 1)]).strong).toBe(1)
})

test('slices a line without the white space at its ends', () => {
  const slice = sliceLine({ ...lineOf('甲乙 丙丁', 4), pieces: [{ at: 0, offset: 10 }] }, 2, 5)
  expect(slice).toEqual({ printed: '丙丁', text: '丙丁', pieces: [{ at: 0, offset: 13 }], strong: 1 })
})

test.each([
  ['text', linesOfText, '\u3000\u3000沈\u200b一禾委员： \n\n 您好'],
  [
    'Markdown',
    linesOfMarkdown,
    '**沈一禾**委员：  您\\*提&amp;出\n   的《修渠》\n\n# 标题\n\n甲。**乙。**丙',
  ],
  ['HTML', linesOfHtml, '<p>&nbsp;沈&nbsp;一<b>禾</b>\n  委员&#65306;</p>&copy;您好<br>甲 &lt; 乙'],
])('knows where each character of %s stands', (_, linesOf, document) => {
  for (const line of linesOf(document)) {
    for (const [i, character] of [...line.printed].entries()) {
      const { start, end } = spanOf(line, i, i + 1)
      const there = document.slice(start, end)
      expect(/[&\s]/.test(there) ? character : there).toBe(character)
    }
  }
})

test('reads Traditional words and full-width letters as the grammar spells them, and keeps what is printed', () => {
  const [line] = linesOfText('（Ａ類）關於縣政協第４５號提案的答覆︰')
  expect(line?.text).toBe('（A类）关于县政协第45号提案的答复：')
  expect(line?.printed).toBe('（Ａ類）關於縣政協第４５號提案的答覆︰')
})
