import { availableParallelism } from 'node:os'
import { DafuError } from '../../errors.js'
import { BulkIndex } from '../../postings/bulk/bulk-index.js'
import { TextWords, WordTable, wordNumbering } from '../../postings/bulk/word-numbers.js'
import type { FieldNeeds } from '../../postings/file/field-writer.js'
import type { IndexSettings } from '../../postings/index-settings.js'
import type { Field } from '../../postings/posting-store.js'
import { paragraphsOf, type Reply } from '../../reply/reply.js'
import { assertIterable, assertReply } from '../../reply/schema.js'
import type { Segmenter } from '../../text/segmenter.js'
import type { FileOptions, Replies } from '../build-options.js'
import { ScratchFile } from '../files/scratch-file.js'
import { SegmentingWorkers } from '../threads/segmenting-workers.js'
import { WritingThread } from '../threads/writing-thread.js'
import { userWordsOf } from '../words/jieba.js'
import { lookAhead } from './look-ahead.js'
import type { Part } from './part.js'

/** In bytes. */
const MEMORY = 2 ** 24
/** This one, which builds, and two that segment: for more it would be too slow, and each has a dictionary of its own. */
const USUAL_THREADS = 3
/** Characters from which it pays that another thread loads a dictionary; until then the replies are held in memory. */
const LARGE = 3_000_000
/** Paragraphs whose texts are segmented together: of more, the letters would wait for so long that few died young. */
const GROUP = 128
/** Groups that wait for each thread, or come from it. */
const AHEAD = 4
/**
 * Texts after which one of the usual threads segments alone. What a build holds grows with the letters, if slowly: it
 * takes the room of the second dictionary then.
 */
const TEXTS_OF_ALL = 120_000
/** What another thread writes, where there is one: about as much as this one has to do meanwhile. */
const APART = ['bigrams', 'characters'] as const satisfies Field[]

type GatherOptions = Pick<FileOptions, 'memory' | 'workers' | 'onProgress' | 'signal'> & {
  segmenter: Segmenter
}

type Cutter = Pick<SegmentingWorkers, 'words' | 'stop'>

interface Group {
  replies: Reply[]
  texts: string[]
}

/**
 * Turns replies into a part of an index, for as long as it is used. What takes more memory than it may goes into a
 * hidden file beside `path`, which is removed whatever happens.
 *
 * @throws DafuError where there would be no thread.
 */
export async function gatherReplies<Result>(
  replies: Replies,
  path: string,
  settings: IndexSettings,
  options: GatherOptions,
  use: (part: Part) => Promise<Result>,
): Promise<Result> {
  const { workers = 1 } = options
  if (!(workers >= 1))
    throw new DafuError(`workers is ${workers}, and must be 1 or more: this thread is one of them.`)
  const scratch = new ScratchFile(path)
  const memory = options.memory ?? MEMORY
  let writing: WritingThread | undefined
  try {
    const index = new BulkIndex(settings, memory, scratch)
    const threads = await addAll(index, replies, settings, options)
    const content = index.content()
    const writeElsewhere = (needs: FieldNeeds) => {
      const { spilled } = content
      if (!spilled || threads === 1) return new Map()
      writing = new WritingThread({ fields: APART, needs, spilled, memory }, scratch, options.signal)
      return writing.written
    }
    return await use({ name: 'the letters', content, writeElsewhere })
  } finally {
    await writing?.stop()
    scratch.close()
  }
}

function charactersAhead({ segmenter, workers }: GatherOptions): number {
  return userWordsOf(segmenter) && workers === undefined ? LARGE : 1
}

function usualThreads(): number {
  return availableParallelism() > 1 ? USUAL_THREADS : 1
}

/** @returns How many threads it took. */
async function addAll(
  index: BulkIndex,
  replies: Replies,
  settings: IndexSettings,
  options: GatherOptions,
): Promise<number> {
  const ahead = await lookAhead(checked(replies, options.signal), charactersAhead(options))
  const threads = ahead.isAll ? 1 : (options.workers ?? usualThreads())
  const cutter = cutterFor(settings, options, threads)
  try {
    await addInGroups(index, ahead.replies, cutter, AHEAD * (threads - 1), options.onProgress)
  } finally {
    // With their dictionaries goes the memory that writing takes.
    await cutter.stop()
  }
  return threads
}

async function addInGroups(
  index: BulkIndex,
  replies: AsyncIterable<Reply>,
  cutter: Cutter,
  ahead: number,
  onProgress: GatherOptions['onProgress'],
): Promise<void> {
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

  for await (const { replies: some, texts } of groupsOf(replies)) {
    const words = cutter.words(texts)
    // Whether this failed shows when its turn comes, if it still does.
    words.catch(() => {})
    waiting.push({ replies: some, words })
    if (waiting.length >= ahead) await addNext()
  }
  while (waiting.length > 0) await addNext()
}

function cutterFor(settings: IndexSettings, { segmenter, workers }: GatherOptions, threads: number): Cutter {
  const userWords = userWordsOf(segmenter)
  if (!userWords || threads === 1) return here(settings)
  return new SegmentingWorkers(threads - 1, userWords, workers === undefined ? TEXTS_OF_ALL : undefined)
}

/** Cuts texts in this thread. */
function here({ analyzer }: IndexSettings): Cutter {
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
  assertIterable(replies)
  for await (const reply of replies) {
    signal?.throwIfAborted()
    assertReply(reply)
    yield reply
  }
}
