/** What a text of a vocabulary is: term, section title, proposal title, name. */
export type PhraseKind = 't' | 's' | 'p' | 'n'

/** Takes a vocabulary's term apart: its key, NUL, a letter for what the text is, and the text. */
export function parseVocabularyTerm(term: string): { key: string; kind: PhraseKind; text: string } {
  const nul = term.indexOf('\0')
  return { key: term.slice(0, nul), kind: term[nul + 1] as PhraseKind, text: term.slice(nul + 2) }
}
