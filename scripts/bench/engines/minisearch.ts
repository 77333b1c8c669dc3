import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
// biome-ignore lint/style/noRestrictedImports: it is measured here beside dafu, as its users set it up.
import MiniSearch, { type Options } from 'minisearch'
import { type Engine, LIMIT } from './engine.js'
import { jiebaWords } from './jieba-words.js'

const INDEX = 'index.json'

const OPTIONS: Options = {
  fields: ['text'],
  tokenize: (text) => jiebaWords(text),
  searchOptions: { tokenize: (text) => jiebaWords(text) },
}

export const miniSearchWithJieba: Engine = {
  async build(paragraphs, folder) {
    const index = new MiniSearch(OPTIONS)
    let id = 0
    for (const text of paragraphs) index.add({ id: id++, text })
    writeFileSync(join(folder, INDEX), JSON.stringify(index))
  },
  async open(folder) {
    const index = MiniSearch.loadJSON(readFileSync(join(folder, INDEX), 'utf8'), OPTIONS)
    return {
      async search(query, kind) {
        const combineWith = kind === 'two' ? 'AND' : 'OR'
        return index.search(query, { combineWith }).slice(0, LIMIT).length
      },
      async close() {},
    }
  },
}
