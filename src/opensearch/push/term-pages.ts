import { PushError } from '../errors.js'
import type { OutgoingDocument } from '../layout/documents.js'
import { documentId } from '../layout/ids.js'
import type { KeptDocuments } from '../layout/kept-documents.js'
import type { List, ListSummary, TermCount } from '../layout/lists.js'
import type { BulkSender } from './bulk.js'
import type { Aside } from './lexicon-counts.js'

/** Terms of a page: a query needs one here and one there. */
const PAGE_TERMS = 256
/** First terms of pages in one document. */
const DIRECTORY_TERMS = 10_000
/** Pages that are read at once when all are. */
const AT_ONCE = 40

/** A stretch of a sorted list of terms, as a document keeps it. */
export interface TermPage {
  terms: string[]
  counts: number[]
}

export function pageId(list: List, page: number, part = 'list'): string {
  return documentId('terms', `${part}/${list}/${page}`)
}

/** Of the documents with the first terms of all pages of a list. */
export function directoryIds(list: List, { pages }: ListSummary): string[] {
  const documents = Math.ceil(pages / DIRECTORY_TERMS)
  return Array.from({ length: documents }, (_, i) => documentId('terms', `directory/${list}/${i}`))
}

/** Writes a list and its directory. */
export async function writeList(
  list: List,
  entries: AsyncIterable<readonly TermCount[]>,
  sender: BulkSender,
): Promise<ListSummary> {
  const firsts: string[] = []
  const summary: ListSummary = { terms: 0, total: 0, pages: 0 }
  for await (const page of pagesOf(entries)) {
    firsts.push(page.terms[0]!)
    await sender.put([termsDocument(pageId(list, summary.pages++), page)])
    summary.terms += page.terms.length
    for (const count of page.counts) summary.total += count
  }
  for (const [i, id] of directoryIds(list, summary).entries()) {
    await sender.put([termsDocument(id, firsts.slice(i * DIRECTORY_TERMS, (i + 1) * DIRECTORY_TERMS))])
  }
  return summary
}

/** Puts lists aside in the index itself, which has room where this program has none. */
export function asideIn(sender: BulkSender, kept: KeptDocuments): Aside & { clear(): Promise<void> } {
  const runs = new Map<List, string[][]>()
  let written = 0

  async function* read(ids: readonly string[]): AsyncGenerator<readonly TermCount[]> {
    await sender.flush()
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      for (const page of await kept.get<TermPage>(ids.slice(at, at + AT_ONCE))) {
        if (!page)
          throw new PushError(
            'A page of terms that was put aside is gone. Was another push under way? Push again.',
          )
        yield page.terms.map((term, i): TermCount => [term, page.counts[i]!])
      }
    }
  }

  return {
    async write(list, entries) {
      const run: string[] = []
      const part = `aside-${written++}`
      for await (const page of pagesOf([entries])) {
        const id = pageId(list, run.length, part)
        run.push(id)
        await sender.put([termsDocument(id, page)])
      }
      runs.set(list, [...(runs.get(list) ?? []), run])
    },
    read: (list) => (runs.get(list) ?? []).map(read),
    async clear() {
      for (const run of [...runs.values()].flat()) await sender.remove(run)
    },
  }
}

async function* pagesOf(
  lists: AsyncIterable<readonly TermCount[]> | Iterable<readonly TermCount[]>,
): AsyncGenerator<TermPage> {
  let page: TermPage = { terms: [], counts: [] }
  for await (const entries of lists) {
    for (const [term, count] of entries) {
      page.terms.push(term)
      page.counts.push(count)
      if (page.terms.length < PAGE_TERMS) continue
      yield page
      page = { terms: [], counts: [] }
    }
  }
  if (page.terms.length > 0) yield page
}

function termsDocument(id: string, stored: unknown): OutgoingDocument {
  return { id, name: id, source: { kind: 'terms', stored: JSON.stringify(stored) } }
}
