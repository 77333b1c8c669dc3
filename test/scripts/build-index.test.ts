import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openIndex } from '../../src/node/open-index.js'
import { type Run, run } from '../node/run.js'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterAll(() => rm(folder, { recursive: true }))

function buildIndex(...args: string[]): Promise<Run> {
  return run('npm', ['run', '--silent', 'build:index', '--', ...args])
}

describe('npm run build:index', { timeout: 60_000 }, () => {
  it('builds the index of the corpus once', async () => {
    await buildIndex()
    const { mtimeMs } = await stat('dist/corpus.dafu')
    expect(await buildIndex()).toEqual({ code: 0, stdout: 'dist/corpus.dafu is up to date.\n', stderr: '' })
    expect((await stat('dist/corpus.dafu')).mtimeMs).toBe(mtimeMs)
  })

  it('writes the same bytes for the same letters, and others for others', async () => {
    const [all, one] = [join(folder, 'all.dafu'), join(folder, 'one.dafu')]
    await buildIndex('-o', all)
    expect(await buildIndex('corpus/2104071.md', '-o', one)).toMatchObject({ code: 0 })
    expect((await readFile(all)).equals(await readFile('dist/corpus.dafu'))).toBe(true)
    const index = await openIndex(one)
    expect(index.summary).toMatchObject({ replies: 1 })
    await index.close()
  })
})
