import { bigramsOf } from '../text/bigrams.js'
import type { Run } from '../text/runs.js'
import { isKnownPair, type Lexicon } from './lexicon.js'
import type { QueryNote } from './note.js'
import { isLatin, type Part } from './parts/parts.js'
import { TITLE_FIELDS } from './weights.js'

// Loaded for queries with numbers, and with characters that stand together nowhere.

/** In characters: what is longer is a sentence, of which a word may be missing without harm. */
const LONGEST_WORD = 6
/** Of letters and digits. */
const LONGEST_LATIN = 40
/** What is asked with, and not looked for; and numbers that may stand before letters: 500kV. */
const NOT_MISSED = /什么|怎么|怎样|如何|多少|[哪吗]|^\d{2,3}$/

/** What is no part of a word: a quotation mark that nothing closes in it, and what ends a sentence. */
const PUNCTUATION = /^["“「『](?=[^"”」』]*$)|[，。、；：！？…,.;:!?]+$/g

/** The pairs of a number stand in many others. */
const FIGURES = /^\d{2,}$/

/** What is typed around the number of a letter, which names it alone. */
const AROUND_NUMBER = /^第(?=\d)|(?<=\d)号(?:提案|建议|议案)?$/g

/**
 * Tells which words stand in no paragraph, neither as they were typed nor in another form. A word whose pairs of
 * characters stand somewhere, each by itself, is taken to stand too: the entries do not tell more.
 */
export function missingWords(parts: readonly Part[], lexicon: Lexicon): QueryNote[] {
  const words = parts
    .filter((part) => isWord(part) && !namesLetter(part) && ![part, ...part.alternatives].some(mayStand))
    .map(({ typed, text, runs }) =>
      // Of 资金:饕餮, 饕餮 alone.
      (typed ?? text)
        .replace(mayStand({ runs: [runs[0]!] }) ? /^.+[:：](?=.)/ : '', '')
        .replace(PUNCTUATION, ''),
    )
  return words.length > 0 ? [{ kind: 'in no paragraph', words: [...new Set(words)] }] : []

  function isKnownWord(text: string): boolean {
    return (['words', ...TITLE_FIELDS] as const).some((field) => lexicon.get(field, text) !== undefined)
  }

  function namesLetter({ names = [] }: Part): boolean {
    return names.some((term) => lexicon.get('names', term) !== undefined)
  }

  /** 智慧养老 is two words that may stand apart, where no pair is unknown but the one between 智慧 and 养老. */
  function mayStand({ runs }: { runs: readonly Run[] }): boolean {
    return runs.every((run) => {
      const { text } = run
      if (!run.stretches.every(({ text }) => !FIGURES.test(text) || isKnownWord(text))) return false
      const pairs = bigramsOf(text.replace(AROUND_NUMBER, '')).map((pair) =>
        isKnownPair(pair, lexicon) ? '=' : /^[a-z\d]+$/.test(pair) ? '?' : ' ',
      )
      return /^$|^=+(?: =+)*$/.test(pairs.join(''))
    })
  }
}

function isWord(part: Part): boolean {
  return (
    [...part.text].length <= (isLatin(part) ? LONGEST_LATIN : LONGEST_WORD) && !NOT_MISSED.test(part.text)
  )
}
