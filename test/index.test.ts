import { expect, it } from 'vitest'
import * as core from '../src/index.js'

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
  'marksOf',
  'noteText',
  'openIndex',
  'parseReply',
]

it('exports exactly this from dafu', () => {
  expect(Object.keys(core).sort()).toEqual(CORE)
})
