import { join } from 'node:path'
import { importPeer } from '../peers.js'
import type { Engine } from './engine.js'

export const BUNDLE = 'pagefind'

/** As much of Pagefind's interface for Node as is used. */
interface Pagefind {
  createIndex(options: { forceLanguage: string }): Promise<{ index: PagefindIndex }>
  close(): Promise<void>
}
interface PagefindIndex {
  addCustomRecord(record: {
    url: string
    content: string
    language: string
    meta: { title: string }
  }): Promise<{ errors: string[] }>
  writeFiles(options: { outputPath: string }): Promise<{ errors: string[] }>
}

/** How many paragraphs are on their way to Pagefind's own process at a time. */
const BATCH = 200

/** It searches in a browser only: see the network operation. */
export const pagefind: Engine = {
  async build(paragraphs, folder) {
    const { createIndex, close } = await importPeer<Pagefind>('pagefind')
    const { index } = await createIndex({ forceLanguage: 'zh' })
    let id = 0
    let batch: Promise<{ errors: string[] }>[] = []
    for (const content of paragraphs) {
      const title = String(id++)
      batch.push(index.addCustomRecord({ url: `/${title}/`, content, language: 'zh', meta: { title } }))
      if (batch.length === BATCH) {
        check(await Promise.all(batch))
        batch = []
      }
    }
    check(await Promise.all(batch))
    check([await index.writeFiles({ outputPath: join(folder, BUNDLE) })])
    await close()
  },
  open() {
    throw new Error('Pagefind searches in a browser only.')
  },
}

function check(answers: readonly { errors: string[] }[]): void {
  const errors = answers.flatMap((answer) => answer.errors)
  if (errors.length > 0) throw new Error(`Pagefind: ${errors[0]}`)
}
