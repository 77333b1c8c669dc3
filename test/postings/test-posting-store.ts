import { describe, expect, it } from 'vitest'
import { COLUMNS } from '../../src/postings/columns.js'
import { LIST_BLOCK, loaded, type PostingList, type Postings } from '../../src/postings/posting-list.js'
import {
  FIELDS,
  type PostingStore,
  type TermEntry,
  type TermKey,
  VOCABULARIES,
} from '../../src/postings/posting-store.js'
import { paragraphsOf, type Reply } from '../../src/reply/reply.js'
import { paragraphIds, type Reference, referenceOf, replyOf } from './reference.js'

export const letters: Reply[] = [
  replyOf('2104071', ['一是实施“先投后股”专项支持政策。', '支持支持再支持', '资金管理办法'], {
    proposals: [{ kind: '提案', number: '2104071', title: '关于青年科技工作者的建议', session: '十届四次' }],
    issuer: '株洲市科学技术局',
    recipients: ['黄立志', '何涌'],
    category: 'A',
    date: '2025-07-03',
    contacts: [{ role: '承办人', name: '李四', phone: '28687667' }],
    leaders: [{ role: '签发人', name: '张三' }],
    copies: ['市政协提案委'],
    disclosure: '同意对外公开',
    documentNumber: '株科办〔2025〕33号',
    documentNumberPrinted: '株科办[2025]33号',
    datePrinted: '二〇二五年七月三日',
    coHandlers: ['市财政局'],
    pageMetadata: {
      title: '关于提案的答复',
      publicationDate: '2025-08-01',
      entries: [{ label: '索引号', value: '000014349/2025-1' }],
    },
    signatory: '株洲市科技局',
    source: 'corpus/2104071.md',
  }),
  {
    ...replyOf('2104106', []),
    proposals: [
      { kind: '建议', number: '106' },
      { kind: '议案', number: '107', session: '十届四次' },
    ],
    sections: [
      {
        id: '2104106/1',
        level: 1,
        marker: '一、',
        title: '当前工作情况',
        role: 'progress',
        paragraphs: [
          {
            id: '2104106/1/1',
            text: '一是优化布局。知识價值信用貸款 2024 年',
            lead: '一是优化布局。',
            kind: 'run-in',
          },
        ],
        sections: [
          {
            id: '2104106/1.1',
            level: 2,
            title: '揭榜挂帅',
            paragraphs: [{ id: '2104106/1.1/1', text: 'GDP 增长 5.5%，𠮷野家\ud800。', kind: 'numbered' }],
            sections: [],
          },
        ],
      },
      { id: '2104106/2', level: 1, role: 'closing', paragraphs: [], sections: [] },
    ],
  },
  replyOf('2104200', []),
  replyOf(
    '2104300',
    Array.from({ length: 300 }, (_, n) => `第${n}段说的是支持${'力度'.repeat((n % 7) + 1)}`),
  ),
]

/**
 * What every store must do.
 * @param open Makes a store that holds the replies.
 */
