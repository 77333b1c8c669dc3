/** One line of a document without its markup: what Markdown, text and HTML have in common. */
export interface Line {
  /** Without white space at its ends. */
  text: string
  /** Where `text` starts in the document, in UTF-16 code units. */
  offset: number
  /** How many characters from the start of `text` are set off as a heading or in bold. */
  strong: number
}

/** A document as its lines, top to bottom; empty lines are left out. */
export interface Lines {
  type: 'lines'
  children: Line[]
}

const INVISIBLE = /[\u200b\u2060\ufeff]/g

/** The text without any white space: official letters spread words (`答 复`, `承 办 人`) to align them. */
export function compact(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Several lines as one; a space parts them only where Latin letters or digits would run together. */
export function joinLines(lines: readonly Line[]): Line {
  const parts: string[] = []
  let length = 0
  let strong = 0
  for (const [i, { text, strong: own }] of lines.entries()) {
    const last = lines[i - 1]?.text.slice(-1) ?? ''
    const gap = /[\w,.]/.test(last) && /^\w/.test(text) ? ' ' : ''
    if (strong === length && own > 0) strong += gap.length + own
    parts.push(gap, text)
    length += gap.length + text.length
  }
  return { text: parts.join(''), offset: lines[0]?.offset ?? 0, strong }
}

/** The part of a line between two of its positions, without white space at its ends. */
export function sliceLine({ text, offset, strong }: Line, start: number, end: number): Line {
  const part = text.slice(start, end)
  const trimmed = part.trim()
  const from = start + part.length - part.trimStart().length
  const strongPart = Math.min(Math.max(strong - from, 0), trimmed.length)
  return { text: trimmed, offset: offset + from, strong: strongPart }
}

/** Collects the text of a document piece by piece and cuts it into lines. */
export class LineWriter {
  readonly lines: Line[] = []
  #text = ''
  #offset = 0
  #strong = 0

  /** Adds text that starts at `offset` in the document; a line feed in it ends the line. */
  write(text: string, offset: number, strong = false): void {
    let start = 0
    for (const part of text.split('\n')) {
      if (start > 0) this.endLine()
      this.#append(part, offset + start, strong)
      start += part.length + 1
    }
  }

  endLine(): void {
    const text = this.#text.trimEnd()
    if (text) this.lines.push({ text, offset: this.#offset, strong: Math.min(this.#strong, text.length) })
    this.#text = ''
    this.#strong = 0
  }

  #append(part: string, offset: number, strong: boolean): void {
    const visible = part.replace(INVISIBLE, '')
    const text = this.#text ? visible : visible.trimStart()
    if (!text) return
    if (!this.#text) this.#offset = offset + part.indexOf(text.charAt(0))
    const strongSoFar = this.#strong === this.#text.length
    this.#text += text
    if (strong && strongSoFar) this.#strong = this.#text.length
  }
}
