import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api.js'
import { type PlacedText, type PrintedLine, printedLines } from './pdf-lines.js'
import { printedParagraphs } from './pdf-paragraphs.js'
import { withoutRadicals } from './radicals.js'

/** The longest letters have some 20 pages. */
const MOST_PAGES = 500

/** The share of characters without a meaning, such as those of a private font, that no readable text has. */
const MOST_UNKNOWN = 0.1
const UNKNOWN = /[\ufffd\p{Co}\p{Cc}\p{Cn}]/gu

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** The text of a PDF file as HTML, and the numbers of its pages that are images without text. */
export interface PdfText {
  html: string
  scanned: number[]
}

/** The text, or what is wrong with the file. */
export type PdfAnswer = PdfText | { problem: string; scanned?: true }

/**
 * Reads the text of a PDF file as HTML: printed lines are put together to paragraphs, over the ends of pages and without
 * page numbers; what is set in another font than the text, as headings are, is strong.
 */
export async function readPdfText(bytes: Uint8Array, pdfjs: Pdfjs): Promise<PdfAnswer> {
  const task = pdfjs.getDocument({ ...settings(), data: bytes })
  try {
    return await readPages(await task.promise, pdfjs)
  } catch (error) {
    const { name, message } = error as Error
    return {
      problem:
        name === 'PasswordException'
          ? 'the PDF file is encrypted with a password. Save it without one.'
          : `the file cannot be read as PDF (${message}). Save or download it anew.`,
    }
  } finally {
    await task.destroy()
  }
}

/** Fonts that a file names without bringing them, as many Chinese ones do, are read by the maps of the package. */
function settings(): DocumentInitParameters {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return {
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    wasmUrl: join(folder, 'wasm') + sep,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  }
}

async function readPages(document: PDFDocumentProxy, pdfjs: Pdfjs): Promise<PdfAnswer> {
  const { numPages } = document
  if (numPages > MOST_PAGES) {
    return {
      problem: `the file has ${numPages} pages; at most ${MOST_PAGES} are read. A letter has some 10: is this one?`,
    }
  }
  const pages: PrintedLine[][] = []
  const scanned: number[] = []
  for (let number = 1; number <= numPages; number++) {
    const page = await document.getPage(number)
    const lines = printedLines(await readTexts(page), number - 1)
    pages.push(lines)
    if (lines.length === 0 && (await hasImages(page, pdfjs))) scanned.push(number)
    page.cleanup()
  }
  return refusal(pages, scanned) ?? { html: htmlOf(pages), scanned }
}

async function readTexts(page: PDFPageProxy): Promise<PlacedText[]> {
  const viewport = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, c, d, x, y] = product(viewport.transform, item.transform)
    const size = Math.hypot(c, d)
    // What stands askew is a watermark.
    if (size === 0 || Math.abs(b) > Math.abs(a) / 10) return []
    return {
      text: withoutRadicals(item.str),
      x,
      y: viewport.height - y,
      width: item.width,
      size,
      family: styles[item.fontName]?.fontFamily ?? '',
    }
  })
}

type Matrix = [a: number, b: number, c: number, d: number, x: number, y: number]

/** Of two matrices as PDF writes them. */
function product(m: number[], n: number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = m
  const [na = 1, nb = 0, nc = 0, nd = 1, nx = 0, ny = 0] = n
  return [
    a * na + c * nb,
    b * na + d * nb,
    a * nc + c * nd,
    b * nc + d * nd,
    a * nx + c * ny + x,
    b * nx + d * ny + y,
  ]
}

async function hasImages(page: PDFPageProxy, { OPS }: Pdfjs): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  const paints: number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]
  return fnArray.some((operation) => paints.includes(operation))
}

function refusal(pages: readonly PrintedLine[][], scanned: readonly number[]): PdfAnswer | undefined {
  const text = pages.flatMap((lines) => lines.map(({ text }) => text)).join('')
  if (text === '' && scanned.length === 0) {
    return {
      problem: 'there is neither text nor an image in the PDF file: it is empty, drawn in lines, or damaged.',
    }
  }
  if (text === '') {
    return {
      problem: `the PDF file is scanned: its pages (${pages.length}) are images without a text layer. Let a program for text recognition (OCR) add one.`,
      scanned: true,
    }
  }
  if ((text.match(UNKNOWN)?.length ?? 0) <= text.length * MOST_UNKNOWN) return undefined
  return {
    problem:
      'the fonts of the PDF file do not say which characters they show. Let a program for text recognition (OCR) read it.',
  }
}

function htmlOf(pages: readonly PrintedLine[][]): string {
  return printedParagraphs(pages)
    .map(({ text, strong, cells }) => {
      if (cells.length > 0) return rowOf(cells)
      return strong ? `<p><strong>${escaped(text)}</strong></p>\n` : `<p>${escaped(text)}</p>\n`
    })
    .join('')
}

function rowOf(cells: readonly string[]): string {
  return `<table><tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr></table>\n`
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]!)
}
