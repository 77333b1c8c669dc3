import { expect, it } from 'vitest'
import { IndexFormatError } from '../../../src/errors.js'
import { readManifest, SECTIONS } from '../../../src/postings/file/manifest.js'

function manifest(sections: number[]): string {
  const counts = { replies: 1, paragraphs: 1, totalLength: 1, totalWords: 1 }
  return JSON.stringify({ segmenter: { name: 'x', fingerprint: 'y' }, ...counts, sections })
}

it('refuses sections of other sizes or of another number than there are, however many', () => {
  const right = SECTIONS.map(() => 7)
  expect(readManifest(manifest(right)).sections).toEqual(right)
  for (const wrong of [
    [...right.slice(1), -1],
    [...right.slice(1), 0.5],
    right.slice(1),
    Array(300_000).fill(-1),
  ]) {
    expect(() => readManifest(manifest(wrong))).toThrow(IndexFormatError)
  }
})
