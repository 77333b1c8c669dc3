import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type Segmenter } from '../../src/index.js'
import type { ByteSource } from '../../src/postings/file/source/byte-source.js'
import { letter } from '../helpers/letters.js'

const WORDS =
  '经济 发展 技术 时间 实践 事件 基数 级数 中国 种果 人民 政府 人民政府 科技 科技成果 成果 先投后股 企业 启业 市场 问题'.split(
    ' ',
  )
const FILLING = '的了在是和有为对与及其将于由所以而且或但并'
const PARAGRAPHS = 1_500

/** The longest of these words at each place. */
const words: Segmenter = {
  name: 'words',
  fingerprint: '1',
  segment(text) {
    const segments: string[] = []
    for (let at = 0; at < text.length; at += segments.at(-1)!.length) {
      const found = WORDS.filter((word) => text.startsWith(word, at)).sort((a, b) => b.length - a.length)
      segments.push(found[0] ?? text.charAt(at))
    }
    return segments
  },
}

let file: Uint8Array
beforeAll(async () => {
  let state = 1
  const next = (below: number): number => {
    state = (state * 48_271) % 0x7fffffff
    return state % below
  }
  const texts = Array.from({ length: PARAGRAPHS }, () =>
    Array.from({ length: 12 + next(12) }, () =>
      next(3) > 0
        ? WORDS[next(WORDS.length)]
        : FILLING.charAt(next(FILLING.length)) + FILLING.charAt(next(FILLING.length)),
    ).join(''),
  )
  const replies = texts.map((text, i) => letter(`r${1_000 + i}`, {}, [{ paragraphs: [text] }]))
  const index = await buildIndex(replies, { segmenter: words })
  file = await index.toBytes()
})

/** Every read waits until nothing else is under way: those that were asked for meanwhile are one round. */
function farSource() {
  const counts = { rounds: 0, bytes: 0 }
  let waiting: (() => void)[] = []
  async function answerAll(): Promise<void> {
    for (let turn = 0; turn < 25; turn++) await new Promise((resolve) => setImmediate(resolve))
    const answers = waiting
    waiting = []
    counts.rounds++
    for (const answer of answers) answer()
  }
  const source: ByteSource = {
    size: file.length,
    gap: 512,
    read: (offset, length) =>
      new Promise((resolve) => {
        if (waiting.length === 0) void answerAll()
        waiting.push(() => {
          counts.bytes += length
          resolve(file.subarray(offset, offset + length))
        })
      }),
    async close() {},
  }
  return { source, counts }
}

async function costOf(query: string) {
  // What is loaded when it is first needed is there.
  const warm = await openIndex(file)
  await warm.search(query)
  const { source, counts } = farSource()
  const index = await openIndex(source)
  const opened = { ...counts }
  const { hits } = await index.search(query)
  return { hits, rounds: counts.rounds - opened.rounds, bytes: counts.bytes - opened.bytes }
}

describe('a far file', () => {
  it.each([
    ['a word', '人民政府', 3],
    ['two known words side by side', '技术发展', 3],
    ['a question with two characters that stand together nowhere', '人民政府的科技成果经发展和市场的问题', 3],
    ['one with such characters beside a number', '人民政府经发展了一市场科发展的问题', 3],
    ['one with such characters in two runs', '人民政府经发展，市场科发展的问题', 3],
    ['pinyin of a word', 'zhongguo', 4],
    ['pinyin of a long word', 'renminzhengfu', 4],
    ['initials', 'xthg', 4],
    ['two initials', 'js', 4],
    ['pinyin of several words', 'fazhanjishu', 4],
    ['pinyin of several words with spaces', 'shichang jingji fazhan wenti', 4],
    ['syllables with spaces', 'xian tou hou gu', 4],
    ['ideographs and pinyin', '中国jishu', 4],
    ['a homophone', '先投后古', 5],
  ])('is asked for %s (%s) in %i rounds, texts included', async (_, query, rounds) => {
    const cost = await costOf(query)
    expect(cost.hits.length).toBeGreaterThan(0)
    expect(cost.rounds).toBeLessThanOrEqual(rounds)
  })

  it('is asked by pinyin for little more than by the words themselves', async () => {
    const written = await costOf('人民政府 科技成果')
    const spelled = await costOf('renminzhengfu kejichengguo')
    expect(spelled.hits.map(({ paragraph }) => paragraph.id).length).toBe(written.hits.length)
    expect(spelled.bytes).toBeLessThan(written.bytes * 1.2)
  })

  it('gives the same hits as a near one', async () => {
    const near = await openIndex(file)
    for (const query of ['fazhan jishu', 'fazhanjishu', '中国jishu', 'js', '先投后古', 'xian tou hou gu']) {
      const { hits } = await near.search(query)
      const far = await costOf(query)
      expect(far.hits.map(({ paragraph, score }) => [paragraph.id, score])).toEqual(
        hits.map(({ paragraph, score }) => [paragraph.id, score]),
      )
    }
  })
})
