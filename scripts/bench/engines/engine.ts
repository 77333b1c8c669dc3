import type { Kind } from '../synthetic.js'

/** What is measured, with its settings. */
export interface Engine {
  /** Indexes the paragraphs, numbered from 0, and saves the index into an empty folder. */
  build(paragraphs: Iterable<string>, folder: string): Promise<void>
  /** Opens what was saved, in a process of its own. */
  open(folder: string): Promise<OpenEngine>
}

export interface OpenEngine {
  /** Asks for the first ten; two words must both occur. @returns How many came. */
  search(query: string, kind: Kind): Promise<number>
  close(): Promise<void>
}

export const LIMIT = 10

export const ENGINES = ['dafu', 'opensearch', 'minisearch', 'sqlite', 'pagefind'] as const
export type EngineName = (typeof ENGINES)[number]

export const LABELS: Record<EngineName, string> = {
  dafu: 'dafu',
  opensearch: 'dafu on OpenSearch',
  minisearch: 'MiniSearch, jieba',
  sqlite: 'SQLite FTS5, jieba',
  pagefind: 'Pagefind 1.6',
}
