import type { IndexSettings } from '../../postings/index-settings.js'
import type { Reply } from '../../reply/reply.js'
import { traditionalFolding } from '../../text/folding-table.js'
import { type AnalyzedReply, analyze, paragraphDocuments, replyDocument } from '../layout/documents.js'
import { hash53 } from '../layout/hash.js'
import { HEAD_ID, type Head } from '../layout/head.js'
import { documentId } from '../layout/ids.js'
import type { KeptDocuments } from '../layout/kept-documents.js'
import { LISTS, type List, type ListSummary } from '../layout/lists.js'
import { storedReply } from '../layout/stored-replies.js'
import type { BulkSender } from './bulk.js'
import { LexiconCounts } from './lexicon-counts.js'
import { NumberMap } from './number-map.js'
import { asideIn, writeList } from './term-pages.js'

export interface FillingContext {
  settings: IndexSettings
  sender: BulkSender
  kept: KeptDocuments
  /** Whether documents of an earlier push may be there. */
  resumed: boolean
}

/** The documents of an index that is filled, and what is counted of them. */
export class Filling {
  readonly #settings: IndexSettings
  readonly #sender: BulkSender
  readonly #kept: KeptDocuments
  readonly #resumed: boolean
  readonly #aside: ReturnType<typeof asideIn>
  readonly #counts: LexiconCounts
  /** The version of each reply by its id, both as 53 bits: there may be millions. */
  readonly #versions = new NumberMap()
  #paragraphs = 0
  #totalLength = 0
  #skipped = 0

  constructor({ settings, sender, kept, resumed }: FillingContext) {
    this.#settings = settings
    this.#sender = sender
    this.#kept = kept
    this.#resumed = resumed
    this.#aside = asideIn(sender, kept)
    this.#counts = new LexiconCounts(settings.analyzer.folding, this.#aside)
  }

  get replies(): number {
    return this.#versions.size
  }

  get paragraphs(): number {
    return this.#paragraphs
  }

  /** Replies that were there already. */
  get skipped(): number {
    return this.#skipped
  }

  isCurrent(version: string): boolean {
    if (!this.#current) {
      this.#current = new NumberMap()
      for (const current of this.#versions.values()) this.#current.set(current, 1)
    }
    return this.#current.get(hash53(version)) !== undefined
  }
  #current: NumberMap | undefined

  /** Replaces a reply of the same id. @throws SegmenterError */
  async add(replies: readonly Reply[]): Promise<void> {
    const ids = replies.map(({ id }) => documentId('reply', id))
    const there = this.#resumed ? await this.#kept.versions(ids) : []
    const all = replies.map((reply) => analyze(reply, this.#settings.analyzer))
    const replaced = ids.filter((_, i) => there[i] !== undefined && there[i] !== all[i]!.version)
    await this.#unmark(replaced)
    for (const [i, reply] of replies.entries()) {
      const analyzed = all[i]!
      const known = this.#versions.get(hash53(reply.id))
      const version = hash53(analyzed.version)
      if (known === version) continue
      if (known !== undefined) await this.#takeBack(reply.id)
      this.#versions.set(hash53(reply.id), version)
      await this.#count(analyzed, 1)
      if (known === undefined && there[i] === analyzed.version) this.#skipped++
      else await this.#send(analyzed)
    }
  }

  /** Writes the lexicon, and waits until everything has arrived. */
  async finish(): Promise<void> {
    await this.#sender.flush()
    const lists: Partial<Record<List, ListSummary>> = {}
    for (const list of LISTS) lists[list] = await writeList(list, this.#counts.sorted(list), this.#sender)
    await this.#aside.clear()
    const head: Head = {
      replies: this.replies,
      paragraphs: this.#paragraphs,
      totalLength: this.#totalLength,
      folding: traditionalFolding(),
      synonyms: this.#settings.synonyms,
      lists: lists as Head['lists'],
    }
    const source = { kind: 'head' as const, stored: JSON.stringify(head) }
    await this.#sender.put([{ id: HEAD_ID, name: HEAD_ID, source }])
    await this.#sender.flush()
  }

  async #send(analyzed: AnalyzedReply): Promise<void> {
    await this.#sender.put(paragraphDocuments(analyzed, this.#settings.analyzer.folding))
    this.#sender.putAfter([replyDocument(analyzed)])
  }

  /** What the earlier reply of an id has added; its documents are replaced, or removed as stale at the end. */
  async #takeBack(id: string): Promise<void> {
    await this.#sender.flush()
    const earlier = await storedReply(this.#kept, id)
    if (earlier) await this.#count(analyze(earlier, this.#settings.analyzer), -1)
    await this.#unmark([documentId('reply', id)])
  }

  /** Before paragraphs are overwritten: what says that all of them are there must not outlast them. */
  async #unmark(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await this.#sender.remove(ids)
    await this.#sender.flush()
  }

  async #count(analyzed: AnalyzedReply, times: 1 | -1): Promise<void> {
    await this.#counts.add(analyzed, times)
    this.#paragraphs += times * analyzed.paragraphs.length
    for (const { length } of analyzed.paragraphs) this.#totalLength += times * length
  }
}
