import { expect, it } from 'vitest'
import {
  buildIndex,
  buildIndexFile,
  DafuError,
  mergeIndexFiles,
  readReplies,
  updateIndexFile,
} from '../../src/node/index.js'
import { listSegmenter } from '../helpers/segmenters.js'

const segmenter = listSegmenter()
const none = undefined as never

it.each([
  ['readReplies without a path', () => readReplies(none).next(), /path of the letters is undefined/],
  ['buildIndex without replies', () => buildIndex(none, { segmenter }), /an iterable of them, got undefined/],
  ['buildIndex of a number', () => buildIndex(5 as never, { segmenter }), /an iterable of them, got 5/],
  [
    'buildIndexFile without replies',
    () => buildIndexFile(none, 'never.dafu', { segmenter }),
    /got undefined\. Pass a list/,
  ],
  ['buildIndexFile without a path', () => buildIndexFile([], none, { segmenter }), /Say where it goes/],
  ['updateIndexFile without a path', () => updateIndexFile('a.dafu', [], none), /Say where it goes/],
  ['mergeIndexFiles without a path', () => mergeIndexFiles(['a.dafu'], none), /Say where it goes/],
])('refuses %s and says what to do', async (_, call, message) => {
  const error = await call().then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(error).toBeInstanceOf(DafuError)
  expect((error as Error).message).toMatch(message)
})
