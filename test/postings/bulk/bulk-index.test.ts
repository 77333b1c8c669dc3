import { describe, expect, it } from 'vitest'
import { BulkIndex } from '../../../src/postings/bulk/bulk-index.js'
import type { Scratch } from '../../../src/postings/bulk/scratch.js'
import { TextWords, WordTable, wordNumbering } from '../../../src/postings/bulk/word-numbers.js'
import { writeIndexBytes } from '../../../src/postings/file/writer.js'
import { createMiniSearchStore } from '../../../src/postings/minisearch-store.js'
import { paragraphsOf, type Reply } from '../../../src/reply/reply.js'
import { createAnalyzer } from '../../../src/text/analyzer.js'
import { traditionalFolding } from '../../../src/text/folding-table.js'
import { createFolding } from '../../../src/text/normalize.js'

const segmenter = {
  name: 'pairs',
  fingerprint: 'pairs 1',
  segment: (text: string) => text.match(/.{1,2}/gsu) ?? [],
  places: (text: string) => text.match(/..?/gsu)?.filter((pair) => /[道学]/.test(pair)) ?? [],
}
const options = {
  analyzer: createAnalyzer(createFolding(traditionalFolding()), segmenter),
  segmenter,
  synonyms: [['科技局', '科学技术局']],
}

function replyOf(id: string, ...texts: string[]): Reply {
  const paragraphs = texts.map((text, i) => ({ id: `${id}/1/${i + 1}`, text }))
  return {
    id,
    proposals: [{ kind: '提案', number: `10${id.length}`, title: `关于${id}的建议` }],
    recipients: ['沈一禾'],
    leaders: [],
    contacts: [],
    copies: [],
    sections: [{ id: `${id}/1`, level: 1, title: '办理情况', paragraphs, sections: [] }],
  }
}

const LETTERS = [
  replyOf('丙', '修建道路。', '修建學校，修建道路', '依照《道路管理条例》，将于2026年底前修建。'),
  replyOf('甲', '2025年 TRIZ 创新，道路道路道路'),
  replyOf('乙', '道'.repeat(300)),
]

/** In memory. */
function scratch(): Scratch {
  let kept = new Uint8Array(0)
  return {
    append(bytes) {
      const longer = new Uint8Array(kept.length + bytes.length)
      longer.set(kept)
      longer.set(bytes, kept.length)
      const position = kept.length
      kept = longer
      return position
    },
    read: (position, length) => kept.subarray(position, position + length),
  }
}

async function bytesOf(replies: readonly Reply[], memory: number): Promise<Uint8Array> {
  const index = new BulkIndex(options, memory, scratch())
  const numbering = wordNumbering(options.analyzer)
  const table = new WordTable()
  for (const reply of replies) {
    const texts = Array.from(paragraphsOf(reply), ({ paragraph }) => paragraph.text)
    index.add(reply, new TextWords(table, numbering(texts)))
  }
  return writeIndexBytes(index.content())
}

async function storeBytesOf(replies: readonly Reply[]): Promise<Uint8Array> {
  const store = createMiniSearchStore(options)
  for (const reply of replies) store.add(reply)
  return writeIndexBytes(store.content())
}

const PLENTY = 2 ** 30

describe.each([
  ['in memory', PLENTY],
  ['in a run for each reply', 1],
])('BulkIndex, %s', (_, memory) => {
  it('yields the file of a mutable index with the same replies', async () => {
    expect(await bytesOf(LETTERS, memory)).toEqual(await storeBytesOf(LETTERS))
  })

  it('yields the same file whatever the order of the replies', async () => {
    expect(await bytesOf([...LETTERS].reverse(), memory)).toEqual(await bytesOf(LETTERS, PLENTY))
  })

  it('leaves no trace of a reply that another of its id replaced', async () => {
    const replaced = [replyOf('甲', '管理辦法', '另一段'), ...LETTERS]
    expect(await bytesOf(replaced, memory)).toEqual(await bytesOf(LETTERS, PLENTY))
  })

  it('yields lists of every length', async () => {
    const texts = Array.from({ length: 5_000 }, (_, i) => `道路${'桥'.repeat(i % 7)}${i % 100 ? '' : '隧道'}`)
    const replies = [replyOf('丁', ...texts), replyOf('戊', '𠀀𠀁道路，ａ1')]
    expect(await bytesOf(replies, memory)).toEqual(await storeBytesOf(replies))
  })
})
