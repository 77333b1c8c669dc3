import { describe, expect, it } from 'vitest'
import { createMiniSearchStore, type MiniSearchStore } from '../../src/postings/minisearch-store.js'
import type { Reply } from '../../src/reply/reply.js'
import { createAnalyzer } from '../../src/text/analyzer.js'
import { pairs, testAnalyzer } from './reference.js'
import { letters, testPostingStore } from './test-posting-store.js'

function storeOf(replies: readonly Reply[]): MiniSearchStore {
  const { name, fingerprint } = pairs
  const store = createMiniSearchStore({
    analyzer: testAnalyzer,
    segmenter: { name, fingerprint },
    synonyms: [],
  })
  for (const reply of replies) store.add(reply)
  return store
}

testPostingStore('the store in MiniSearch', async (replies) => storeOf(replies))
testPostingStore('the store in MiniSearch, filled from the end', async (replies) =>
  storeOf([...replies].reverse()),
)
testPostingStore('the store in MiniSearch, after changes', async (replies) => {
  const store = storeOf([...letters].reverse())
  store.remove('2104300')
  for (const reply of letters) store.remove(reply.id)
  for (const reply of [...replies, ...replies]) store.add(reply)
  return store
})

describe('the store in MiniSearch', () => {
  const [first] = letters as [Reply, ...Reply[]]

  it('keeps a reply as it was when it was added', async () => {
    const reply = structuredClone(first)
    const store = storeOf([reply])
    reply.sections[0]!.paragraphs[0]!.text = '坏'
    expect(await store.reply(reply.id)).toEqual(first)
  })

  it('says whether there was a reply to remove', () => {
    const store = storeOf([first])
    expect([
      store.has(first.id),
      store.remove(first.id),
      store.has(first.id),
      store.remove(first.id),
    ]).toEqual([true, true, false, false])
  })

  it('leaves no term of a reply that was removed in MiniSearch', () => {
    const store = storeOf(letters)
    for (const { id } of letters) store.remove(id)
    expect([...store.miniSearch.terms()]).toEqual([])
    expect(JSON.parse(JSON.stringify(store.miniSearch))).toMatchObject({ documentCount: 0, index: [] })
  })

  it('changes nothing if the segmenter fails', async () => {
    const segmenter = {
      ...pairs,
      segment: (text: string) => (text.includes('坏') ? [] : pairs.segment(text)),
    }
    const store = createMiniSearchStore({
      analyzer: createAnalyzer(testAnalyzer.folding, segmenter),
      segmenter,
      synonyms: [],
    })
    store.add(first)
    const broken = structuredClone(first)
    broken.sections[0]!.paragraphs[2]!.text = '坏'
    expect(() => store.add(broken)).toThrow(/do not concatenate/)
    expect(await store.reply(first.id)).toEqual(first)
    expect(store.summary.paragraphs).toBe(3)
  })

  it('lets MiniSearch itself be searched and asked for suggestions', () => {
    const { miniSearch } = storeOf(letters)
    expect(miniSearch.search('管理办法')[0]).toMatchObject({ id: '2104071/1/3' })
    expect(miniSearch.autoSuggest('资金').map(({ suggestion }) => suggestion)).toEqual(['资金'])
  })
})
