import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileSource } from '../../../src/node/files/file-source.js'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterAll(() => rm(folder, { recursive: true }))

describe('fileSource', () => {
  it('reads by position', async () => {
    const path = join(folder, 'digits')
    await writeFile(path, '0123456789')
    const source = await fileSource(path)
    expect(source).toMatchObject({ name: path, size: 10 })
    const parts = await Promise.all([source.read(2, 3), source.read(8, 2), source.read(0, 0)])
    expect(parts.map((part) => Buffer.from(part).toString())).toEqual(['234', '89', ''])
    await source.close()
  })

  it('goes on with the file it opened when another takes its place', async () => {
    const path = join(folder, 'replaced')
    await writeFile(path, 'old')
    const source = await fileSource(path)
    await writeFile(`${path}.new`, 'new')
    await rename(`${path}.new`, path)
    expect(Buffer.from(await source.read(0, 3)).toString()).toBe('old')
    await source.close()
  })

  it('says of a file that was closed that it was', async () => {
    const path = join(folder, 'closed')
    await writeFile(path, 'text')
    const source = await fileSource(path)
    await source.close()
    await expect(async () => source.read(0, 1)).rejects.toMatchObject({
      name: 'IndexReadError',
      message: expect.stringMatching(/closed was closed\. Open it again\.$/),
    })
  })

  it('names the file that it cannot read', async () => {
    await expect(fileSource(join(folder, 'absent.dafu'))).rejects.toMatchObject({
      name: 'IndexReadError',
      source: join(folder, 'absent.dafu'),
      message: expect.stringMatching(
        /absent\.dafu could not be read: no such file or folder\. An index is one file/,
      ),
    })
    const source = await fileSource(folder)
    await expect(async () => source.read(0, 1)).rejects.toMatchObject({
      message: expect.stringMatching(/it is a folder\. An index is one file, which `dafu build` makes/),
    })
    await source.close()
  })
})
