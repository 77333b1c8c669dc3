import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { Progress } from '../helpers/mutation-worker.js'
import { mutatedDocument, readOriginals } from '../helpers/mutations.js'

// A short run; `npm run test:mutations` parses 100,000 documents. The number of a document that fails makes it again.

const COUNT = Number(process.env.MUTATIONS ?? 1_000)
const FROM = Number(process.env.MUTATIONS_FROM ?? 0)
/** In milliseconds, for 50 documents of at most 30,000 characters: not slow, but stuck. */
const STUCK = 120_000

test(
  'damaged letters become valid replies or are refused: no crash, no hang',
  async () => {
    const { next, failure } = await parseAll(FROM, FROM + COUNT)
    expect(failure).toBeUndefined()
    expect(next).toBe(FROM + COUNT)
  },
  COUNT * 1_000 + STUCK,
)

test('the documents are the same every time', () => {
  const originals = readOriginals()
  const texts = Array.from({ length: 50 }, (_, seed) => mutatedDocument(seed, originals).text)
  expect(Array.from({ length: 50 }, (_, seed) => mutatedDocument(seed, originals).text)).toEqual(texts)
  expect(new Set(texts).size).toBeGreaterThan(45)
})

function parseAll(from: number, to: number): Promise<Progress> {
  const entry = JSON.stringify(new URL('../helpers/mutation-worker.ts', import.meta.url))
  const load = `import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}) })`
  const worker = new Worker(load, { eval: true, workerData: { from, to } })
  return new Promise((resolve, reject) => {
    let last: Progress = { next: from }
    const stop = (): void => {
      void worker.terminate()
      resolve({ next: last.next, failure: `one of the 50 documents from ${last.next} on takes too long` })
    }
    let alarm = setTimeout(stop, STUCK)
    worker.on('message', (progress: Progress) => {
      last = progress
      clearTimeout(alarm)
      alarm = setTimeout(stop, STUCK)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      clearTimeout(alarm)
      resolve(last)
    })
  })
}
