import { dotsAsStops } from '../lines/dots.js'
import { plain } from '../lines/plain.js'

const HALF_WIDTH = /[,;:!?]/
/** Not the comma in 1,200万元, nor the colon in 8:30. */
const SIGN = /(?<!\d)[,:]|[,:](?!\d)|[;!?]/g
const FULL_WIDTH: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }

/** The text as the marks read it, of the same length: `plain`, with the signs of half width that many sites print as full ones. */
export function readingOf(text: string): string {
  const folded = plain(text)
  const read = folded.endsWith('.') && !folded.includes('。') ? dotsAsStops(folded) : folded
  return HALF_WIDTH.test(read) ? read.replace(SIGN, (sign) => FULL_WIDTH[sign]!) : read
}
