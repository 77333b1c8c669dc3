import { expect, test } from 'vitest'
import { marksOf } from '../../../src/reply/marks/marks.js'
import { LABELS, SENTENCES } from './sentences.js'

/** The letters of the kinds that are found in a sentence. */
function found(sentence: string): string {
  const kinds = new Set(marksOf(sentence).map(({ kind }) => kind))
  return [...'prc'].filter((letter) => kinds.has(LABELS[letter]!)).join('')
}

test.each(SENTENCES)('says %j of %s', (labels, sentence) => {
  expect([...found(sentence)].sort()).toEqual([...labels].sort())
})
