import { parentPort, workerData } from 'node:worker_threads'
import { wordNumbering } from '../../postings/bulk/word-numbers.js'
import { indexSettings } from '../../postings/index-settings.js'
import { jieba, releaseDictionary } from '../words/jieba.js'
import type { WorkerAnswer } from './segmenting-workers.js'

// The entry of a worker thread: texts come in groups, and their words go back as numbers. It ends when there are no more.

const { analyzer } = indexSettings(jieba({ userDictionary: workerData as string[] }))
const numbering = wordNumbering(analyzer)

parentPort?.on('message', (texts: string[] | null) => {
  if (texts === null) {
    parentPort?.close()
    releaseDictionary()
    return
  }
  try {
    const words = numbering(texts)
    answer({ words }, [words.numbers.buffer, words.ends.buffer, words.placeEnds.buffer])
  } catch (error) {
    answer({ error: (error as Error).message })
  }
})

function answer(message: WorkerAnswer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, moved)
}
