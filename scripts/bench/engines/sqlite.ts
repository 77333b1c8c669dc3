import { join } from 'node:path'
import { importPeer } from '../peers.js'
import { type Engine, LIMIT } from './engine.js'
import { jiebaWords } from './jieba-words.js'

const INDEX = 'index.db'

/** As much of better-sqlite3 as is used. */
interface Database {
  exec(sql: string): void
  prepare(sql: string): { run(...values: unknown[]): void; all(...values: unknown[]): unknown[] }
  close(): void
}
type DatabaseClass = new (path: string, options?: { readonly: boolean }) => Database

const importDatabase = async (): Promise<DatabaseClass> =>
  (await importPeer<{ default: DatabaseClass }>('better-sqlite3')).default

/** A contentless table, in memory until it is saved. */
export const sqliteWithJieba: Engine = {
  async build(paragraphs, folder) {
    const database = new (await importDatabase())(':memory:')
    database.exec(`CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61', content='')`)
    const insert = database.prepare('INSERT INTO texts(rowid, text) VALUES (?, ?)')
    let id = 1
    database.exec('BEGIN')
    for (const text of paragraphs) insert.run(id++, jiebaWords(text).join(' '))
    database.exec('COMMIT')
    database.exec(`INSERT INTO texts(texts) VALUES ('optimize')`)
    database.prepare('VACUUM INTO ?').run(join(folder, INDEX))
    database.close()
  },
  async open(folder) {
    const database = new (await importDatabase())(join(folder, INDEX), { readonly: true })
    const select = database.prepare(
      'SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?',
    )
    return {
      async search(query, kind) {
        const words = [...new Set(jiebaWords(query))].map((word) => `"${word}"`)
        return select.all(words.join(kind === 'two' ? ' AND ' : ' OR '), LIMIT).length
      },
      async close() {
        database.close()
      },
    }
  },
}
