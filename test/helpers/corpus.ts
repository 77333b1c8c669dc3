import { readFileSync } from 'node:fs'
import { parseReply } from '../../src/reply/parse.js'
import { type Paragraph, paragraphsOf, type Reply } from '../../src/reply/reply.js'

/** Both letters of the corpus. */
export function readCorpus(): Reply[] {
  return ['2104071', '2104106'].map((id) =>
    parseReply(readFileSync(new URL(`../../corpus/${id}.md`, import.meta.url), 'utf8'), { id }),
  )
}

export function paragraphsIn(replies: readonly Reply[]): Paragraph[] {
  return replies.flatMap((reply) => Array.from(paragraphsOf(reply), ({ paragraph }) => paragraph))
}

/** Every substring of 1 to 8 characters that has a letter, a digit or an ideograph, once. */
export function substringsOf(texts: Iterable<string>): Set<string> {
  const substrings = new Set<string>()
  for (const text of texts) {
    const characters = [...text]
    for (let start = 0; start < characters.length; start++) {
      let substring = ''
      for (const character of characters.slice(start, start + 8)) {
        substring += character
        if (/[\p{L}\p{N}]/u.test(substring)) substrings.add(substring)
      }
    }
  }
  return substrings
}
