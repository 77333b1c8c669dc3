import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { htmlLines } from '../../../src/reply/lines/html-lines.js'
import { joinLines, type Lines, sliceLine } from '../../../src/reply/lines/line.js'
import { lettersAsMarkdown, markdownLines } from '../../../src/reply/lines/markdown-lines.js'
import { textLines } from '../../../src/reply/lines/text-lines.js'

const markdown = unified().use(remarkParse).use(remarkGfm).use(lettersAsMarkdown).use(markdownLines).freeze()
const html = unified().use(rehypeParse).use(htmlLines).freeze()
const text = unified().use(textLines).freeze()

const linesOfMarkdown = (document: string) => (markdown.runSync(markdown.parse(document)) as Lines).children
const linesOfHtml = (document: string) => (html.runSync(html.parse(document)) as unknown as Lines).children
const linesOfText = (document: string) => (text.parse(document) as unknown as Lines).children

describe('textLines', () => {
  test('trims lines, leaves out empty ones, and keeps where each starts', () => {
    const document = '\u3000\u3000沈一禾委员： \n\n  您好\u200b'
    const lines = linesOfText(document)
    expect(lines.map((line) => line.text)).toEqual(['沈一禾委员：', '您好'])
    for (const line of lines) expect(document.startsWith(line.text, line.offset)).toBe(true)
  })
})

describe('markdownLines', () => {
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

  test('says how far a line is bold from its start', () => {
    const bold = (document: string) =>
      linesOfMarkdown(document).map(({ text, strong }) => text.slice(0, strong))
    expect(bold('**一是修渠** 。已开工\n\n# 标题\n\n已**开工**')).toEqual(['一是修渠', '标题', ''])
  })

  test('closes bold where Han follows its full stop at once', () => {
    expect(linesOfMarkdown('**一是修渠。**已开工。**二是筑坝。**未开工')).toEqual([
      { text: '一是修渠。已开工。二是筑坝。未开工', offset: 0, strong: 5 },
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
      '文号 无',
      '日期 无',
    ])
  })
})

describe('htmlLines', () => {
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

  test('keeps a row of data on one line and gives the blocks of a layout their own', () => {
    expect(
      texts('<table><tr><td>文号</td><td>无</td></tr><tr><td><p>甲</p><p>乙</p></td></tr></table>'),
    ).toEqual(['文号 无', '甲', '乙'])
  })

  test('knows bold by element and by style', () => {
    const lines = linesOfHtml('<p><b>甲</b>乙</p><p><span style="font-weight:700">丙</span>丁</p><h2>戊</h2>')
    expect(lines.map(({ strong }) => strong)).toEqual([1, 1, 1])
  })
})

test('joins lines with a space only between Latin letters or digits', () => {
  const line = (content: string, strong = 0) => ({ text: content, offset: 0, strong })
  expect(joinLines([line('工业软件、'), line('人工智能')]).text).toBe('工业软件、人工智能')
  expect(joinLines([line('TRIZ'), line('method')]).text).toBe('TRIZ method')
  expect(joinLines([line('甲', 1), line('乙丙', 1)])).toEqual(line('甲乙丙', 2))
  expect(joinLines([line('甲乙', 1), line('丙', 1)]).strong).toBe(1)
})

test('slices a line without the white space at its ends', () => {
  expect(sliceLine({ text: '甲乙 丙丁', offset: 10, strong: 4 }, 2, 5)).toEqual({
    text: '丙丁',
    offset: 13,
    strong: 1,
  })
})
