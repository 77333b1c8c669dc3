import type { Line } from '../../src/reply/lines/line.js'
import { plain } from '../../src/reply/lines/plain.js'

/** A line that stands at the start of its document. */
export function lineOf(printed: string, strong = 0): Line {
  return { printed, text: plain(printed), pieces: [{ at: 0, offset: 0 }], strong }
}
