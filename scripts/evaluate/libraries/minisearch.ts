// biome-ignore lint/style/noRestrictedImports: it is measured here beside dafu, as its users set it up.
import MiniSearch from 'minisearch'
// biome-ignore lint/style/noRestrictedImports: as the tokenizer of another library.
import nodejieba from 'nodejieba'
import type { Document, Library } from './library.js'

const WORD = /[\p{L}\p{N}]/u

/** jieba's search mode on both sides. */
export const miniSearchWithJieba: Library = miniSearch('MiniSearch, jieba', (text) =>
  nodejieba
    .cutForSearch(text, true)
    .filter((word) => WORD.test(word))
    .map((word) => word.toLowerCase()),
)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The platform's words on both sides. */
export const miniSearchWithIntl: Library = miniSearch('MiniSearch, Intl.Segmenter', (text) =>
  [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase()),
)

function miniSearch(name: string, tokenize: (text: string) => string[]): Library {
  return {
    name,
    async index(documents) {
      const index = new MiniSearch<Document>({
        fields: ['text', 'section', 'proposal'],
        tokenize: (text) => tokenize(text),
        searchOptions: { tokenize: (text) => tokenize(text) },
      })
      index.addAll(documents)
      const search = (query: string, combineWith: 'OR' | 'AND'): string[] =>
        index.search(query, { combineWith }).map(({ id }) => id as string)
      return {
        search: async (query, limit) => search(query, 'OR').slice(0, limit),
        matches: async (query) => new Set(search(query, 'OR')),
        quoted: async (text) => new Set(search(text, 'AND')),
        suggest: async (typed, limit) =>
          index
            .autoSuggest(typed)
            .slice(0, limit)
            .map(({ suggestion }) => suggestion.replaceAll(' ', '')),
        close: async () => {},
      }
    },
  }
}
