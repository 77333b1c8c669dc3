import { expect, it, vi } from 'vitest'
import { DafuError } from '../../src/errors.js'
import { buildIndex, type ReplyIndex } from '../../src/index.js'
import { letter } from '../helpers/letters.js'
import { listSegmenter } from '../helpers/segmenters.js'

it.each([
  ['suggest', '../../src/search/suggest.js', (index: ReplyIndex) => index.suggest('人')],
  ['toBytes', '../../src/postings/file/writer.js', (index: ReplyIndex) => index.toBytes()],
  ['search by signs', '../../src/query/read/syntax.js', (index: ReplyIndex) => index.search('"人才"')],
  [
    'search by a tree',
    '../../src/query/read/tree-schema.js',
    (index: ReplyIndex) => index.search({ text: '人才' }),
  ],
])('says in an error of its own that what %s takes is gone, and tries again', async (_, path, call) => {
  const index = await buildIndex([letter('a', {}, [{ paragraphs: ['科技人才'] }])], {
    segmenter: listSegmenter(),
  })
  let isGone = true
  vi.doMock(path, (original) => {
    if (isGone) throw new Error('gone')
    return original()
  })
  const error = await call(index).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(DafuError)
  expect((error as DafuError).message).toContain('could not be loaded')
  isGone = false
  expect(await call(index)).toBeDefined()
})
