import { expect, it } from 'vitest'
import * as core from '../src/index.js'
import * as node from '../src/node/index.js'

const CORE = [
  'DafuError',
  'IndexFormatError',
  'IndexReadError',
  'IndexVersionError',
  'InvalidQueryError',
  'InvalidReplyError',
  'SegmenterError',
  'UnsupportedQueryError',
  'buildIndex',
  'openIndex',
  'parseReply',
]

it('exports exactly this from dafu', () => {
  expect(Object.keys(core).sort()).toEqual(CORE)
})

it('exports exactly this, beside the core, from dafu/node', () => {
  expect(Object.keys(node).sort()).toEqual(
    [
      ...CORE,
      'DocumentReadError',
      'IndexWriteError',
      'buildIndexFile',
      'fileSource',
      'jieba',
      'openCorpus',
      'readReplies',
    ].sort(),
  )
})
