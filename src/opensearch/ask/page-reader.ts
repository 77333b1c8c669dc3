import { IndexFormatError } from '../../errors.js'
import type { KeptDocuments } from '../layout/kept-documents.js'
import type { TermPage } from '../push/term-pages.js'

/** Pages that are kept in memory, each of about 20 kB. */
const MOST_PAGES = 4_000

/** Reads pages of terms by their ids. @throws IndexFormatError for one that the index lacks. */
export type PageReader = (
  ids: ReadonlySet<string>,
  signal?: AbortSignal,
) => Promise<ReadonlyMap<string, TermPage>>

interface Batch {
  ids: Set<string>
  pages: Promise<ReadonlyMap<string, TermPage>>
}

/** What one query looks up at the same time, such as the readings of its words, is one request. */
export function pageReader(kept: Pick<KeptDocuments, 'get'>): PageReader {
  /** The least recently used first. */
  const cached = new Map<string, TermPage>()
  /** About to be sent, by what aborts them. */
  const open = new Map<AbortSignal | undefined, Batch>()

  async function send(
    ids: ReadonlySet<string>,
    signal: AbortSignal | undefined,
  ): Promise<Map<string, TermPage>> {
    await new Promise((resolve) => setTimeout(resolve, 0))
    open.delete(signal)
    const found = await kept.get<TermPage>([...ids], signal)
    const pages = new Map<string, TermPage>()
    for (const [i, id] of [...ids].entries()) {
      const page = found[i]
      if (!page) throw incomplete()
      pages.set(id, page)
      cached.set(id, page)
    }
    for (const id of cached.keys()) {
      if (cached.size <= MOST_PAGES) break
      cached.delete(id)
    }
    return pages
  }

  function readAll(missing: readonly string[], signal: AbortSignal | undefined): Batch['pages'] {
    let batch = open.get(signal)
    if (!batch) {
      const ids = new Set<string>()
      batch = { ids, pages: send(ids, signal) }
      open.set(signal, batch)
    }
    for (const id of missing) batch.ids.add(id)
    return batch.pages
  }

  return async (ids, signal) => {
    const known = new Map<string, TermPage>()
    for (const id of ids) {
      const page = cached.get(id)
      if (!page) continue
      cached.delete(id)
      cached.set(id, page)
      known.set(id, page)
    }
    const missing = [...ids].filter((id) => !known.has(id))
    if (missing.length > 0) {
      const pages = await readAll(missing, signal)
      for (const id of missing) known.set(id, pages.get(id)!)
    }
    return known
  }
}

export function incomplete(): IndexFormatError {
  return new IndexFormatError('The index lacks a part of its lexicon. Push the replies again.')
}
