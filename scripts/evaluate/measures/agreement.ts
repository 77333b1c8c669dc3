import type { ReplySearch } from '../../../src/index.js'
import type { DafuEngine } from '../libraries/dafu.js'

/** The queries that the index in memory and the opened file answer with other ids, another order or other scores. */
export async function disagreements(
  { built, opened }: Pick<DafuEngine, 'built' | 'opened'>,
  queries: readonly string[],
): Promise<string[]> {
  const different: string[] = []
  for (const query of queries) {
    if ((await answerOf(built, query)) !== (await answerOf(opened, query))) different.push(query)
  }
  return different
}

async function answerOf(search: ReplySearch, query: string): Promise<string> {
  const { hits, total } = await search.search(query)
  return JSON.stringify([total, hits.map(({ paragraph, score, tier }) => [paragraph.id, score, tier])])
}
