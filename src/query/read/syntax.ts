import type { QueryNote, TakeNote } from '../note.js'
import type { ParsedQuery } from '../parsed-query.js'
import type { Query } from '../query.js'
import { fieldQuery } from './field-query.js'
import { type Token, tokenize } from './tokens.js'

/** Groups within groups; deeper brackets are passed over. */
const DEEPEST = 20

/**
 * Reads the text of a search box. Every text is a query: what is odd is searched as words, and noted.
 *
 *     either   = sequence { OR sequence }
 *     sequence = { [NOT] (word | phrase | field:value | "(" either ")") }      all of them; words by `match`
 *
 * Beside a phrase, words need not stand: whoever quotes says what must.
 */
export function parseQuery(input: string): ParsedQuery {
  const noted = new Map<string, QueryNote>()
  const note: TakeNote = (found) => noted.set(JSON.stringify(found), found)
  const tokens = tokenize(input, note)
  if (tokens.every(({ kind }) => kind === 'word'))
    return { query: { text: input }, notes: [...noted.values()] }

  const query = new Parser(tokens, note).parse()
  if (excludesWordsAlone(query)) note({ kind: 'exclusions alone' })
  const isAmbiguous = tokens.some(({ kind }) => /^(?:not|or|field|value)$/.test(kind))
  return { query, notes: [...noted.values()], ...(isAmbiguous && { literal: input }) }
}

/** -单位:财政局 is asked on purpose; a hyphen before words may be what they were copied with. */
function excludesWordsAlone(query: Query): boolean {
  const asked = 'all' in query ? query.all : [query]
  return asked.every((node) => 'not' in node && !('field' in node.not))
}

class Parser {
  #at = 0

  constructor(
    readonly tokens: readonly Token[],
    readonly note: TakeNote,
  ) {}

  parse(): Query {
    const queries: Query[] = []
    while (this.#at < this.tokens.length) {
      const query = this.#either(0)
      if (query) queries.push(query)
      if (this.#accept('close')) this.note({ kind: 'bracket never opened' })
    }
    return queries.length === 1 ? queries[0]! : queries.length > 0 ? { all: queries } : { text: '' }
  }

  #either(depth: number): Query | undefined {
    const choices: Query[] = []
    do {
      const sequence = this.#sequence(depth)
      if (sequence) choices.push(sequence)
      else if (this.#peek()?.kind === 'or' || choices.length > 0)
        this.note({ kind: 'lone operator', operator: 'OR' })
    } while (this.#accept('or'))
    return choices.length > 1 ? { any: choices } : choices[0]
  }

  #sequence(depth: number): Query | undefined {
    const words: string[] = []
    const wanted: Query[] = []
    const excluded: Query[] = []
    for (;;) {
      const negative = this.#negation()
      const token = this.#peek()
      if (!token || token.kind === 'or' || token.kind === 'close') {
        if (negative) this.note({ kind: 'lone operator', operator: 'NOT' })
        break
      }
      if ((token.kind === 'word' || token.kind === 'value') && !negative) {
        words.push(token.text)
        this.#at++
        continue
      }
      const query = this.#operand(depth)
      if (query) (negative ? excluded : wanted).push(query)
    }
    if (words.length > 0) {
      const text = words.join(' ')
      const optional = wanted.some((query) => 'phrase' in query)
      wanted.unshift(optional ? { text, optional } : { text })
    }
    const all = [...wanted, ...excluded.map((not) => ({ not }))]
    return all.length > 1 ? { all } : all[0]
  }

  #operand(depth: number): Query | undefined {
    const token = this.tokens[this.#at++]!
    switch (token.kind) {
      case 'word':
      case 'value':
        return { text: token.text }
      case 'phrase':
        return { phrase: token.text }
      case 'field':
        return fieldQuery(token.field, token.value, this.note)
      default:
        return this.#group(depth)
    }
  }

  #group(depth: number): Query | undefined {
    if (depth >= DEEPEST) {
      this.note({ kind: 'brackets too deep', deepest: DEEPEST })
      return undefined
    }
    const query = this.#either(depth + 1)
    if (!this.#accept('close')) this.note({ kind: 'bracket never closed' })
    if (!query) this.note({ kind: 'empty brackets' })
    return query
  }

  /** Two exclusions cancel out. */
  #negation(): boolean {
    let negative = false
    while (this.#accept('not')) negative = !negative
    return negative
  }

  #peek(): Token | undefined {
    return this.tokens[this.#at]
  }

  #accept(kind: Token['kind']): boolean {
    if (this.#peek()?.kind !== kind) return false
    this.#at++
    return true
  }
}
