import { describe, expect, it } from 'vitest'
import { mostUsed } from '../../src/postings/most-used.js'
import { MOST_OF_KIND } from '../../src/postings/vocabulary-term.js'

type Entry = [term: string, count: number]

function under(key: string, kind: string, size: number, countOf: (i: number) => number): Entry[] {
  return Array.from({ length: size }, (_, i) => [`${key}\0${kind}${String(i).padStart(3, '0')}`, countOf(i)])
}

describe('mostUsed', () => {
  it('keeps the most used of each kind under a key, in their order', () => {
    const names = under('js', 'n', 3, () => 1)
    const words = under('js', 't', 30, (i) => i)
    expect([...mostUsed([...names, ...words])]).toEqual([...names, ...words.slice(-MOST_OF_KIND.t)])
  })

  it('keeps the first of equally used ones', () => {
    const titles = under('js', 's', 30, () => 7)
    expect([...mostUsed(titles)]).toEqual(titles.slice(0, MOST_OF_KIND.s))
  })

  it('takes each key by itself, also where one begins with another', () => {
    const words = ['j', 'js', 'jsx'].flatMap((key) => under(key, 't', MOST_OF_KIND.t, (i) => i))
    expect([...mostUsed(words)]).toEqual(words)
  })
})
