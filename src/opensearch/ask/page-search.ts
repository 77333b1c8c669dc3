import { UnsupportedQueryError } from '../../errors.js'
import type { Requests } from './requests.js'
import type { Search, SearchResponse } from './search.js'

/** Hits that a cluster gives by their numbers; later ones are reached by passing over those before. */
const WINDOW = 10_000

export interface Range {
  from: number
  size: number
}

/**
 * Groups, and paragraphs that are chosen so that they hold different words, cannot be passed over.
 * @throws UnsupportedQueryError
 */
export function checkReach({ from, size }: Range, isGrouped: boolean, isVaried: boolean): void {
  if (from + size <= WINDOW || !(isGrouped || isVaried)) return
  const [which, remedy] = isGrouped
    ? ['that are grouped by reply', 'leave out group']
    : ['that are found by letters that stand for several words', 'ask for whole words, or with pinyin: false']
  throw new UnsupportedQueryError(
    `A cluster gives the first ${WINDOW} hits ${which}; offset ${from} and limit ${size} reach beyond them. Narrow the query, or ${remedy}.`,
  )
}

/** The hits of a page, and what is counted of all. */
export async function searchPage(
  { from, size }: Range,
  requests: Requests,
  search: Search,
): Promise<SearchResponse> {
  if (from + size <= WINDOW) return search(requests.page({ from, size }, true))
  const after = await passOver(from, requests, search)
  if (after === undefined) return search(requests.page({ size: 0 }, true))
  const [counted, later] = await Promise.all([
    search(requests.page({ size: 0 }, true)),
    search(requests.page({ size, ...(from > 0 && { after }) }, false)),
  ])
  return { ...counted, hits: { ...counted.hits, hits: later.hits.hits } }
}

/** Where the hits behind the first `count` begin; nothing if there are fewer. */
async function passOver(count: number, requests: Requests, search: Search): Promise<unknown[] | undefined> {
  let after: unknown[] = []
  for (let left = count; left > 0; ) {
    const size = Math.min(WINDOW, left)
    const { hits } = (await search(requests.places({ size, ...(after.length > 0 && { after }) }))).hits
    if (hits.length < size) return undefined
    after = hits[hits.length - 1]!.sort
    left -= size
  }
  return after
}
