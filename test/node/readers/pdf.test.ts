import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { DocumentReadError, ScannedDocumentError } from '../../../src/node/errors.js'
import { readPdf } from '../../../src/node/readers/pdf.js'

const LETTER = [
  '关于县政协十届三次会议第045号提案的答复',
  '沈一禾委员：',
  '您提出的《关于修渠的建议》收悉，现答复如下：',
  '柳溪渠已列入计划。',
  '青禾县水利局',
  '2023年6月5日',
]

const fixture = (name: string): Promise<Buffer> => readFile(`test/fixtures/documents/${name}.pdf`)

async function failure(bytes: Uint8Array, longest?: number): Promise<Error> {
  return readPdf(bytes, 'letter.pdf', longest).then(
    () => expect.fail('It was read.'),
    (error: Error) => error,
  )
}

/** A PDF file of one page, by its content. */
function pdf(content: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.7\n${body}trailer << /Size 5 /Root 1 0 R >>\n`, 'latin1')
}

describe('a PDF file', () => {
  it('gives its text, by fonts that it names and does not bring', async () => {
    const { html } = await readPdf(await fixture('restricted'), 'letter.pdf')
    expect(html).toBe(LETTER.map((line) => `<p>${line}</p>\n`).join(''))
  })

  it('is refused where all of it is scanned', async () => {
    const whole = await failure(await fixture('scanned'))
    expect(whole).toBeInstanceOf(ScannedDocumentError)
    expect(whole.message).toMatch(/^letter\.pdf: .*scanned: its pages \(2\) are images.*OCR/)
  })

  it('gives the pages that have text, and which have none', async () => {
    const { html, scanned } = await readPdf(await fixture('half-scanned'), 'letter.pdf')
    expect(scanned).toEqual([2])
    expect(html).not.toBe('')
  })

  it('is not called scanned where there is no image in it', async () => {
    const error = await failure(pdf('0 0 m 100 100 l S'))
    expect(error).not.toBeInstanceOf(ScannedDocumentError)
    expect(error.message).toContain('neither text nor an image')
  })

  it('is refused where it has a password', async () => {
    const error = await failure(await fixture('password'))
    expect(error).toBeInstanceOf(DocumentReadError)
    expect(error.message).toContain('encrypted with a password')
  })

  it.each([
    ['is empty', Buffer.alloc(0)],
    ['is a page that says no', Buffer.from('<html>404</html>')],
    ['is nothing behind its first line', Buffer.from('%PDF-1.7\n')],
  ])('is refused where it %s', async (_, bytes) => {
    const error = await failure(bytes)
    expect(error).toBeInstanceOf(DocumentReadError)
    expect(error.message).toMatch(/^letter\.pdf: the file cannot be read as PDF \(.+\)\./)
  })

  it('is refused where it takes too long, and the next one is read', async () => {
    const error = await failure(pdf('q Q\n'.repeat(2_000_000)), 100)
    expect(error).toBeInstanceOf(DocumentReadError)
    expect(error.message).toContain('it takes more than 0.1 seconds')
    const { html } = await readPdf(await fixture('restricted'), 'letter.pdf')
    expect(html).toContain('柳溪渠已列入计划。')
  })

  it('is read beside others', async () => {
    const bytes = await fixture('restricted')
    const all = await Promise.all([1, 2, 3].map(() => readPdf(bytes, 'letter.pdf')))
    expect(new Set(all.map(({ html }) => html)).size).toBe(1)
  })
})
