import { HAN } from '../../text/number-edges.js'
import { type Run, runsOf } from '../../text/runs.js'
import { isSingle, type Part, type PartAlternative } from './parts.js'

/** In figures or ideographs, also a percentage in these. */
const NUMBER = RegExp(`(?:百分之)?[\\d${HAN}](?:(?:[.点]|,(?=\\d{3}(?!\\d)))?[\\d${HAN}])*`, 'g')
/** No run holds it whole: 98.5, 1,200. */
const CUT = /\d(?:\.\d|,\d{3}(?!\d))/
/** Between two runs of one number. */
const CUTS = /^\d[.,]\d$/
const LARGE = /[万亿]/
/** 二千一百六十 and 十二点八, whose pieces are numbers of their own, 十万, and 25000, whose end is that of many others. */
const LONG = /[百千点.,].|[万亿]|\d{5}/
/** 98.5, 1,200 and 百分之五. */
const TYPED = /[.,]|^百分/
/** Other numbers have the same bigrams: 100000. */
const REPEATING = /(\d)\1\1/

/** What was typed, or another form of it. */
export type Form = Pick<Part, 'text' | 'runs'> & Partial<Pick<PartAlternative, 'kind'>>

/** What of a form counts. */
interface Counted {
  /**
   * Numbers whose pieces stand in many others, so that they count as a whole: 1.5万, 百分之五, and in a form not typed 十万
   * and 25000 too; and 1.5 beside the 1.5万 that was typed, 4,317 beside 4,317万. Some stand here twice.
   */
  amounts: string[]
  /** What stands beside these. */
  runs: readonly Run[]
  /** What counts little: the pieces of 98.5, by which 8.5 is found in it. */
  remnants: readonly Run[]
}

export function countedOf({ text, runs, kind }: Form): Counted {
  const typed = kind !== 'numeral'
  const amounts: string[] = []
  const rest = text.replace(NUMBER, (number) => {
    if (!(typed ? TYPED : LONG).test(number)) return number
    amounts.push(number)
    // Where the head of a table has 万元, its cell holds 386.5 alone, and 4,317 for 4317万元.
    if (typed || number.includes(',')) amounts.push(number.replace(/[万亿]$/, ''))
    return ' '.repeat(number.length)
  })
  if (amounts.length === 0) return { amounts, runs, remnants: [] }
  const telling = runs.filter((run) => !isSingle(run))
  const remnants =
    CUT.test(text) && (typed || !/[万亿,]/.test(text)) ? (telling.length > 0 ? telling : runs) : []
  return { amounts, runs: runsOf(rest).filter((run) => !isSingle(run)), remnants }
}

/** The pieces of a form, as its punctuation parts it, of which another text may have all bigrams, for their numbers. */
export function ambiguousIn({ text, runs, kind }: Form): string[] {
  const pieces: { start: number; end: number }[] = []
  for (const { start, text: own } of runs) {
    const end = start + own.length
    const last = pieces.at(-1)
    if (last && CUTS.test(text.slice(last.end - 1, start + 1))) last.end = end
    else pieces.push({ start, end })
  }
  return pieces
    .map(({ start, end }) => text.slice(start, end))
    .filter((piece) => CUT.test(piece) || REPEATING.test(piece) || (kind === 'numeral' && LARGE.test(piece)))
}
