import { parentPort, workerData } from 'node:worker_threads'
import { indexSettings } from '../postings/index-settings.js'
import type { Reply } from '../reply/reply.js'
import { BatchFiles } from './batch-files.js'
import type { WorkerAnswer, WorkerTask } from './build-workers.js'
import { writeError } from './errors.js'
import { jieba } from './jieba.js'

// The entry of a worker thread: replies come in groups, and go into files of batches.

const { words, synonyms, ...options } = workerData as WorkerTask
const batches = new BatchFiles({ ...indexSettings(jieba({ userDictionary: words })), synonyms }, options)
let last = Promise.resolve()

parentPort?.on('message', (replies: Reply[]) => {
  last = last
    .then(() => index(replies))
    .catch((cause) => answer({ error: writeError(options.path, cause).message }))
})

/** An empty group is the last one. */
async function index(replies: readonly Reply[]): Promise<void> {
  for (const reply of replies) await batches.add(reply)
  if (replies.length > 0) return answer({ indexed: replies.length })
  await batches.flush()
  answer({ paths: batches.paths })
}

function answer(message: WorkerAnswer): void {
  parentPort?.postMessage(message)
}
