import { parentPort, workerData } from 'node:worker_threads'
import { type NumberedWords, wordNumbering } from '../../postings/bulk/word-numbers.js'
import { indexSettings } from '../../postings/index-settings.js'
import { jieba, releaseDictionary } from '../words/jieba.js'
import { busyWith, checkExit } from './before-exit.js'
import type { SegmentingTask, WorkerAnswer } from './segmenting-workers.js'

// The entry of a worker thread: texts come in groups, and their words go back as numbers. It ends when there are no more.

const { words, state } = workerData as SegmentingTask
const numbering = busyWith(state, newNumbering)

parentPort?.on('message', (texts: string[] | null) => {
  if (texts === null) {
    parentPort?.close()
    busyWith(state, releaseDictionary)
    return
  }
  try {
    const words = busyWith(state, () => numbering(texts))
    answer({ words }, [words.numbers.buffer, words.ends.buffer, words.placeEnds.buffer])
  } catch (error) {
    answer({ error: (error as Error).message })
  }
})

function newNumbering(): (texts: readonly string[]) => NumberedWords {
  const { analyzer } = indexSettings(jieba({ userDictionary: [...words] }))
  return wordNumbering({
    ...analyzer,
    segmentEnds(text) {
      checkExit(state)
      return analyzer.segmentEnds(text)
    },
  })
}

function answer(message: WorkerAnswer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved)
}
