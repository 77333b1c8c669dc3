import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDocuments } from '../../../src/node/files/documents.js'

/** With `/`, as globs have it. */
let root: string

beforeAll(async () => {
  root = (await mkdtemp(join(tmpdir(), 'dafu-'))).replaceAll('\\', '/')
  for (const folder of ['2024/a', '2025/b', '[old]']) {
    await mkdir(join(root, folder), { recursive: true })
    await writeFile(join(root, folder, 'n.v1.md'), '')
  }
})

afterAll(() => rm(root, { recursive: true }))

test.each([
  ['', ['2024/a/n.v1', '2025/b/n.v1', '[old]/n.v1']],
  ['/2024/../2024', ['a/n.v1']],
  ['/2024/a/n.v1.md', ['n.v1']],
  ['/*/*/*.md', ['2024/a/n.v1', '2025/b/n.v1']],
  ['/2024/**/*.md', ['a/n.v1']],
  ['/202?/b/*.md', ['2025/b/n.v1']],
  ['/{2024/a,2025/b}/*.md', ['2024/a/n.v1', '2025/b/n.v1']],
  ['/@(2024|2025)/a/*.md', ['2024/a/n.v1']],
  ['/\\[old\\]/*.md', ['[old]/n.v1']],
])('what stands at “%s” is named by its path within the folder', async (path, within) => {
  expect((await findDocuments([root + path])).map((found) => found.within)).toEqual(within)
})
