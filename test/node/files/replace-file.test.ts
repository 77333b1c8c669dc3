import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkReplaceable, replaceFile } from '../../../src/node/files/replace-file.js'
import type { IndexSink } from '../../../src/postings/file/sink.js'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterEach(() => rm(folder, { recursive: true }))

/** Writes a text in two pieces, its beginning last, as an index is. */
function writing(text: string): (sink: IndexSink) => Promise<void> {
  const bytes = new TextEncoder().encode(text)
  return async (sink) => {
    await sink.write(bytes.subarray(1), 1)
    await sink.write(bytes.subarray(0, 1), 0)
  }
}

describe('replaceFile', () => {
  it('writes a new file and replaces an old one, and leaves nothing else', async () => {
    const path = join(folder, 'name.dafu')
    await replaceFile(path, writing('a longer old one'))
    await replaceFile(path, writing('new'))
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['name.dafu'])
  })

  it('lets many write at once: one of them wins whole', async () => {
    const path = join(folder, 'name.dafu')
    const contents = Array.from({ length: 20 }, (_, i) => `${i} `.repeat(10_000))
    await Promise.all(contents.map((content) => replaceFile(path, writing(content))))
    expect(contents).toContain(await readFile(path, 'utf8'))
    expect(await readdir(folder)).toEqual(['name.dafu'])
  })

  it('says why it could not write, and tidies up', async () => {
    await expect(replaceFile(join(folder, 'absent', 'name.dafu'), writing('new'))).rejects.toMatchObject({
      name: 'IndexWriteError',
      message: expect.stringMatching(
        /name\.dafu could not be written: there is no such folder; make it first\.$/,
      ),
    })
    await mkdir(join(folder, 'name.dafu'))
    await writeFile(join(folder, 'name.dafu', 'inside'), '')
    await expect(replaceFile(join(folder, 'name.dafu'), writing('new'))).rejects.toMatchObject({
      name: 'IndexWriteError',
    })
    expect(await readdir(folder)).toEqual(['name.dafu'])
  })

  it('leaves the old file where the disk is full', async () => {
    const path = join(folder, 'name.dafu')
    await writeFile(path, 'old')
    const write = async (sink: IndexSink): Promise<void> => {
      await sink.write(new Uint8Array(100), 0)
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    }
    await expect(replaceFile(path, write)).rejects.toMatchObject({
      name: 'IndexWriteError',
      message: `${path} could not be written: the disk is full.`,
    })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['name.dafu'])
  })

  it('leaves the old file where it is aborted', async () => {
    const path = join(folder, 'name.dafu')
    await writeFile(path, 'old')
    await expect(replaceFile(path, writing('new'), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['name.dafu'])
  })
})

describe('checkReplaceable', () => {
  it('lets a file be replaced, and what is not there', async () => {
    await writeFile(join(folder, 'name.dafu'), 'old')
    await checkReplaceable(join(folder, 'name.dafu'))
    await checkReplaceable(join(folder, 'absent.dafu'))
  })

  it('refuses a folder, and what is no file', async () => {
    await expect(checkReplaceable(folder)).rejects.toMatchObject({
      name: 'IndexWriteError',
      message: expect.stringMatching(/ is a folder\. Name a file in it .*letters\.dafu\.$/),
    })
    const path = join(folder, 'socket')
    const server = createServer().listen(path)
    await once(server, 'listening')
    try {
      await expect(checkReplaceable(path)).rejects.toMatchObject({ name: 'IndexWriteError', path })
    } finally {
      server.close()
    }
  })
})
