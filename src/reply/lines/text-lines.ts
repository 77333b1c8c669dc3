import type { Processor } from 'unified'
import type { Lines } from './line.js'
import { LineWriter } from './line-writer.js'

/** unified plugin: reads plain text. */
export function textLines(this: Processor): void {
  this.parser = (document) => {
    const writer = new LineWriter()
    writer.write(document, 0)
    writer.endLine()
    return { type: 'lines', children: writer.lines } satisfies Lines
  }
}
