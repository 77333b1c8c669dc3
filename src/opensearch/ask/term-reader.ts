import type { TermEntry, TermKey, TermStore } from '../../postings/posting-store.js'
import { lowerBound } from '../../postings/sorted-terms.js'
import type { Head } from '../layout/head.js'
import type { KeptDocuments } from '../layout/kept-documents.js'
import { LISTS, type List } from '../layout/lists.js'
import { directoryIds, pageId } from '../push/term-pages.js'
import { incomplete, pageReader } from './page-reader.js'

/** Looks terms up in the pages of an index; their directory is read once, the pages when they are needed. */
export async function termReader(
  kept: Pick<KeptDocuments, 'get'>,
  { lists }: Head,
): Promise<Pick<TermStore, 'lookup' | 'prefix' | 'readAhead'>> {
  const directories = new Map(
    await Promise.all(LISTS.map(async (list) => [list, await readDirectory(list)] as const)),
  )
  const read = pageReader(kept)

  async function readDirectory(list: List): Promise<string[]> {
    const parts = await kept.get<string[]>(directoryIds(list, lists[list]))
    const firsts = parts.flatMap((part) => part ?? [])
    if (firsts.length !== lists[list].pages) throw incomplete()
    return firsts
  }

  /** The page on which a term stands, if it does. */
  function pageOf({ field, term }: TermKey): number {
    const firsts = directories.get(field as List)!
    const place = lowerBound(firsts, term)
    return firsts[place] === term ? place : place - 1
  }

  return {
    async lookup(keys, signal) {
      const ids = keys.map((key) => {
        const page = pageOf(key)
        return page < 0 ? undefined : pageId(key.field as List, page)
      })
      const pages = await read(new Set(ids.filter((id) => id !== undefined)), signal)
      return keys.map((key, i): TermEntry | undefined => {
        const page = ids[i] === undefined ? undefined : pages.get(ids[i])!
        const at = page ? placeOf(key.term, page.terms) : -1
        return at < 0 ? undefined : { ...key, documentFrequency: page!.counts[at]! }
      })
    },
    async prefix(field, prefix, limit, signal) {
      const firsts = directories.get(field)!
      const entries: TermEntry[] = []
      // The first page is nearly always enough.
      let page = Math.max(0, pageOf({ field, term: prefix }))
      for (let some = 1; page < firsts.length; page += some, some = Math.min(16, some * 2)) {
        const numbers = Array.from({ length: Math.min(some, firsts.length - page) }, (_, i) => page + i)
        const ids = numbers.map((number) => pageId(field, number))
        const pages = await read(new Set(ids), signal)
        for (const id of ids) {
          const { terms, counts } = pages.get(id)!
          for (let i = 0; i < terms.length; i++) {
            const term = terms[i]!
            if (term < prefix) continue
            if (!term.startsWith(prefix) || entries.length === limit) return entries
            entries.push({ field, term, documentFrequency: counts[i]! })
          }
        }
      }
      return entries
    },
    readAhead(keys, signal) {
      const known = keys.filter(({ field }) => directories.get(field)!.length > 0)
      const ids = known.map((key) => pageId(key.field, Math.max(0, pageOf(key))))
      read(new Set(ids), signal).catch(() => {})
    },
  }
}

function placeOf(term: string, terms: readonly string[]): number {
  const place = lowerBound(terms, term)
  return terms[place] === term ? place : -1
}
