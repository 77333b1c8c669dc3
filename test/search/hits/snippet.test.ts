import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextRange } from '../../../src/search/hit.js'
import { snippetOf } from '../../../src/search/hits/snippet.js'

/** Every place of `marked` in the text. */
function marks(text: string, marked: string): TextRange[] {
  return [...text.matchAll(new RegExp(marked, 'g'))].map(({ index }) => ({
    start: index,
    end: index + marked.length,
  }))
}

function shown(text: string, marked: string): string[] {
  const { text: snippet, highlights } = snippetOf(text, marks(text, marked))
  return [snippet, ...highlights.map(({ start, end }) => snippet.slice(start, end))]
}

const FILLER = '一二三四五六七八九十'

describe('snippetOf', () => {
  it('gives a short text whole', () => {
    expect(shown('实施先投后股。', '先投')).toEqual(['实施先投后股。', '先投'])
    expect(snippetOf('', [])).toEqual({ text: '', highlights: [] })
    const text = FILLER.repeat(14)
    expect(snippetOf(text, []).text).toBe(text)
  })

  it('gives the beginning of a text without marks', () => {
    expect(snippetOf(FILLER.repeat(30), []).text).toBe(`${FILLER.repeat(12)}…`)
  })

  it('gives the window with most marks, the first of equal ones', () => {
    const text = `甲${FILLER.repeat(20)}甲乙甲乙${FILLER.repeat(20)}甲乙甲乙${FILLER.repeat(20)}`
    const [snippet, ...marked] = shown(text, '甲乙')
    expect(marked).toEqual(['甲乙', '甲乙'])
    expect(text.indexOf(snippet!.slice(1, -1))).toBeLessThan(210)
  })

  it('begins and ends at punctuation where some is near', () => {
    const sentence = `${FILLER.repeat(2)}，先投后股${FILLER.repeat(10)}，`
    const text = `${FILLER.repeat(8)}。${sentence}${FILLER.repeat(10)}`
    expect(shown(text, '先投')[0]).toBe(`…${sentence}…`)
  })

  it('shows a mark at the very end of a text', () => {
    const text = `${'一二三四五六七，'.repeat(30)}最后先投`
    expect(shown(text, '先投').slice(1)).toEqual(['先投'])
    expect(shown(text, '先投')[0]).toMatch(/先投$/)
  })

  it('cuts a mark that is longer than itself', () => {
    const text = FILLER.repeat(40)
    const { text: snippet, highlights } = snippetOf(text, [{ start: 5, end: 395 }])
    expect(highlights).toEqual([{ start: 5, end: snippet.length - 1 }])
  })

  it('is a piece of the text that shows marks as they stand in it, without half a character', () => {
    const text = fc.array(fc.constantFrom('一', '，', '𠮷', '先投', '。', '二三四五六七八'), {
      maxLength: 300,
    })
    fc.assert(
      fc.property(
        text.map((pieces) => pieces.join('')),
        (whole) => {
          const highlights = marks(whole, '先投')
          const snippet = snippetOf(whole, highlights)
          const piece = snippet.text.replace(/^…|…$/g, '')
          expect(whole).toContain(piece)
          expect(piece).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
          expect(piece.length).toBeLessThanOrEqual(162)
          for (const { start, end } of snippet.highlights) {
            expect('先投').toContain(snippet.text.slice(start, end))
            expect(end).toBeGreaterThan(start)
          }
          expect(snippet.highlights.length > 0).toBe(highlights.length > 0)
        },
      ),
    )
  })

  it('takes no longer for many marks than they need', () => {
    const text = '甲乙'.repeat(100_000)
    expect(snippetOf(text, marks(text, '甲')).highlights.length).toBeGreaterThan(50)
  })
})
