import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A number in the source that the order of hits depends on. */
export interface Constant {
  /** Under `src/`. */
  file: string
  name: string
  /** What it weighs stands in titles of this kind, so that questions are asked with them. */
  titles?: 'section' | 'proposal'
  /** Whether it is a count. */
  whole?: true
}

const BM25 = 'search/find/bm25.ts'
const TEXT_SCORE = 'search/order/text-score.ts'
const WEIGHTS = 'query/weights.ts'

/** Those left out need names, pinyin or long lists, which sets of questions do not have. */
export const CONSTANTS: readonly Constant[] = [
  { file: BM25, name: 'K1' },
  { file: BM25, name: 'B' },
  { file: BM25, name: 'IDF_EXPONENT' },
  { file: WEIGHTS, name: 'words' },
  { file: WEIGHTS, name: 'bigrams' },
  { file: WEIGHTS, name: 'sections', titles: 'section' },
  { file: WEIGHTS, name: 'proposals', titles: 'proposal' },
  { file: 'search/find/page.ts', name: 'RESCORED', whole: true },
  { file: TEXT_SCORE, name: 'CHARACTER_WEIGHT' },
  { file: TEXT_SCORE, name: 'PROXIMITY_WEIGHT' },
  { file: TEXT_SCORE, name: 'WINDOW', whole: true },
  { file: TEXT_SCORE, name: 'WHOLE_WEIGHT' },
  { file: TEXT_SCORE, name: 'PIECE_WEIGHT' },
  { file: 'query/parts/part-clauses.ts', name: 'REMNANT_WEIGHT' },
  { file: 'query/numbers/number-variants.ts', name: 'UNCERTAIN_WEIGHT' },
]

/** @throws Error unless the file gives it one value. */
export function chosenValue(constant: Constant): number {
  const values = [...sourceOf(constant).matchAll(declarationOf(constant))]
  if (values.length !== 1)
    throw new Error(`src/${constant.file} declares ${constant.name} ${values.length} times.`)
  return Number(values[0]![2])
}

/** The file with another value. */
export function withValue(constant: Constant, value: number): string {
  return sourceOf(constant).replace(declarationOf(constant), (_, before: string) => `${before}${value}`)
}

const sourceOf = ({ file }: Constant): string => readFileSync(join('src', file), 'utf8')
const declarationOf = ({ name }: Constant): RegExp =>
  new RegExp(String.raw`(\b${name}(?: =|:) )(\d[\d._]*)`, 'g')
