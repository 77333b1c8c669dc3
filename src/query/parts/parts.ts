import { bigramsOf } from '../../text/bigrams.js'
import { segmentByCounts } from '../../text/lexicon-segmenter.js'
import { classOf, type Folding, IDEOGRAPHIC } from '../../text/normalize.js'
import { type Run, runsOf } from '../../text/runs.js'
import type { WordCounts } from '../../text/segmenter.js'
import { type Alternative, alternativesOf, type Variation } from './alternatives.js'
import { isStandingSpelling, spellingsOf } from './other-spelling.js'

/** A piece of a query between spaces. */
export interface Part {
  /** Folded. */
  text: string
  /** Left out where it was put together from others. */
  typed?: string
  runs: readonly Run[]
  alternatives: readonly PartAlternative[]
  /** Whether its characters were typed one by one, with spaces between them. */
  spaced?: true
  /** Itself in the usual spelling of its words, and in the other one. */
  spellings?: readonly Part[]
  /** The part without the pieces that stand nowhere as they were typed, where an alternative corrects such. */
  certain?: Part
  /** Terms of names by which it names a letter. */
  names?: readonly string[]
  /** Which terms stand in names for some terms of a run, where its number is an amount, a year or that of a law. */
  inNames?: (run: Run, terms: readonly string[]) => readonly string[]
}

export interface PartAlternative extends Alternative {
  runs: readonly Run[]
}

/** Characters of alternatives in a query; parts behind them are searched as typed. In UTF-16 code units. */
const MOST_VARIED = 2_000

export interface PartOptions extends Variation {
  folding: Folding
}

/** Cuts query text at its spaces. Ideographs that stand one by one (答 复) are one part; a part without terms is none. */
export function partsOf(text: string, options: PartOptions): Part[] {
  const pieces: { text: string; typed: string }[] = []
  const joined = new Set<number>()
  let spaced = false
  for (const piece of text.split(/\s+/u)) {
    const folded = options.folding.fold(piece)
    if (!folded) continue
    const single = isSingleIdeograph(folded)
    if (single && spaced) {
      const last = pieces[pieces.length - 1]!
      last.text += folded
      last.typed += piece
      joined.add(pieces.length - 1)
    } else pieces.push({ text: folded, typed: piece })
    spaced = single
  }
  let room = MOST_VARIED
  const parts: Part[] = []
  pieces.forEach(({ text, typed }, i) => {
    const alternatives = alternativesOf(text, options).filter((alternative) => {
      room -= alternative.text.length
      return room >= 0
    })
    const part = toPart(text, alternatives)
    if (part) parts.push({ ...withSpellings(part, options), typed, ...(joined.has(i) && { spaced: true }) })
  })
  return parts
}

function withSpellings(part: Part, variation: Variation): Part {
  const spellings = spellingsOf(part.text).flatMap(
    (text) => toPart(text, alternativesOf(text, variation)) ?? [],
  )
  return spellings.length > 0 ? { ...part, spellings } : part
}

/** 座标 is 坐标 where only that stands, and either where both do; in a phrase what was typed, if it stands. */
export function inStandingSpelling(part: Part, isPhrase: boolean, stands: (bigram: string) => boolean): Part {
  const standing = part.spellings?.filter(({ text }) => isStandingSpelling(text, stands)) ?? []
  const [usual, other] = standing
  if (!usual || (isPhrase && isStandingSpelling(part.text, stands))) return part
  const alternatives = [...usual.alternatives]
  if (other && !isPhrase) alternatives.push(withRuns({ text: other.text, kind: 'synonym', weight: 1 }))
  return { ...part, text: usual.text, runs: usual.runs, alternatives }
}

/** What is excluded is so in either spelling, and in no other way to write it. */
export function inEitherSpelling(part: Part): Part {
  const spellings = part.spellings ?? []
  return {
    ...part,
    alternatives: spellings.map(({ text }) => withRuns({ text, kind: 'synonym', weight: 1 })),
  }
}

/** 水 电 is 水电 where it stands so, else two words. */
export function withoutUnknownPairs(part: Part, stands: (bigram: string) => boolean): Part[] {
  if (!part.spaced || bigramsOf(part.text).every(stands)) return [part]
  return [...part.text].flatMap((character) => toPart(character, []) ?? [])
}

/** A phrase is taken as it stands, spaces and all: one part, no alternatives. */
export function phrasePart(phrase: string, folding: Folding): Part | undefined {
  const part = toPart(folding.fold(phrase), [])
  return part && { ...withSpellings(part, { synonyms: [] }), typed: phrase }
}

export function toPart(text: string, alternatives: readonly Alternative[]): Part | undefined {
  const runs = runsOf(text)
  return runs.length > 0 ? { text, runs, alternatives: Array.from(alternatives, withRuns) } : undefined
}

/** Leaves out synonyms of what is no word of its own: 国企 in 中国企业. */
export function withAlignedSynonyms(part: Part, counts: WordCounts): Part {
  if (!part.alternatives.some(({ replaces }) => replaces)) return part
  const edges = new Set<number>()
  for (const stretch of part.runs.flatMap((run) => run.stretches)) {
    let at = stretch.start
    edges.add(at)
    for (const word of stretch.alphabetic
      ? stretch.text.split(/(?<=\d)(?=\D)/)
      : segmentByCounts(stretch.text, counts)) {
      at += word.length
      edges.add(at)
    }
  }
  const isWord = ({ start, end }: { start: number; end: number }): boolean =>
    edges.has(start) && edges.has(end)
  return {
    ...part,
    alternatives: part.alternatives.filter(({ replaces }) => !replaces || isWord(replaces)),
  }
}

export function withRuns(alternative: Alternative): PartAlternative {
  return { ...alternative, runs: runsOf(alternative.text) }
}

/** Whether an alternative is what may be meant by letters or a slip, rather than another way to write the same. */
export function isGuess({ kind }: { kind?: string | undefined }): boolean {
  return kind === 'pinyin' || kind === 'typo'
}

/** Whether a part is letters and digits alone. */
export function isLatin({ runs }: Part): boolean {
  return runs.every(({ stretches }) => stretches.every(({ alphabetic }) => alphabetic))
}

/** Whether a run is one character, which no bigram can find. */
export function isSingle(run: Run): boolean {
  return [...run.text].length === 1
}

function isSingleIdeograph(folded: string): boolean {
  return classOf(folded) === IDEOGRAPHIC && [...folded].length === 1
}
