import { availableParallelism } from 'node:os'
import { BulkIndex } from '../../postings/bulk/bulk-index.js'
import { TextWords, WordTable, wordNumbering } from '../../postings/bulk/word-numbers.js'
import type { IndexSettings } from '../../postings/index-settings.js'
import { paragraphsOf, type Reply } from '../../reply/reply.js'
import { assertReply } from '../../reply/schema.js'
import type { Segmenter } from '../../text/segmenter.js'
import type { FileOptions, Replies } from '../build.js'
import { ScratchFile } from '../files/scratch-file.js'
import { SegmentingWorkers } from '../threads/segmenting-workers.js'
import { userWordsOf } from '../words/jieba.js'
import { lookAhead } from './look-ahead.js'
import type { Part } from './part.js'

/** In bytes. */
const MEMORY = 2 ** 26
/** This one, which builds, and one that segments: a second would mostly wait for the first. */
const USUAL_THREADS = 2
/** Characters from which it pays that another thread loads a dictionary; until then the replies are held in memory. */
const LARGE = 3_000_000
/** Paragraphs whose texts are segmented together. */
const GROUP = 512
/** Groups that wait for each thread, or come from it. */
const AHEAD = 4

type GatherOptions = Pick<FileOptions, 'memory' | 'workers' | 'onProgress' | 'signal'> & {
  segmenter: Segmenter
}

interface Group {
  replies: Reply[]
  texts: string[]
}

/**
 * Turns replies into a part of an index, for as long as it is used. What takes more memory than it may goes into a
 * hidden file beside `path`, which is removed whatever happens.
 */
export async function gatherReplies<Result>(
  replies: Replies,
  path: string,
  settings: IndexSettings,
  options: GatherOptions,
  use: (part: Part) => Promise<Result>,
): Promise<Result> {
  const scratch = new ScratchFile(path)
  try {
    const index = new BulkIndex(settings, options.memory ?? MEMORY, scratch)
    await addAll(index, replies, settings, options)
    return await use({ name: 'the letters', content: index.content() })
  } finally {
    scratch.close()
  }
}

async function addAll(
  index: BulkIndex,
  replies: Replies,
  settings: IndexSettings,
  { segmenter, workers, onProgress, signal }: GatherOptions,
): Promise<void> {
  const userWords = userWordsOf(segmenter)
  const ahead = await lookAhead(checked(replies, signal), userWords && workers === undefined ? LARGE : 1)
  const threads = ahead.isAll ? 1 : (workers ?? Math.min(availableParallelism(), USUAL_THREADS))
  const cutter = userWords && threads > 1 ? new SegmentingWorkers(threads - 1, userWords) : here(settings)
  const waiting: { replies: Reply[]; words: Promise<TextWords> }[] = []
  let indexed = 0

  async function addNext(): Promise<void> {
    const { replies, words } = waiting.shift()!
    const found = await words
    for (const reply of replies) {
      index.add(reply, found)
      onProgress?.({ replies: ++indexed })
    }
  }

  try {
    for await (const { replies, texts } of groupsOf(ahead.replies)) {
      const words = cutter.words(texts)
      // Whether this failed shows when its turn comes, if it still does.
      words.catch(() => {})
      waiting.push({ replies, words })
      if (waiting.length >= AHEAD * (threads - 1)) await addNext()
    }
    while (waiting.length > 0) await addNext()
  } finally {
    await cutter.stop()
  }
}

/** Cuts texts in this thread. */
function here({ analyzer }: IndexSettings): Pick<SegmentingWorkers, 'words' | 'stop'> {
  const numbering = wordNumbering(analyzer)
  const table = new WordTable()
  return {
    words: async (texts) => new TextWords(table, numbering(texts)),
    stop: async () => {},
  }
}

async function* groupsOf(replies: AsyncIterable<Reply>): AsyncGenerator<Group> {
  let group: Group = { replies: [], texts: [] }
  for await (const reply of replies) {
    group.replies.push(reply)
    for (const { paragraph } of paragraphsOf(reply)) group.texts.push(paragraph.text)
    if (group.texts.length < GROUP) continue
    yield group
    group = { replies: [], texts: [] }
  }
  if (group.replies.length > 0) yield group
}

async function* checked(replies: Replies, signal: AbortSignal | undefined): AsyncGenerator<Reply> {
  for await (const reply of replies) {
    signal?.throwIfAborted()
    assertReply(reply)
    yield reply
  }
}
