import type { Line, Piece, TablePart } from './line.js'
import { plain } from './plain.js'
import { raised } from './superscript.js'

/** How much of a line tells what stands before a raised text. */
const LONGEST_BASE = 8
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/
/** A line that is drawn: ---- */
const RULE = /^[-—–―─━=*_~]{3,}$/

/** Collects the text of a document piece by piece and cuts it into lines. */
export class LineWriter {
  readonly lines: Line[] = []
  #text = ''
  #pieces: Piece[] = []
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

  /** Adds what a raised text is written as, its ends where those of the text are. */
  writeRaised(text: string, offset: number, isLink: boolean, strong: boolean): void {
    const written = raised(text, this.#text.slice(-LONGEST_BASE), isLink)
    if (written.length === text.length) this.write(written, offset, strong)
    else {
      this.write('[', offset, strong)
      this.write(text, offset, strong)
      this.write(']', offset + text.length - 1, strong)
    }
  }

  /** Parts what follows from what stands on the line already. */
  endWord(offset: number): void {
    if (/\S$/.test(this.#text)) this.write(' ', offset)
  }

  endLine(table?: TablePart): void {
    const printed = this.#text.trimEnd()
    if (printed && !RULE.test(printed)) {
      const strong = Math.min(this.#strong, printed.length)
      const line = { printed, text: plain(printed), pieces: this.#pieces, strong }
      this.lines.push(table ? { ...line, table } : line)
    }
    this.#text = ''
    this.#pieces = []
    this.#strong = 0
  }

  /** Keeps what can be seen, and where it stood. */
  #append(part: string, offset: number, strong: boolean): void {
    const strongSoFar = this.#strong === this.#text.length
    let start = 0
    for (const visible of INVISIBLE.test(part) ? part.split(INVISIBLE) : [part]) {
      const text = this.#text ? visible : visible.trimStart()
      if (text) {
        this.#place(offset + start + visible.length - text.length)
        this.#text += text
      }
      start += visible.length + 1
    }
    if (strong && strongSoFar) this.#strong = this.#text.length
  }

  #place(offset: number): void {
    const at = this.#text.length
    const last = this.#pieces.at(-1)
    if (!last || offset - last.offset !== at - last.at) this.#pieces.push({ at, offset })
  }
}