export function testPostingStore(
  name: string,
  open: (replies: readonly Reply[]) => Promise<PostingStore>,
): void {
  describe(`${name} is a posting store`, () => {
    for (const [what, replies] of [
      ['letters', letters],
      ['one reply', letters.slice(0, 1)],
      ['no replies', []],
    ] as const) {
      const reference = referenceOf(replies)
      it(`counts ${what}`, async () => {
        const store = await open(replies)
        const words = [...reference.lists.get('words')!.values()]
        expect(store.summary).toMatchObject({
          replies: replies.length,
          paragraphs: paragraphIds(replies).length,
          terms: words.length,
        })
        expect(store.totalLength).toBe(reference.totalLength)
        expect(store.totalWords).toBe(words.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0))
        await store.close()
      })

      it(`finds every term of ${what} with its postings`, async () => {
        const store = await open(replies)
        for (const field of FIELDS) {
          const terms = reference.lists.get(field)!
          const keys = [...terms.keys()].map((term) => ({ field, term }))
          const entries = (await store.lookup(keys)) as TermEntry[]
          expect(entries.map((entry) => entry && pick(entry))).toEqual(
            keys.map((key) => ({ ...key, documentFrequency: terms.get(key.term)!.paragraphs.length })),
          )
          const lists = await store.postings(entries)
          expect(lists.map(postingsOf)).toEqual([...terms.values()])
          for (const list of lists) expectBounds(list, await reference.lengths())
        }
        await store.close()
      })

      it(`lists the terms of ${what} by their start`, async () => {
        const store = await open(replies)
        for (const field of FIELDS) {
          const terms = [...reference.lists.get(field)!.keys()]
          const starts = ['', '支', '支持', '\uffff', ...terms.slice(0, 20), ...terms.slice(-20)]
          for (const start of starts) {
            for (const limit of [0, 1, 5, 10_000]) {
              const found = await store.prefix(field, start, limit)
              const expected = terms.filter((term) => term.startsWith(start)).slice(0, limit)
              expect(found.map(({ term }) => term)).toEqual(expected)
              if (start && limit === 5) expect(await store.lookup(found)).toEqual(found)
            }
          }
        }
        for (const vocabulary of VOCABULARIES) {
          const found = await store.prefix(vocabulary, '', 10_000)
          expect(found.map(({ term }) => term)).toEqual(found.map(({ term }) => term).sort(byCodeUnits))
          expect((await store.lookup(found)).map((entry) => entry && pick(entry))).toEqual(found.map(pick))
        }
        await store.close()
      })

      it(`gives lengths, columns and paragraphs of ${what}`, async () => {
        const store = await open(replies)
        expect(await store.lengths()).toEqual(reference.lengths())
        expect(await store.columns(COLUMNS)).toEqual(COLUMNS.map((column) => reference.columns.get(column)))
        await expectParagraphs(store, reference)
        await store.close()
      })
    }

    it('answers in the order of the question, also when something is asked twice or does not exist', async () => {
      const store = await open(letters)
      const keys: TermKey[] = [
        { field: 'words', term: '支持' },
        { field: 'bigrams', term: '没有' },
        { field: 'bigrams', term: '支持' },
        { field: 'words', term: '支持' },
        { field: 'words', term: '' },
        { field: 'words', term: '\uffff'.repeat(5000) },
      ]
      const entries = await store.lookup(keys)
      expect(entries.map((entry) => entry?.term)).toEqual([
        '支持',
        undefined,
        '支持',
        '支持',
        undefined,
        undefined,
      ])
      const [first, second] = await store.postings([entries[2] as TermEntry, entries[0] as TermEntry])
      expect(first!.paragraphs.length).toBe(entries[2]!.documentFrequency)
      expect(second!.paragraphs.length).toBe(entries[0]!.documentFrequency)
      const paragraphs = await store.paragraphs([4, 0, 4])
      expect(paragraphs.map(({ ordinal }) => ordinal)).toEqual([4, 0, 4])
      expect(await store.paragraphs([])).toEqual([])
      expect(await store.lookup([])).toEqual([])
      await store.close()
    })

    it('knows neither replies nor paragraphs that it does not hold', async () => {
      const store = await open(letters)
      for (const id of ['', '2104071/9/1', '2104071/1', '2104071', '/', 'a/b/c/d']) {
        expect(await store.ordinal(id)).toBeUndefined()
      }
      for (const id of ['', '2104071/1', '210407', '\uffff']) expect(await store.reply(id)).toBeUndefined()
      await store.close()
    })
  })
}

async function expectParagraphs(store: PostingStore, reference: Reference): Promise<void> {
  const ids = paragraphIds(reference.sorted)
  const read = await store.paragraphs(ids.map((_, ordinal) => ordinal))
  const stored = read.map((paragraph) => paragraph.stored())
  const expected = reference.sorted.flatMap((reply) => {
    const { sections: _, ...head } = reply
    return [...paragraphsOf(reply)].map(({ paragraph, path }) => ({
      paragraph,
      reply: head,
      id: path.at(-1)!.id,
    }))
  })
  expect(stored.map(({ paragraph, reply, section }) => ({ paragraph, reply, id: section.id }))).toEqual(
    expected,
  )
  expect(stored.map(({ ordinal }) => ordinal)).toEqual(ids.map((_, ordinal) => ordinal))
  expect(read.map(({ ordinal, text }) => ({ ordinal, text }))).toEqual(
    stored.map(({ ordinal, paragraph: { text } }) => ({ ordinal, text })),
  )
  for (const [ordinal, id] of ids.slice(0, 20).entries()) expect(await store.ordinal(id)).toBe(ordinal)
  for (const reply of reference.sorted) expect(await store.reply(reply.id)).toEqual(reply)
}

function pick({ field, term, documentFrequency }: TermEntry): TermEntry {
  return { field, term, documentFrequency }
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** All postings of a list. */
export function postingsOf(list: PostingList): Postings {
  const { paragraphs, frequencies } = loaded(list)
  return { paragraphs, frequencies }
}

/** What is said of a block without reading it holds for all in it. */
function expectBounds(list: PostingList, lengths: Uint8Array): void {
  list.lasts.forEach((last, number) => {
    const [start, end] = [number * LIST_BLOCK, (number + 1) * LIST_BLOCK]
    const paragraphs = list.paragraphs.subarray(start, end)
    expect(paragraphs.at(-1)).toBe(last)
    expect(Math.max(...list.frequencies.subarray(start, end))).toBe(list.greatestFrequencies[number])
    for (const ordinal of paragraphs) {
      expect(lengths[ordinal]).toBeGreaterThanOrEqual(list.leastLengths[number]!)
    }
  })
}
