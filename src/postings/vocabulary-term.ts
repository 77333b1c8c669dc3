/** What a text of a vocabulary is: term, section title, proposal title, name. */
export type PhraseKind = 't' | 's' | 'p' | 'n'

/** The term of a vocabulary: its key, NUL, a letter for what the text is, and the text. */
export function vocabularyTerm(key: string, kind: PhraseKind, text: string): string {
  return `${key}\0${kind}${text}`
}

export function parseVocabularyTerm(term: string): { key: string; kind: PhraseKind; text: string } {
  const nul = term.indexOf('\0')
  return { key: term.slice(0, nul), kind: term[nul + 1] as PhraseKind, text: term.slice(nul + 2) }
}
