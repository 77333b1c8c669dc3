// biome-ignore lint/style/noRestrictedImports: as the tokenizer of other libraries.
import nodejieba from 'nodejieba'

const WORD = /[\p{L}\p{N}]/u

/** jieba's search mode, as the peers use it for paragraphs and queries. */
export function jiebaWords(text: string): string[] {
  return nodejieba
    .cutForSearch(text, true)
    .filter((word) => WORD.test(word))
    .map((word) => word.toLowerCase())
}
