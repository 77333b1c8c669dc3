import type { LineWriter } from './line-writer.js'

/** A part of a document that ends where a line is blank. */
export interface MarkdownBlock {
  text: string
  offset: number
  /** Whether only a Markdown parser can read it. */
  isMarkedUp: boolean
}

/** Code between fences goes on over blank lines. */
const FENCE = /^[ \t]*(?:```|~~~)/m
/** Emphasis, links, HTML, entities, escapes, tables and rules: what is neither text, a heading nor bold. */
const MARKUP =
  /[`\\_]|<[A-Za-z/!?]|&[#\w]|\]\(|!\[|~~|\*\*\*|(?<!\*)\*(?!\*)|^[ \t]*[|:-][ \t|:-]*$|^[ \t]*#{1,6}(?:[ \t]*$|[ \t].*(?:\*|#[ \t]*$))/m
const HEADING = /^[ \t]*#{1,6}[ \t]+/

/**
 * A document in blocks, those next to each other that are marked up as one. Letters are text but for headings and
 * bold, and a Markdown parser takes ten times as long over them as all that comes after it.
 */
export function markdownBlocks(document: string): MarkdownBlock[] {
  if (FENCE.test(document)) return [{ text: document, offset: 0, isMarkedUp: true }]
  const blocks: MarkdownBlock[] = []
  let start = -1
  let offset = 0
  for (const line of [...document.split('\n'), '']) {
    const isBlank = !/[^ \t]/.test(line)
    if (!isBlank && start === -1) start = offset
    if (isBlank && start !== -1) {
      addBlock(blocks, document, start, offset - 1)
      start = -1
    }
    offset += line.length + 1
  }
  return blocks
}

function addBlock(blocks: MarkdownBlock[], document: string, start: number, end: number): void {
  const text = document.slice(start, end)
  const last = blocks.at(-1)
  const isMarkedUp = MARKUP.test(text) || !text.split('\n').every(isBoldInPairs)
  if (isMarkedUp && last?.isMarkedUp) last.text = document.slice(last.offset, end)
  else blocks.push({ text, offset: start, isMarkedUp })
}

/**
 * Whether each second `**` of a line closes what the one before it opens, for Markdown as well: it lets all of them close
 * or none, which are then read as bold that Han follows at once.
 */
function isBoldInPairs(line: string): boolean {
  if (!line.includes('**')) return true
  const parts = line.split('**')
  const last = parts.length - 1
  const opens = (part: string, i: number) => i % 2 === 1 || i === last || /(?:^|[\s\p{P}])$/u.test(part)
  const isText = (part: string, i: number) => i % 2 === 0 || (part !== '' && part === part.trim())
  const closing = parts.flatMap((part, i) =>
    i % 2 === 1 ? [!/[\p{P}\p{S}]$/u.test(part) || /^(?:$|[\s\p{P}\p{S}])/u.test(parts[i + 1] ?? '')] : [],
  )
  return last % 2 === 0 && parts.every(opens) && parts.every(isText) && new Set(closing).size === 1
}

/** Writes a block that is not marked up; its bold stays as it is written. */
export function writePlainBlock(text: string, offset: number, writer: LineWriter): void {
  let start = 0
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line)?.[0] ?? ''
    writer.write(line.slice(heading.length), offset + start + heading.length, heading !== '')
    writer.endLine()
    start += line.length + 1
  }
}
