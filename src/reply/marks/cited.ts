import { plain } from '../lines/plain.js'
import { citations, isKindOfDocument } from './word-marks.js'

/**
 * The laws, plans and documents that a text cites, in its order: titles without 《》 or “”, numbers with their year in 〔〕, all
 * without spaces, but 《条例》 alone, which stands for a title that is named elsewhere.
 */
export function citedIn(text: string): string[] {
  const cited = new Set<string>()
  for (const { start, end } of citations(plain(text))) {
    const words = text.slice(start, end).replace(/\s/g, '')
    const title = /^[《“"]/.test(words)
      ? words.slice(1, -1)
      : words.replace(/[[【]/, '〔').replace(/[\]】]/, '〕')
    if (!isKindOfDocument(title)) cited.add(title)
  }
  return [...cited]
}
