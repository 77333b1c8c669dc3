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

/** Two lines as one; a space parts them only where Latin letters or digits would run together. */
export function joinLines(first: Line, second: Line): Line {
  const gap = /[\w,.]$/.test(first.text.slice(-1)) && /^\w/.test(second.text) ? ' ' : ''
  const whole = first.strong === first.text.length && second.strong > 0
  return {
    text: first.text + gap + second.text,
    offset: first.offset,
    strong: whole ? first.strong + gap.length + second.strong : first.strong,
  }
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
