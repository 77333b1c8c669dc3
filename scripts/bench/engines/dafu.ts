import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Reply } from '../../../src/index.js'
import { type Engine, LIMIT } from './engine.js'

export const INDEX = 'index.dafu'

type Library = typeof import('../../../src/node/index.js')
type BrowserLibrary = typeof import('../../../src/index.js')

/** As it is published: the build in `DAFU_DIST`, `dist/` by default. */
export function distPath(file: string): string {
  return resolve(process.env.DAFU_DIST ?? 'dist', file)
}

export function importLibrary(): Promise<Library> {
  return import(pathToFileURL(distPath('node/index.js')).href)
}

export function importBrowserLibrary(): Promise<BrowserLibrary> {
  return import(pathToFileURL(distPath('index.js')).href)
}

export const dafu: Engine = {
  async build(paragraphs, folder) {
    const { buildIndexFile } = await importLibrary()
    await buildIndexFile(toReplies(paragraphs), join(folder, INDEX))
  },
  async open(folder) {
    const { openIndex } = await importLibrary()
    const index = await openIndex(join(folder, INDEX))
    return {
      async search(query, kind) {
        const match = kind === 'two' ? 'all' : 'any'
        return (await index.search(query, { limit: LIMIT, match })).hits.length
      },
      close: () => index.close(),
    }
  },
}

/** Each paragraph is a letter of its own: no way to put them into letters costs more. */
export function* toReplies(paragraphs: Iterable<string>): Generator<Reply> {
  let number = 0
  for (const text of paragraphs) {
    const id = String(number++).padStart(7, '0')
    yield {
      id,
      proposals: [],
      recipients: [],
      leaders: [],
      contacts: [],
      copies: [],
      sections: [{ id: `${id}/1`, level: 1, paragraphs: [{ id: `${id}/1/1`, text }], sections: [] }],
    }
  }
}
