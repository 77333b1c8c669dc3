import type { Element, Nodes, Root } from 'hast'
import { aligned } from './aligned.js'
import { readPageHead } from './html-head.js'
import { columnsOfTable, isCell, isCellOfOneLine, kindOfRow } from './html-rows.js'
import type { Lines, TablePart } from './line.js'
import { LineWriter } from './line-writer.js'

const UNSEEN = setOf(
  'head script style noscript template iframe object svg canvas audio video nav footer aside',
  'button select textarea del rt rp',
)
const INLINE = setOf(
  'a abbr b big bdi bdo cite code del dfn em font i img input ins kbd label mark o:p q ruby rb s samp',
  'small span strike strong sub sup td th time tt u var wbr',
)
const STRONG = setOf('b strong h1 h2 h3 h4 h5 h6')
/** How many elements may stand around the only text of another. */
const DEEPEST_TEXT = 8
const BLOCKS = setOf('p div table br h1 h2 h3 h4 li section article')

/** unified plugin: an HTML tree becomes lines, as a browser would break them. */
export function htmlLines(): (tree: Root, file: { value: unknown }) => Lines {
  return (tree, file) => {
    const writer = new LineWriter()
    write(tree, writer, String(file.value), {
      strong: false,
      pre: false,
      isInRow: false,
      columns: 0,
      isNoteLink: false,
    })
    writer.endLine()
    return { type: 'lines', children: writer.lines, head: readPageHead(tree) }
  }
}

/** How the elements around a text set it. */
interface Style {
  strong: boolean
  /** Whether its white space is kept. */
  pre: boolean
  /** Whether it is a cell of a row that becomes one line. */
  isInRow: boolean
  /** How many cells the rows of the table around it have that are data. */
  columns: number
  /** Whether it links to another place of the page, as the mark of a footnote does. */
  isNoteLink: boolean
}

function write(node: Nodes, writer: LineWriter, source: string, style: Style): void {
  if (node.type === 'text') {
    writeText(node.value, node.position?.start.offset ?? 0, writer, source, style)
  } else if (node.type === 'root') {
    writeChildren(node, writer, source, style)
  } else if (node.type === 'element' && !UNSEEN.has(node.tagName) && !isHidden(node)) {
    const text = isRaised(node) ? onlyText(node) : undefined
    if (text) {
      writer.writeRaised(text.value, text.offset, style.isNoteLink || text.isLink, style.strong)
      return
    }
    writeElement(node, writer, source, {
      strong: style.strong || isStrong(node),
      pre: style.pre || isPre(node),
      isInRow: style.isInRow,
      columns: node.tagName === 'table' ? columnsOfTable(node) : style.columns,
      isNoteLink: style.isNoteLink || isNoteLink(node),
    })
  }
}

/** White space is one space, however long, but where it is kept. */
function writeText(value: string, start: number, writer: LineWriter, source: string, style: Style): void {
  for (const { text, offset } of aligned(value, source, start)) {
    if (style.pre || !/[\t\r\n\f]| {2}/.test(text)) writer.write(text, offset, style.strong)
    else {
      for (const { 0: part, index } of text.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
        writer.write(part.replace(/^[ \t\r\n\f]+/, ' '), offset + index, style.strong)
      }
    }
  }
}

function writeElement(element: Element, writer: LineWriter, source: string, style: Style): void {
  const end = element.position?.end.offset ?? 0
  if (style.isInRow) {
    if (!INLINE.has(element.tagName)) writer.endWord(end)
    writeChildren(isLayoutCell(element) ? withoutGaps(element) : element, writer, source, style)
    if (isCell(element)) writer.write('\t', end)
    return
  }
  const table = tablePartOf(element, style.columns)
  const isBlock = !INLINE.has(element.tagName) || isLayoutCell(element)
  if (isBlock) writer.endLine()
  writeChildren(element, writer, source, {
    ...style,
    isInRow: table !== undefined && element.tagName !== 'li',
  })
  if (isBlock) writer.endLine(table)
  else if (isCell(element)) writer.write('\t', end)
}

function tablePartOf(element: Element, columns: number): TablePart | undefined {
  if (element.tagName === 'tr') return kindOfRow(element, columns)
  const isItem = element.tagName === 'li'
  const isAlone = isItem || (isCell(element) && isLayoutCell(element))
  if (!isAlone || !isCellOfOneLine(element)) return undefined
  return isItem ? 'item' : 'cell'
}

/** Without the white space between its blocks. */
function withoutGaps(cell: Element): Element {
  return {
    ...cell,
    children: cell.children.filter((child) => child.type !== 'text' || /\S/.test(child.value)),
  }
}

function writeChildren(node: Root | Element, writer: LineWriter, source: string, style: Style): void {
  for (const child of node.children) if (child.type !== 'doctype') write(child, writer, source, style)
}

/** Old sites set whole letters in table cells: a cell with blocks in it is layout, one without is data. */
function isLayoutCell(element: Element): boolean {
  return (
    isCell(element) && element.children.some((child) => child.type === 'element' && BLOCKS.has(child.tagName))
  )
}

function isStrong({ tagName, properties }: Element): boolean {
  return STRONG.has(tagName) || /font-weight:\s*(?:bold|[6-9]00)/i.test(String(properties.style ?? ''))
}

function isPre({ tagName, properties }: Element): boolean {
  return tagName === 'pre' || /white-space:\s*(?:pre|break-spaces)/i.test(String(properties.style ?? ''))
}

function isRaised({ tagName, properties }: Element): boolean {
  return (
    tagName === 'sup' ||
    (INLINE.has(tagName) && /vertical-align:\s*super/i.test(String(properties.style ?? '')))
  )
}

function isNoteLink({ tagName, properties }: Element): boolean {
  return tagName === 'a' && String(properties.href ?? '').includes('#')
}

/** The text of an element that holds one and nothing else, and whether it, or an element in it, is a link of a note. */
function onlyText(
  element: Element,
  depth = 0,
): { value: string; offset: number; isLink: boolean } | undefined {
  const [child, ...others] = element.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  )
  if (!child || others.length > 0 || depth > DEEPEST_TEXT) return undefined
  const isLink = isNoteLink(element)
  if (child.type === 'element') {
    const text = onlyText(child, depth + 1)
    return text && { ...text, isLink: text.isLink || isLink }
  }
  if (child.type !== 'text') return undefined
  const value = child.value.trim()
  const offset = (child.position?.start.offset ?? 0) + child.value.indexOf(value)
  return { value, offset, isLink }
}

function isHidden({ properties }: Element): boolean {
  return properties.hidden === true || /display:\s*none/i.test(String(properties.style ?? ''))
}

function setOf(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')))
}
