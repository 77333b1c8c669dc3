import { zip } from '../../src/node/readers/zip.js'

export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word file with nothing but what is needed, by its paragraphs in WordprocessingML. */
export function wordFile(body: string, parts: Record<string, string> = {}): Buffer {
  const relations = (...targets: [type: string, target: string][]): string =>
    `<Relationships xmlns="${PACKAGE}/relationships">${targets.map(
      ([type, target], i) => `<Relationship Id="r${i}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    )}</Relationships>`
  const own = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/document.xml': `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations(['numbering', 'numbering.xml']),
    ...parts,
  }
  return zip(new Map(Object.entries(own).map(([path, text]) => [path, Buffer.from(text)])))
}

/** A paragraph in WordprocessingML. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${wordRun(text)}</w:p>`
}

export function wordRun(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r>`
}

/** In points: an A4 page as letters are printed, 28 characters of 三号 a line and 22 lines a page. */
const PAGE = { width: 595, height: 842, left: 73, top: 100, size: 16, pitch: 29, characters: 28, lines: 22 }

/**
 * A PDF file of a letter as an office prints it: lines of the head stand apart, and below the salutation paragraphs are
 * indented by two characters; what is longer than a line is wrapped.
 */
export function printedFile(letter: string): Buffer {
  const lines: { text: string; indent: number }[] = []
  let isBody = false
  for (const text of letter.split('\n')) {
    if (text.trim() === '') continue
    const indent = isBody ? 2 : 0
    wrapped(text.trim(), indent).forEach((line, i) => {
      lines.push({ text: line, indent: i === 0 ? indent : 0 })
    })
    if (!isBody) lines.push({ text: '', indent: 0 })
    isBody ||= /[：:]$/.test(text)
  }
  const pages: string[] = []
  for (let first = 0; first < lines.length; first += PAGE.lines) {
    const shown = lines.slice(first, first + PAGE.lines).map(({ text, indent }, i) => {
      const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
      const y = PAGE.height - PAGE.top - i * PAGE.pitch
      return `1 0 0 1 ${PAGE.left + indent * PAGE.size} ${y} Tm <${hex}> Tj`
    })
    pages.push(`BT /F ${PAGE.size} Tf ${shown.join('\n')} ET`)
  }
  return pdfFile(pages)
}

/** Lines of a paragraph, of which ASCII characters take half the width of others. */
function wrapped(text: string, indent: number): string[] {
  const lines = ['']
  let room = PAGE.characters - indent
  for (const character of text) {
    const width = character < '\x7f' ? 0.5 : 1
    if (room < width) {
      lines.push('')
      room = PAGE.characters
    }
    lines[lines.length - 1] += character
    room -= width
  }
  return lines
}

/** A PDF file of pages by their contents, in a font that it names and does not bring. */
export function pdfFile(pages: readonly string[]): Buffer {
  const font = 5
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${font + 1 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 3 0 R /DW 1000 /W [1 95 500 814 939 500] >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    ...pages.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${font + 2 + 2 * i} 0 R /Resources << /Font << /F ${font} 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n`, 'latin1')
}
