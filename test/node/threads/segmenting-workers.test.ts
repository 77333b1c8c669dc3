import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SegmentingWorkers } from '../../../src/node/threads/segmenting-workers.js'
import { newSpare } from '../../../src/postings/bulk/occurrences.js'
import { PostingLog } from '../../../src/postings/bulk/posting-log.js'
import { run } from '../run.js'

const LETTERS = `
import { buildIndexFile } from ${JSON.stringify(pathToFileURL(resolve('dist/node/index.js')))}
const text = (n) => Array.from({ length: 300 }, (_, i) => String.fromCodePoint(0x4e00 + ((n * 7919 + i * 104729) % 5000))).join('')
const replies = Array.from({ length: 4000 }, (_, i) => ({
  id: String(i), proposals: [], recipients: [], leaders: [], contacts: [], copies: [],
  sections: [{ id: i + '/1', level: 1, sections: [], paragraphs: [{ id: i + '/1/1', text: text(i) }] }],
}))
`

/** Builds that are aborted while other threads segment, which took the process with them. */
const ABORTED = `${LETTERS}
for (let i = 0; i < 2; i++) {
  const controller = new AbortController()
  const onProgress = () => controller.abort()
  await buildIndexFile(replies, process.argv[2], { workers: 3, onProgress, signal: controller.signal }).catch(
    ({ name }) => console.log(name),
  )
}
`

/** Ends while other threads segment. */
const exitingBy = (exit: string) => `${LETTERS}
let indexed = 0
const onProgress = () => {
  if (++indexed === 1000) setImmediate(() => { ${exit} })
}
await buildIndexFile(replies, process.argv[2], { workers: 3, onProgress })
`

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterEach(() => rm(folder, { recursive: true }))

describe('SegmentingWorkers', () => {
  it('leave the rest to one of them after so many texts', async () => {
    const ended: Promise<unknown>[] = []
    const note = (worker: Worker) => ended.push(once(worker, 'exit'))
    process.on('worker', note)
    const workers = new SegmentingWorkers(2, [], 2)
    const log = new PostingLog(newSpare())
    const counts: number[] = []
    for (const text of ['修建道路', '修建学校', '修建道路', '修建道路，修建学校']) {
      counts.push((await workers.words([text])).addNext(log, counts.length))
    }
    process.off('worker', note)
    expect([counts, ended.length]).toEqual([[2, 2, 2, 4], 2])
    await Promise.race(ended)
    await workers.stop()
    await Promise.all(ended)
  })

  it('are no more than there is work for', async () => {
    let started = 0
    const note = () => started++
    process.on('worker', note)
    const workers = new SegmentingWorkers(64, [])
    await Promise.all([workers.words(['修建道路']), workers.words(['修建学校'])])
    process.off('worker', note)
    await workers.stop()
    expect(started).toBe(2)
  })

  it('are stopped while they segment, and the process goes on', async () => {
    const program = join(folder, 'aborted.mjs')
    await writeFile(program, ABORTED)
    const outcome = await run(process.execPath, [program, join(folder, 'letters.dafu')])
    expect(outcome).toEqual({ code: 0, stdout: 'AbortError\n'.repeat(2), stderr: '' })
    expect(await readdir(folder)).toEqual(['aborted.mjs'])
  })

  it.each([
    ['process.exit(7)', 7],
    ['throw new Error("uncaught")', 1],
  ])('leave the process the code that it ends with by %s', async (exit, code) => {
    const program = join(folder, 'exiting.mjs')
    await writeFile(program, exitingBy(exit))
    for (let i = 0; i < 2; i++) {
      const outcome = await run(process.execPath, [program, join(folder, 'letters.dafu')])
      expect(outcome.code).toBe(code)
      expect(outcome.stderr).not.toContain('terminate')
    }
  })
})
