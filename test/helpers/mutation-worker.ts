import { parentPort, workerData } from 'node:worker_threads'
import { DafuError } from '../../src/errors.js'
import { parseReply } from '../../src/reply/parse.js'
import { assertReply } from '../../src/reply/schema.js'
import { mutatedDocument, readOriginals } from './mutations.js'

/** How many documents were parsed, and what went wrong with the first that went wrong. */
export interface Progress {
  next: number
  failure?: string
}

const STEP = 50

// Run by mutations.test.ts, which sees from the numbers that come whether it hangs.
const { from, to } = workerData as { from: number; to: number }
const originals = readOriginals()
let failure: string | undefined
for (let seed = from; seed < to && failure === undefined; seed++) {
  if ((seed - from) % STEP === 0) parentPort?.postMessage({ next: seed } satisfies Progress)
  failure = failureOf(seed)
}
parentPort?.postMessage({ next: to, ...(failure !== undefined && { failure }) } satisfies Progress)

function failureOf(seed: number): string | undefined {
  const { text, format } = mutatedDocument(seed, originals)
  try {
    assertReply(parseReply(text, { format, id: 'x' }))
  } catch (error) {
    // That what was read is no valid reply is an error of the parser's.
    const isRefusal = error instanceof DafuError && !error.message.startsWith('The value is no Reply')
    if (!isRefusal) return `document ${seed}, as ${format}: ${(error as Error).stack}`
  }
  return undefined
}
