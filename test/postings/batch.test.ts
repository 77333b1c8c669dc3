import { describe, expect, it } from 'vitest'
import { createBatch } from '../../src/postings/batch.js'
import { writeIndexBytes } from '../../src/postings/file/writer.js'
import { createMiniSearchStore } from '../../src/postings/minisearch-store.js'
import type { Reply } from '../../src/reply/reply.js'
import { createAnalyzer } from '../../src/text/analyzer.js'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'

const segmenter = {
  name: 'pairs',
  fingerprint: 'pairs 1',
  segment: (text: string) => text.match(/.{1,2}/gsu) ?? [],
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
  replyOf('丙', '修建道路。', '修建學校，修建道路'),
  replyOf('甲', '2025年 TRIZ 创新，道路道路道路'),
  replyOf('乙', '道'.repeat(300)),
]

describe('createBatch', () => {
  it('yields the file of a mutable index with the same replies', async () => {
    const batch = createBatch(options)
    const store = createMiniSearchStore(options)
    for (const reply of LETTERS) {
      batch.add(reply)
      store.add(reply)
    }
    expect(await writeIndexBytes(batch.content())).toEqual(await writeIndexBytes(store.content()))
  })

  it('yields the same file whatever the order of the replies', async () => {
    const forwards = createBatch(options)
    const backwards = createBatch(options)
    for (const reply of LETTERS) forwards.add(reply)
    for (const reply of [...LETTERS].reverse()) backwards.add(reply)
    expect(await writeIndexBytes(backwards.content())).toEqual(await writeIndexBytes(forwards.content()))
  })

  it('leaves no trace of a reply that another of its id replaced', async () => {
    const replaced = createBatch(options)
    const plain = createBatch(options)
    replaced.add(replyOf('甲', '管理辦法', '另一段'))
    for (const reply of LETTERS) {
      replaced.add(reply)
      plain.add(reply)
    }
    expect(replaced.replies).toBe(3)
    expect(await writeIndexBytes(replaced.content())).toEqual(await writeIndexBytes(plain.content()))
  })
})
