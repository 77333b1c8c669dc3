import fc from 'fast-check'
import { describe, it } from 'vitest'
import { traditionalFolding } from '../../src/text/folding-table.js'
import { createFolding } from '../../src/text/normalize.js'
import { mixedText, textAndSubstring } from '../helpers/arbitraries.js'

const folding = createFolding(traditionalFolding())
const runs = { numRuns: 2_000 }

describe('folding', () => {
  it('changes nothing in a folded text', () => {
    fc.assert(
      fc.property(mixedText(), (text) => folding.fold(folding.fold(text)) === folding.fold(text)),
      runs,
    )
  })

  it('makes of a substring a substring of the folded text', () => {
    fc.assert(
      fc.property(textAndSubstring(), ({ text, substring }) =>
        folding.fold(text).includes(folding.fold(substring)),
      ),
      runs,
    )
  })

  it('does not matter to what stands on both sides of punctuation', () => {
    fc.assert(
      fc.property(
        mixedText(),
        mixedText(),
        (a, b) => folding.fold(`${a}，${b}`) === `${folding.fold(a)},${folding.fold(b)}`,
      ),
      runs,
    )
  })

  it('gives the same text with offsets, one pair for each code unit, in order and inside the original', () => {
    fc.assert(
      fc.property(mixedText(), (original) => {
        const { text, starts, ends } = folding.foldWithOffsets(original)
        return (
          text === folding.fold(original) &&
          starts.length === text.length &&
          ends.length === text.length &&
          starts.every((start, i) => start < ends[i]! && start >= (starts[i - 1] ?? 0)) &&
          ends.every((end, i) => end <= original.length && end >= (ends[i - 1] ?? 0))
        )
      }),
      runs,
    )
  })

  it('leads from any piece of the folded text to what it was made from', () => {
    fc.assert(
      fc.property(mixedText(), fc.nat(30), fc.nat(30), (original, a, b) => {
        const { text, starts, ends } = folding.foldWithOffsets(original)
        const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), text.length)]
        const piece = text.slice(from, to)
        // A space is one only between two words.
        fc.pre(piece !== '' && piece.trim() === piece)
        return folding.fold(original.slice(starts[from], ends[to - 1])).includes(piece)
      }),
      runs,
    )
  })
})
