import { type Reply, withoutReading } from '../reply/reply.js'
import { paragraphTerms } from './documents.js'
import type { IndexSettings } from './index-settings.js'
import { MiniIndex } from './minisearch-index.js'
import { createMiniView, type MiniView } from './minisearch-view.js'
import { listOf } from './posting-list.js'
import type { IndexContent, PostingStore } from './posting-store.js'

/** What is handed out of MiniSearch: all that does not change it. */
export type MiniSearchAccess = Pick<MiniIndex, 'search' | 'autoSuggest' | 'toJSON'>

export interface MiniSearchStore extends PostingStore {
  readonly miniSearch: MiniIndex
  has(id: string): boolean
  /** @throws nothing but what the segmenter throws, before anything was changed. */
  add(reply: Reply): void
  remove(id: string): boolean
  content(): IndexContent
}

/**
 * The mutable store. MiniSearch holds the postings; the order of the paragraphs, and all that depends on it, is made
 * anew when something is read after a change.
 */
export function createMiniSearchStore(settings: IndexSettings): MiniSearchStore {
  const { analyzer } = settings
  const miniSearch = new MiniIndex(analyzer)
  const replies = new Map<string, Reply>()
  const lengths = new Map<string, number>()
  const places = new Map<string, readonly string[]>()
  let view: MiniView | undefined

  function current(): MiniView {
    view ??= createMiniView({ ...settings, miniSearch, replies, lengths, places })
    return view
  }

  function remove(id: string): boolean {
    const reply = replies.get(id)
    if (!reply) return false
    for (const paragraph of paragraphTerms(reply, analyzer)) {
      miniSearch.remove(paragraph)
      lengths.delete(paragraph.id)
      places.delete(paragraph.id)
    }
    replies.delete(id)
    view = undefined
    return true
  }

  return {
    miniSearch,
    has: (id) => replies.has(id),
    add(reply) {
      const paragraphs = [...paragraphTerms(reply, analyzer)]
      remove(reply.id)
      for (const paragraph of paragraphs) {
        miniSearch.add(paragraph)
        lengths.set(paragraph.id, paragraph.length)
        places.set(paragraph.id, paragraph.places)
      }
      replies.set(reply.id, structuredClone(withoutReading(reply)))
      view = undefined
    },
    remove,
    content: () => current().content(),
    get summary() {
      return current().summary
    },
    get totalLength() {
      return current().totalLength
    },
    get totalWords() {
      return current().totalWords
    },
    get folding() {
      return current().folding
    },
    synonyms: settings.synonyms,
    lookup: (keys) => Promise.all(keys.map((key) => current().lookup(key))),
    prefix: async (field, prefix, limit) => current().prefix(field, prefix, limit),
    postings: async (entries) =>
      entries.map((entry) => listOf(current().postings(entry), current().lengths())),
    lengths: async () => current().lengths(),
    columns: async (names) => current().columns(names),
    paragraphs: async (ordinals) =>
      ordinals.map((ordinal) => {
        const stored = current().paragraph(ordinal)
        return {
          ordinal,
          reply: stored.reply.id,
          text: stored.paragraph.text,
          stored: () => structuredClone(stored),
        }
      }),
    reply: async (id) => structuredClone(replies.get(id)),
    ordinal: async (paragraphId) => current().ordinal(paragraphId),
    async close() {},
  }
}
