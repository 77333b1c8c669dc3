import { closeSync, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DafuError } from '../../../src/errors.js'
import { IndexWriteError, writeError } from '../../../src/node/errors.js'
import { OpenScratch } from '../../../src/node/files/scratch-file.js'
import { WritingThread } from '../../../src/node/threads/writing-thread.js'
import { newSpare } from '../../../src/postings/bulk/occurrences.js'
import { PostingLog } from '../../../src/postings/bulk/posting-log.js'
import { type Run, writeRun } from '../../../src/postings/bulk/run.js'
import { FIELDS, type Field } from '../../../src/postings/posting-store.js'

let folder: string
let path: string
let run: Run

/** Paragraph 0 has both terms, paragraph 1 the second. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
  path = join(folder, 'scratch')
  const log = new PostingLog(newSpare())
  log.addTerms(['支持', '道路'], 0)
  log.addTerms(['道路'], 1)
  run = opened('w+', (scratch) => writeRun(log.lists(), scratch))
})

afterEach(() => rm(folder, { recursive: true }))

function opened<Result>(flags: string, use: (scratch: OpenScratch) => Result): Result {
  const file = openSync(path, flags)
  try {
    return use(new OpenScratch({ file, size: run?.end ?? 0 }))
  } finally {
    closeSync(file)
  }
}

/** What becomes of the bigrams where the scratch file was opened so. */
async function write(flags: string, runs: readonly Run[], signal?: AbortSignal) {
  const file = openSync(path, flags)
  const scratch = new OpenScratch({ file, size: run.end })
  const units = new Uint32Array(2 ** 16)
  const thread = new WritingThread(
    {
      fields: ['bigrams'],
      needs: { lengths: Uint8Array.of(9, 9), units: { letters: units, others: units } },
      spilled: {
        runs: Object.fromEntries(FIELDS.map((field) => [field, runs])) as Record<Field, readonly Run[]>,
        ordinals: Int32Array.of(0, 1),
      },
      memory: 0,
    },
    Object.assign(scratch, { errorOf: (cause: unknown) => writeError('letters.dafu', cause) }),
    signal,
  )
  try {
    const { list, bits, postings } = await thread.written.get('bigrams')!
    return { list, bits, bytes: Buffer.concat([...postings()].map((piece) => piece.slice())) }
  } finally {
    await thread.stop()
    closeSync(file)
  }
}

describe('WritingThread', () => {
  it('gives the terms of a field, and its postings from the scratch file', async () => {
    const { list, bits, bytes } = await write('r+', [run])
    expect(list).toMatchObject({ name: 'bigrams', terms: 2, pages: [1] })
    expect(bits).toBeGreaterThan(0)
    expect(bytes).toHaveLength(Math.ceil(bits / 8))
  })

  it('says so where it cannot write', async () => {
    const failure = await write('r', [run]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(IndexWriteError)
    expect(failure).toMatchObject({ path: 'letters.dafu' })
    expect((failure as Error).message).toMatch(/^letters\.dafu could not be written: /)
  })

  it('ends where it is aborted', async () => {
    const controller = new AbortController()
    const writing = write('r+', [run], controller.signal)
    controller.abort()
    await expect(writing).rejects.toThrow('A thread that writes the index has failed: it ended.')
  })

  it('says so where it fails', async () => {
    const failure = await write('r+', [{ start: 0, end: run.end + 1 }]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(DafuError)
    expect((failure as Error).message).toBe(
      'A thread that writes the index has failed: the scratch file is shorter than it was.',
    )
  })
})
