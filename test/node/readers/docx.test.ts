import { describe, expect, it } from 'vitest'
import { DocumentReadError } from '../../../src/node/errors.js'
import { readDocx } from '../../../src/node/readers/docx.js'
import { zip } from '../../../src/node/readers/zip.js'
import {
  wordFile as docx,
  wordParagraph as paragraph,
  wordRun as text,
  WORD,
} from '../../helpers/office-files.js'

const listed = (content: string, list: number, level = 0): string =>
  paragraph(
    content,
    `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr><w:jc w:val="left"/>`,
  )

const level = (index: number, format: string, sample: string, start = 1): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${sample}"/></w:lvl>`
const numbering = (levels: string): Record<string, string> => ({
  'word/numbering.xml': `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`,
})

/** The lines of the HTML, without their tags. */
async function linesOf(document: Buffer): Promise<string[]> {
  const html = await readDocx(document, 'letter.docx')
  return html
    .split('\n')
    .map((line) => line.replace(/<[^>]+>/g, ''))
    .filter((line) => line !== '')
}

describe('a Word document', () => {
  it('gives its paragraphs, wide gaps and bold, without deleted text', async () => {
    const deleted = '<w:del><w:r><w:delText>删去</w:delText></w:r></w:del>'
    const bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>一、工作情况</w:t></w:r>'
    const document = docx(
      `${paragraph('青财函〔2019〕6号    B类')}<w:p>${deleted}${text('留下')}</w:p><w:p>${bold}</w:p>`,
    )
    expect(await readDocx(document, 'letter.docx')).toBe(
      '<p>青财函〔2019〕6号\u00a0\u00a0\u00a0\u00a0B类</p>\n<p>留下</p>\n<p><strong>一、工作情况</strong></p>\n',
    )
  })

  it('gives its footnotes with the marks that stand in the text', async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const note = (id: number, content: string) =>
      `<w:footnote w:id="${id}">${paragraph(content)}</w:footnote>`
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes'
    const document = docx(
      `<w:p>${text('占17%')}${reference(3)}${text('，缺口2318个')}${reference(2)}</w:p>`,
      {
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="${type}" Target="footnotes.xml"/></Relationships>`,
        'word/footnotes.xml': `<w:footnotes ${WORD}>${note(2, '县统计局年鉴。')}${note(3, '2023年末。')}</w:footnotes>`,
      },
    )
    expect(await linesOf(document)).toEqual([
      '占17%[1]，缺口2318个[2]',
      '[1] 2023年末。',
      '[2] 县统计局年鉴。',
    ])
  })

  it('gives the numbers of its lists, of every level', async () => {
    const levels =
      level(0, 'chineseCountingThousand', '%1、') +
      level(1, 'chineseCounting', '（%2）') +
      level(2, 'decimal', '%3.')
    const body = [
      listed('甲', 1),
      listed('乙', 1, 1),
      listed('丙', 1, 1),
      listed('丁', 1, 2),
      paragraph('戊'),
      listed('己', 1),
      listed('庚', 1, 1),
    ]
    expect(await linesOf(docx(body.join(''), numbering(levels)))).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '1.丁',
      '戊',
      '二、己',
      '（一）庚',
    ])
  })

  it('counts above ten, from where a list starts, and in other signs', async () => {
    const many = Array.from({ length: 21 }, () => listed('项', 1)).join('')
    const lines = await linesOf(docx(many, numbering(level(0, 'japaneseCounting', '第%1，'))))
    expect([lines[9], lines[10], lines[19], lines[20]]).toEqual([
      '第十，项',
      '第十一，项',
      '第二十，项',
      '第二十一，项',
    ])
    const circled = numbering(level(0, 'decimalEnclosedCircleChinese', '%1'))
    expect(await linesOf(docx(listed('甲', 1) + listed('乙', 2), circled))).toEqual(['①甲', '⑤乙'])
    expect(await linesOf(docx(listed('甲', 1), numbering(level(0, 'bullet', '●'))))).toEqual(['甲'])
  })

  it('gives the number that a style brings', async () => {
    const styles = `<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
    const document = docx(paragraph('现状', '<w:pStyle w:val="H1"/>'), {
      ...numbering(level(0, 'chineseCounting', '%1、')),
      'word/styles.xml': styles,
    })
    expect(await linesOf(document)).toEqual(['一、现状'])
  })

  it.each([
    ['is empty', Buffer.alloc(0), /cannot be read as a Word document \(it is no ZIP archive/],
    ['is a page that says no', Buffer.from('<html>404</html>'), /no ZIP archive/],
    ['is another archive', zip(new Map([['a.xml', Buffer.from('<a/>')]])), /no part word\/document\.xml/],
    ['is encrypted, or from Word 97', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /encrypted.*DOC/],
    [
      'has damaged XML',
      docx('<w:p>', numbering('')),
      /letter\.docx: the file cannot be read as a Word document/,
    ],
    ['declares entities', docx('&lol;', numbering('')), /cannot be read/],
  ])('is refused where it %s', async (_, document, message) => {
    const error = await readDocx(document, 'letter.docx').catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(DocumentReadError)
    expect((error as Error).message).toMatch(message)
  })
})
