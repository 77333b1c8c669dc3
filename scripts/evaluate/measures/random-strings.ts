import type { ReplySearch } from '../../../src/index.js'
import { between, oneOf, type Random } from '../random.js'
import type { Context } from '../sets.js'

const LONGEST = 24

/** What queries are made of: what a query means, what it is cut by, what breaks programs. */
const PIECES = [
  ...'"“”「」()（）|｜-－:：*?!,，。·\\/<>[]{}^~&%#@\'`',
  ...'\u0000\t\n\u00a0\u200b\u202e\u3000\ufeff\uffff\ud800\udc00é々〇①㈠Ⅻ½ﬁßİΣ가あア🀄',
  '..',
  'AND',
  'OR',
  'NOT',
  '单位:',
  '年:',
  '年:2025..',
  'section:',
  '𠮷',
  '0123',
  '十',
  'xiantou',
  '👩‍👩‍👧',
]

/** Pieces of texts, of the query language and of all of Unicode, in any order. */
export function randomString(random: Random, contexts: readonly Context[]): string {
  let text = ''
  const length = between(random, 0, LONGEST)
  while (text.length < length) {
    const kind = random()
    if (kind < 0.4) text += oneOf(random, PIECES)
    else if (kind < 0.6) text += String.fromCodePoint(between(random, 0, 0x10ffff))
    else {
      const source = oneOf(random, contexts).text
      const start = between(random, 0, source.length - 1)
      text += source.slice(start, start + between(random, 1, 6))
    }
  }
  return text
}

/** The queries that were not answered, with the error, and the longest time that an answer took, in milliseconds. */
export async function askRandomStrings(
  search: ReplySearch,
  queries: readonly string[],
): Promise<{ failures: string[]; slowest: number }> {
  const failures: string[] = []
  let slowest = 0
  for (const query of queries) {
    try {
      slowest = Math.max(slowest, (await search.search(query, { limit: 1 })).took)
    } catch (error) {
      failures.push(`${JSON.stringify(query)}: ${error}`)
    }
  }
  return { failures, slowest }
}
