import { expect, it, vi } from 'vitest'
import { DafuError } from '../../src/errors.js'
import { buildIndex, openIndex } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

const build = () =>
  buildIndex([letter('a', {}, [{ paragraphs: ['科技人才'] }])], { segmenter: listSegmenter() })
const index = await build()
const bytes = await index.toBytes()

it.each([
  ['buildIndex', '../../src/search/reply-index.js', build],
  ['openIndex', '../../src/search/open-source.js', () => openIndex(bytes)],
  ['suggest', '../../src/search/suggest.js', () => index.suggest('人')],
  ['toBytes', '../../src/postings/file/writer.js', () => index.toBytes()],
  ['search by signs', '../../src/query/read/syntax.js', () => index.search('"人才"')],
  ['explain', '../../src/search/hits/explain.js', () => index.search('人才', { explain: true })],
  ['search by a tree', '../../src/query/read/tree-schema.js', () => index.search({ text: '人才' })],
])('says in an error of its own that what %s takes is gone, and tries again', async (_, path, call) => {
  let isGone = true
  vi.doMock(path, (original) => {
    if (isGone) throw new Error('gone')
    return original()
  })
  const error = await call().catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DafuError)
  expect((error as DafuError).message).toContain('could not be loaded')
  isGone = false
  expect(await call()).toBeDefined()
})
