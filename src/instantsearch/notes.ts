import type { QueryNote } from '../query/note.js'
import type { Asked } from './request.js'

/** What is left of a literal beside the word that a note makes of it. */
const PUNCTUATION = /^[^-－−|｜]{0,2}$/

/** As the search of what was typed has them: its literal is no word that somebody misses. */
export function notesOn({ notes, literal = '' }: Asked, found: readonly QueryNote[]): QueryNote[] {
  return [...notes, ...found].flatMap((note) => {
    if (!literal || note.kind !== 'in no paragraph') return note
    const words = note.words.filter((word) => !PUNCTUATION.test(literal.replace(word, '')))
    return words.length > 0 ? { ...note, words } : []
  })
}
