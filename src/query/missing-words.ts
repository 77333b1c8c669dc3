import type { StoredParagraph } from '../postings/posting-store.js'
import { pairsOf } from '../text/bigrams.js'
import type { Folding } from '../text/normalize.js'
import type { Run } from '../text/runs.js'
import { isKnownPair, type Lexicon } from './lexicon.js'
import type { QueryNote } from './note.js'
import { isLatin, type Part } from './parts/parts.js'
import type { SearchOptions } from './query.js'
import { TITLE_FIELDS } from './weights.js'

/** The words of a query that stand nowhere, once its hits are known. */
export type TellMissing = (
  hits: readonly Pick<StoredParagraph, 'paragraph' | 'section' | 'reply'>[],
) => QueryNote[]

// Loaded for queries with numbers, and with characters that stand together nowhere.

/** In characters: what is longer is a sentence, of which a word may be missing without harm, if there are hits. */
const LONGEST_WORD = 6
/** Of letters and digits. */
const LONGEST_LATIN = 40
/** What is asked with, and not looked for. */
const ASKING = /什么|怎么|怎样|如何|多少|[哪吗]/

/** What is no part of a word: a quotation mark that nothing closes in it, and what ends a sentence. */
const PUNCTUATION = /^["“「『](?=[^"”」』]*$)|[，。、；：！？…,.;:!?]+$/g

/** The pairs of a number stand in many others; one of two digits is a pair. */
const FIGURES = /^\d{3,}$/

/** What is typed around the number of a letter, which names it alone. */
const AROUND_NUMBER = /^第(?=\d)|(?<=\d)号(?:提案|建议|议案)?$/g

interface MissingContext {
  folding: Folding
  options: SearchOptions
}

/** How surely a text stands nowhere. */
const STANDS = 0
const DOUBTFUL = 1
const MISSING = 2

/**
 * Tells which words stand in no paragraph, neither as they were typed nor in another form. A word whose pairs of
 * characters stand somewhere, each by itself, is taken to stand too: the entries do not tell more. Of a number, which may
 * be printed with letters behind it (1000kV), only the first hits do.
 */
export function missingWords(
  parts: readonly Part[],
  lexicon: Lexicon,
  { folding, options }: MissingContext,
): TellMissing {
  const missing = parts
    .filter((part) => !namesLetter(part))
    .map((part) => ({ part, doubt: Math.min(...[part, ...part.alternatives].map(doubtOf)) }))
    .filter(({ doubt }) => doubt > STANDS)

  return (hits) => {
    const areFirst = areFirstOfAll(options)
    const printed = missing.some(({ doubt }) => doubt === DOUBTFUL)
      ? hits.map(({ paragraph, section, reply }) =>
          folding.fold(JSON.stringify([paragraph.text, section.path, reply.proposals])),
        )
      : []
    const words = missing
      .filter(
        ({ part, doubt }) =>
          (isWord(part) || (areFirst && hits.length === 0)) &&
          (doubt === MISSING ||
            (areFirst &&
              ![part, ...part.alternatives].some(({ text }) =>
                printed.some((other) => other.includes(text)),
              ))),
      )
      .map(({ part: { typed, text, runs } }) =>
        // Of 资金:饕餮, 饕餮 alone.
        (typed ?? text)
          .replace(doubtOf({ runs: [runs[0]!] }) === STANDS ? /^.+[:：](?=.)/ : '', '')
          .replace(PUNCTUATION, ''),
      )
    return words.length > 0 ? [{ kind: 'in no paragraph', words: [...new Set(words)] }] : []
  }

  function isKnownWord(text: string): boolean {
    return (['words', ...TITLE_FIELDS] as const).some((field) => lexicon.get(field, text) !== undefined)
  }

  function namesLetter({ names = [] }: Part): boolean {
    return names.some((term) => lexicon.get('names', term) !== undefined)
  }

  /** 智慧养老 is two words that may stand apart, where no pair is unknown but the one between 智慧 and 养老. */
  function doubtOf({ runs }: { runs: readonly Run[] }): number {
    return Math.max(
      ...runs.map(({ text, stretches }) => {
        const pairs = pairsOf(text.replace(AROUND_NUMBER, '')).map((pair) =>
          isKnownPair(pair, lexicon) ? '=' : /^[a-z\d]+$/.test(pair) ? '?' : ' ',
        )
        if (!/^$|^=+(?: =+)*$/.test(pairs.join(''))) return MISSING
        return stretches.some(({ text }) => FIGURES.test(text) && !isKnownWord(text)) ? DOUBTFUL : STANDS
      }),
    )
  }
}

/** Whether hits are the best of the whole index. */
function areFirstOfAll({ offset = 0, limit, sort = 'relevance', filter }: SearchOptions): boolean {
  return offset === 0 && limit !== 0 && sort === 'relevance' && JSON.stringify(filter ?? {}) === '{}'
}

function isWord(part: Part): boolean {
  return [...part.text].length <= (isLatin(part) ? LONGEST_LATIN : LONGEST_WORD) && !ASKING.test(part.text)
}
