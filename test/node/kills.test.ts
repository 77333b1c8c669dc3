import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIndexFile, openIndex } from '../../src/node/index.js'
import { listSegmenter } from '../helpers/segmenters.js'
import { replyOf } from '../postings/reference.js'

// `npm run test:kills` kills more often.
const KILLS = Number(process.env.KILLS ?? 6)

/** Writes many batches, merges them, and says when it begins and that it has ended. */
const BUILD = `
import { buildIndexFile } from ${JSON.stringify(pathToFileURL(resolve('dist/node/index.js')))}
const text = (n) => Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + ((n * 7919 + i * 104729) % 5000))).join('')
const replies = Array.from({ length: 400 }, (_, i) => ({
  id: String(i), proposals: [], recipients: [], leaders: [], contacts: [], copies: [],
  sections: [{ id: i + '/1', level: 1, sections: [], paragraphs: [{ id: i + '/1/1', text: text(i) }] }],
}))
const segmenter = { name: 'pairs', fingerprint: '1', segment: (text) => text.match(/..?/gsu) ?? [] }
console.log('begins')
await buildIndexFile(replies, process.argv[2], { segmenter, memory: 200_000 })
console.log('ended')
`

let folder: string
let target: string
let old: Buffer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
  await writeFile(join(folder, 'build.mjs'), BUILD)
  target = join(folder, 'letters.dafu')
  await buildIndexFile([replyOf('1', ['揭榜挂帅'])], target, { segmenter: listSegmenter() })
  old = await readFile(target)
})

afterAll(() => rm(folder, { recursive: true }))

/** Resolves when the build begins. */
async function startBuild(path: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(folder, 'build.mjs'), path])
  await once(child.stdout, 'data')
  return child
}

/** From 0 to 1, the same each time. */
function* moments(): Generator<number> {
  for (let state = 20_251_122; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

describe('a process that is killed while it builds', () => {
  it('leaves the old file whole, or the new one, and nothing that is taken for an index', async () => {
    const finished = join(folder, 'finished.dafu')
    const started = performance.now()
    await once(await startBuild(finished), 'exit')
    const duration = performance.now() - started
    const complete = await readFile(finished)
    let interrupted = 0
    const moment = moments()
    for (let kill = 0; kill < KILLS; kill++) {
      await writeFile(target, old)
      const child = await startBuild(target)
      await new Promise((resolve) => setTimeout(resolve, moment.next().value * duration))
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      if (child.signalCode === 'SIGKILL') interrupted++
      const left = await readFile(target)
      expect([old, complete].some((bytes) => bytes.equals(left))).toBe(true)
      await (await openIndex(target)).close()
    }
    expect(interrupted).toBeGreaterThan(0)
    for (const name of await readdir(folder)) {
      expect(name).toMatch(/^(build\.mjs|finished\.dafu|letters\.dafu|\.letters\.dafu\.[-0-9a-f]+\.tmp)$/)
    }
    await once(await startBuild(target), 'exit')
    expect(complete.equals(await readFile(target))).toBe(true)
  })
})
