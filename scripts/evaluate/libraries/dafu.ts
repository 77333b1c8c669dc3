import { openIndex, type Reply, type ReplyIndex, type ReplySearch } from '../../../src/index.js'
import { buildIndex } from '../../../src/node/index.js'
import type { Document, Engine, Library } from './library.js'

/** Most hits of one page. */
const PAGE = 1_000

/** An index built with jieba, written to bytes and opened from them: what is measured has no dictionary. */
export const dafu: Library & { index(documents: readonly Document[]): Promise<DafuEngine> } = {
  name: 'dafu',
  async index(documents) {
    const built = await buildIndex(documents.map(toReply))
    const opened = await openIndex(await built.toBytes())
    return {
      built,
      opened,
      search: (query, limit) => idsOf(opened, query, limit),
      matches: (query) => allIds(opened, query),
      quoted: (text) => phraseIds(opened, text),
      suggest: async (typed, limit) => (await opened.suggest(typed, { limit })).map(({ text }) => text),
      async close() {
        await Promise.all([built.close(), opened.close()])
      },
    }
  },
}

export interface DafuEngine extends Engine {
  /** The index in memory. */
  built: ReplyIndex
  /** The same index as a file. */
  opened: ReplySearch
}

/** One for each hit. */
export async function idsOf(search: ReplySearch, query: string, limit: number): Promise<string[]> {
  const { hits } = await search.search(query, { limit })
  return hits.map((hit) => hit.reply.id)
}

/** Every document is a reply, so that the facet `reply` names all hits, at no cost for each. */
async function allIds(search: ReplySearch, query: string): Promise<Set<string>> {
  const { facets } = await search.search(query, { limit: 0, facets: ['reply'] })
  return new Set(facets.reply?.map(({ value }) => value))
}

/** From the pages themselves, as a person would read them. */
async function phraseIds(search: ReplySearch, text: string): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let offset = 0; ; offset += PAGE) {
    const { hits } = await search.search(`"${text}"`, { limit: PAGE, offset })
    for (const hit of hits) ids.add(hit.reply.id)
    if (hits.length < PAGE) return ids
  }
}

export function toReply({ id, text, section, proposal }: Document): Reply {
  return {
    id,
    proposals: proposal ? [{ kind: '提案', title: proposal }] : [],
    recipients: [],
    leaders: [],
    contacts: [],
    copies: [],
    sections: [
      {
        id: `${id}/1`,
        level: 1,
        ...(section && { title: section }),
        paragraphs: [{ id: `${id}/1/1`, text }],
        sections: [],
      },
    ],
  }
}
