/** What a text of a vocabulary is: term, section title, proposal title, name. */
export type PhraseKind = 't' | 's' | 'p' | 'n'

/** How many texts of each kind stand under one reading, and under the same initials: the most used. */
export const MOST_OF_KIND: Readonly<Record<PhraseKind, number>> = { t: 24, s: 8, p: 8, n: 8 }

/** Takes a vocabulary's term apart: its key, NUL, a letter for what the text is, and the text. */
export function parseVocabularyTerm(term: string): { key: string; kind: PhraseKind; text: string } {
  const nul = term.indexOf('\0')
  return { key: term.slice(0, nul), kind: term[nul + 1] as PhraseKind, text: term.slice(nul + 2) }
}
