import type { Nodes, TableCell, TableRow } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { aligned } from './aligned.js'
import { columnsOf, kindOfCells } from './data-rows.js'
import { withoutFootnoteMarks } from './footnotes.js'
import { readFrontMatter } from './front-matter.js'
import { keepParts, type Line, type Lines, sliceLine, type TablePart } from './line.js'
import { LineWriter } from './line-writer.js'
import { markdownBlocks, writePlainBlock } from './markdown-blocks.js'

/**
 * Letters number and indent their paragraphs themselves: `1.`, `- 2 -` and four spaces are text in them, not
 * lists or code. Without these constructs Markdown also parses in linear time.
 */
const NOT_IN_LETTERS = ['blockQuote', 'codeIndented', 'definition', 'htmlFlow', 'list', 'setextUnderline']

/** unified plugin: adds the tables of GFM, and keeps remark from reading the numbering of a letter as markup. */
function lettersAsMarkdown(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [gfmTable(), { disable: { null: NOT_IN_LETTERS } }]
  data.fromMarkdownExtensions = [gfmTableFromMarkdown()]
}

/** What parts the paragraphs of a quotation. */
const EMPTY_QUOTE = /^>[>\s]*$/
const RAISED = /^<sup\b/i
const LOWERED = /^<\/sup\b/i

const remark = unified().use(remarkParse).use(lettersAsMarkdown).freeze()

/** unified plugin: reads Markdown, with remark where there is markup beyond headings and paragraphs in bold. */
export function markdownLines(this: Processor): void {
  this.parser = (document) => {
    const writer = new LineWriter()
    const { head, end } = readFrontMatter(document)
    for (const { text, offset, isMarkedUp } of markdownBlocks(' '.repeat(end) + document.slice(end))) {
      if (isMarkedUp) write(remark.parse(text), writer, { text, offset }, false)
      else writePlainBlock(text, offset, writer)
    }
    writer.endLine()
    const lines = writer.lines.filter(({ text }) => !EMPTY_QUOTE.test(text))
    const children = withoutFootnoteMarks(
      lines.map(withoutBullet).map(closeStrong).map(withoutSigns).map(withoutAnchor),
    )
    return { type: 'lines', children, ...(head && { head }) } satisfies Lines
  }
}

/** What remark was given, and where it stands in the document. */
interface Source {
  text: string
  offset: number
}

function write(node: Nodes, writer: LineWriter, source: Source, strong: boolean): void {
  const start = node.position?.start.offset ?? 0
  const offset = source.offset + start
  switch (node.type) {
    case 'html':
      if (isBreak(node)) writer.endLine()
      break
    case 'break':
      writer.endLine()
      break
    case 'text':
      for (const run of aligned(node.value, source.text, start)) {
        writer.write(run.text, source.offset + run.offset, strong)
      }
      break
    case 'inlineCode':
    case 'code':
      writer.write(node.value, offset + Math.max(source.text.indexOf(node.value, start) - start, 0), strong)
      break
    case 'table': {
      const columns = columnsOf(node.children.map(cellsOf))
      for (const row of node.children) writeRow(row, kindOfCells(cellsOf(row), columns), writer, source)
      break
    }
    case 'root':
    case 'emphasis':
    case 'link':
      writeChildren(node.children, writer, source, strong)
      break
    case 'strong':
      writeChildren(node.children, writer, source, true)
      break
    case 'heading':
    case 'paragraph':
      writer.endLine()
      writeChildren(node.children, writer, source, node.type === 'heading')
      writer.endLine()
      break
  }
}

/** A row of data is one line; the lines of a cell that holds a letter, or a part of one, are lines of it. */
function writeRow(row: TableRow, part: TablePart | undefined, writer: LineWriter, source: Source): void {
  writer.endLine()
  for (const { children, position } of row.children) {
    const end = source.offset + (position?.end.offset ?? 0)
    let from = 0
    for (const [at, child] of [...children.entries(), [children.length, undefined] as const]) {
      if (child && !isBreak(child)) continue
      writeChildren(children.slice(from, at), writer, source, false)
      from = at + 1
      if (child && part === 'row') writer.endWord(end)
      else if (part === undefined) writer.endLine()
    }
    writer.write('\t', end)
  }
  writer.endLine(part)
}

/** The lines of the cells of a row that have text. */
function cellsOf({ children }: TableRow): string[][] {
  return children.map(linesOfCell).filter(({ length }) => length > 0)
}

function linesOfCell({ children }: TableCell): string[] {
  const lines = children.reduce((text, child) => text + (isBreak(child) ? '\n' : textOf(child)), '')
  return lines.split('\n').filter((line) => line.trim() !== '')
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function isBreak(node: Nodes): boolean {
  return isTag(node, /^<br\b/i)
}

function writeChildren(children: Nodes[], writer: LineWriter, source: Source, strong: boolean): void {
  children.forEach((child, i) => {
    const isRaised =
      child.type === 'text' && isTag(children[i - 1], RAISED) && isTag(children[i + 1], LOWERED)
    if (isRaised) {
      writer.writeRaised(child.value, source.offset + (child.position?.start.offset ?? 0), false, strong)
    } else write(child, writer, source, strong)
  })
}

function isTag(node: Nodes | undefined, tag: RegExp): boolean {
  return node?.type === 'html' && tag.test(node.value)
}

/** ##一、总体情况, as many type it, is a heading without its space. */
function withoutSigns(line: Line): Line {
  const signs = /^#{2,6}(?=[\p{Script=Han}（(“])|^#(?=[一二三四五六七八九十]{1,3}、|关于|对)/u.exec(
    line.text,
  )?.[0]
  if (signs === undefined) return line
  const heading = sliceLine(line, signs.length, line.text.length)
  return { ...heading, strong: heading.text.length }
}

/** 一、总体情况 {#a} names a place to link to. */
function withoutAnchor(line: Line): Line {
  const anchor = /(?<!\s)\s{1,4}\{#[\w.-]{1,40}\}$/.exec(line.text)
  return anchor && line.strong === line.text.length ? sliceLine(line, 0, anchor.index) : line
}

/** A bullet is markup; the dashes around a page number (`- 2 -`) are not. */
function withoutBullet(line: Line): Line {
  const bullet = /^(?:[-*+]|>)\s+(?!\d{1,3}\s*[-—–]$)/.exec(line.text)?.[0]
  const rest = sliceLine(line, bullet?.length ?? 0, line.text.length)
  return bullet === undefined || bullet.startsWith('>') ? rest : { ...rest, table: 'item' }
}

/**
 * CommonMark leaves `**二是优化布局。**沿河` as it is, because Han follows the full stop at once. Here `**` that
 * begins a line or follows a space or punctuation opens, so that a masked name (`刘**`) stays one.
 */
function closeStrong(line: Line): Line {
  const { text } = line
  const parts: [start: number, end: number][] = []
  let { strong } = line
  let length = 0
  let from = 0
  let open = text.indexOf('**')
  for (
    let close = text.indexOf('**', open + 2);
    open !== -1 && close !== -1;
    close = text.indexOf('**', open + 2)
  ) {
    if (close > open + 2 && (open === 0 || /[\s\p{P}]/u.test(text.charAt(open - 1)))) {
      parts.push([from, open], [open + 2, close])
      length += open - from
      const joinsStrong = strong >= length
      length += close - open - 2
      if (joinsStrong) strong = length
      from = close + 2
      open = text.indexOf('**', from)
    } else open = close
  }
  if (from === 0) return line
  const kept = keepParts(line, [...parts, [from, text.length]])
  return { ...kept, strong: Math.min(strong, kept.text.length) }
}
