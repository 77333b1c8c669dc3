import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/opensearch/layout/documents.js'
import { LISTS, type List, type TermCount } from '../../../src/opensearch/layout/lists.js'
import { type Aside, LexiconCounts } from '../../../src/opensearch/push/lexicon-counts.js'
import { indexSettings } from '../../../src/postings/index-settings.js'
import { createMiniSearchStore } from '../../../src/postings/minisearch-store.js'
import { LETTERS, letter } from '../../helpers/letters.js'
import { listSegmenter } from '../../helpers/segmenters.js'

const settings = indexSettings(listSegmenter())
const { analyzer } = settings

function inMemory(): Aside & { runs: number } {
  const runs = new Map<List, TermCount[][]>()
  const aside = {
    runs: 0,
    async write(list: List, entries: readonly TermCount[]) {
      aside.runs++
      runs.set(list, [...(runs.get(list) ?? []), [...entries]])
    },
    read: (list: List) =>
      (runs.get(list) ?? []).map((run) =>
        (async function* () {
          yield run
        })(),
      ),
  }
  return aside
}

async function collect(lists: AsyncIterable<readonly TermCount[]>): Promise<TermCount[]> {
  const all: TermCount[] = []
  for await (const entries of lists) all.push(...entries)
  return all
}

async function listsOf(counts: LexiconCounts): Promise<Map<List, TermCount[]>> {
  const lists = new Map<List, TermCount[]>()
  for (const list of LISTS) lists.set(list, await collect(counts.sorted(list)))
  return lists
}

describe('LexiconCounts', () => {
  it('counts what a store of the same letters has, in memory or not', async () => {
    const store = createMiniSearchStore(settings)
    for (const letter of LETTERS) store.add(letter)
    for (const most of [2_000_000, 500]) {
      const aside = inMemory()
      const counts = new LexiconCounts(analyzer.folding, aside, most)
      for (const letter of LETTERS) await counts.add(analyze(letter, analyzer))
      for (const [list, entries] of await listsOf(counts)) {
        const expected = await store.prefix(list, '', 1_000_000)
        expect(entries).toEqual(expected.map(({ term, documentFrequency }) => [term, documentFrequency]))
      }
      expect(aside.runs > 0).toBe(most === 500)
    }
  })

  it('puts aside what the words make of themselves, too, but not the words that are read', async () => {
    const aside = inMemory()
    const counts = new LexiconCounts(analyzer.folding, aside, 50)
    const last = letter('z', {}, [{ paragraphs: ['道路'] }])
    for (const each of [...LETTERS, last]) await counts.add(analyze(each, analyzer))
    const written: List[] = []
    const { write } = aside
    aside.write = (list, entries) => {
      written.push(list)
      return write(list, entries)
    }
    expect((await collect(counts.sorted('words'))).length).toBeGreaterThan(0)
    expect(written).toContain('readings')
    expect(written).not.toContain('words')
  })

  it('takes back what a letter has added', async () => {
    const [first, ...others] = LETTERS.map((letter) => analyze(letter, analyzer))
    const changed = new LexiconCounts(analyzer.folding, inMemory(), 500)
    for (const letter of [first!, ...others]) await changed.add(letter)
    await changed.add(first!, -1)
    const fresh = new LexiconCounts(analyzer.folding, inMemory())
    for (const letter of others) await fresh.add(letter)
    expect(await listsOf(changed)).toEqual(await listsOf(fresh))
  })
})
