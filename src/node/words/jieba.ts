import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { checkOptions } from '../../check-options.js'
import { SegmenterError } from '../../errors.js'
import { sharedFolding, traditionalFolding } from '../../text/folding-table.js'
import type { FoldedText } from '../../text/normalize.js'
import { createPrintedWords } from '../../text/printed-words.js'
import { runBounds } from '../../text/runs.js'
import type { Segmenter } from '../../text/segmenter.js'
import { fs } from '../built-in.js'
import { DOMAIN_WORDS } from './domain-words.js'
import { PART, PLACE_RULES, type PlacePart, partByTag, placePartOf, placesIn } from './places.js'

type NodeJieba = typeof import('nodejieba') & Record<`DEFAULT_${'DICT' | 'HMM_DICT' | 'USER_DICT'}`, string>

/** Which words jieba knows. */
export interface JiebaOptions {
  /**
   * Words that stay whole, beyond jieba's own and dafu's: a list, or the path of a UTF-8 file with one word a line. What
   * follows a space in the file (the frequency and tag of jieba's format) is left aside: every word weighs as much as
   * the median of jieba's dictionary.
   */
  userDictionary?: string | string[]
}

/** jieba takes memory in proportion to the longest text without punctuation; longer ones are cut here, by characters. */
const LONGEST_RUN = 10_000
/** What jieba cuts at whatever stands around it, and no run holds. Source: cppjieba, PreFilter.hpp */
const BREAK = '，'

const REMEDY =
  'Install it with `npm i nodejieba`. It is compiled on installation, which takes python3, make and g++; npm before ' +
  'version 12 needs `yes=true` in .npmrc, npm 12 `"allowScripts": {"nodejieba": true}` in package.json, and then ' +
  '`npm rebuild nodejieba`. Only building an index needs it: searching one does not.'

/** In the package. */
const DICTIONARIES = 'src/node/words/dictionaries'

/** jieba's tag of a word that it does not know. */
const UNKNOWN = 'x'
const common: ReadonlySet<string> = new Set(DOMAIN_WORDS)

const require = createRequire(import.meta.url)

/** Words whose parts in names of places follow from their tags, and are remembered. */
const REMEMBERED = 100_000

let nodeJieba: NodeJieba | undefined
/** The fingerprint whose words nodejieba holds: its one dictionary serves the whole process. */
let loaded: string | undefined

/** What a segmenter of this file was given, for another thread to make it again. */
const userWords = new WeakMap<Segmenter, () => string[]>()

/** The user dictionary of a segmenter that `jieba()` made; undefined for others. */
export function userWordsOf(segmenter: Segmenter): string[] | undefined {
  return userWords.get(segmenter)?.()
}

/**
 * Words by jieba with its hidden Markov model and dafu's dictionary of the genre. Traditional and full-width text is cut
 * as its Simplified form is. nodejieba and its dictionary (about a second, 300 MB) are loaded on first use; using
 * segmenters of different user words in turn loads them again at each change. They are loaded for segmenting: what else a
 * program has nodejieba do in the same thread, as extracting keywords, goes without its table of rare words.
 *
 * @throws SegmenterError on first use if nodejieba is missing or not built, or the user dictionary cannot be read.
 */
export function jieba(options: JiebaOptions = {}): Segmenter {
  checkOptions(options, 'jieba')
  const folding = sharedFolding()
  const { printed } = createPrintedWords(folding)
  let ownWords: string[] | undefined
  let words: readonly string[] | undefined
  let fingerprint: string | undefined
  let partsByTag = new Map<string, PlacePart>()

  const segmenter = {
    name: 'jieba',
    get fingerprint() {
      words ??= [...DOMAIN_WORDS, ...readOwnWords()].map((word) => printed(folding.fold(word)))
      fingerprint ??= fingerprintOf(words)
      return fingerprint
    },
    segment(text: string): string[] {
      const ends = segmentEnds(text)
      return ends.map((end, i) => text.slice(i > 0 ? ends[i - 1] : 0, end))
    },
    segmentEnds,
    // Not remembered here: who analyzes many texts remembers what became of each segment.
    subwords: shorterWords,
    placePart,
    places: (text: string, ends: readonly number[], parts: readonly number[]) =>
      placesIn(text, ends, parts, taggedPart),
  }
  userWords.set(segmenter, readOwnWords)
  return segmenter

  function readOwnWords(): string[] {
    ownWords ??= readWords(options.userDictionary)
    return ownWords
  }

  function segmentEnds(text: string): number[] {
    const nodejieba = dictionary()
    const folded = folding.foldWithOffsets(text)
    return originalEnds(
      text,
      folded,
      cuts(printed(folded.text), (parts) => nodejieba.cut(parts, true)),
    )
  }

  function dictionary(): NodeJieba {
    const wanted = segmenter.fingerprint
    const nodejieba = loadNodeJieba()
    if (loaded !== wanted) {
      loadDictionary(nodejieba, words ?? [])
      loaded = wanted
    }
    return nodejieba
  }

  function wordOf(segment: string): string {
    return printed(folding.fold(segment))
  }

  /** A word of the genre is no name. */
  function placePart(segment: string): PlacePart {
    const word = wordOf(segment)
    const part = placePartOf(word)
    return common.has(word) && (part === PART.byTag || part === PART.placeByTag) ? PART.none : part
  }

  /** A word that was added has no tag: those of the user may be names. */
  function taggedPart(segment: string): PlacePart {
    let part = partsByTag.get(segment)
    if (part === undefined) {
      const word = wordOf(segment)
      const tagged = dictionary().tag(word)
      part = partByTag(word, tagged.length === 1 ? tagged[0]!.tag : UNKNOWN)
      if (partsByTag.size >= REMEMBERED) partsByTag = new Map()
      partsByTag.set(segment, part)
    }
    return part
  }

  function shorterWords(segment: string): string[] {
    if (folding.fold(segment).length < 3) return []
    const folded = folding.foldWithOffsets(segment)
    const text = printed(folded.text)
    return dictionary()
      .cutForSearch(text, true)
      .map((word) => {
        const start = text.indexOf(word)
        return segment.slice(folded.starts[start], folded.ends[start + word.length - 1])
      })
      .filter((word) => word.length < segment.length)
  }
}

/** Ends of the words and of what stands between them, ascending, as offsets into `text`. */
function cuts(text: string, cut: (text: string) => string[]): number[] {
  const parts = partsOf(text)
  const ends: number[] = []
  let part = 0
  let at = parts[0]?.start ?? 0
  if (at > 0) ends.push(at)
  // All parts at once, for a call of jieba costs as much as cutting a part.
  for (const word of parts.length > 0 ? cut(parts.map(({ text }) => text).join(BREAK)) : []) {
    if (at < parts[part]!.end) {
      at += word.length
      ends.push(at)
      continue
    }
    at = parts[++part]!.start
    if (at > ends.at(-1)!) ends.push(at)
  }
  if (at < text.length) ends.push(text.length)
  return ends
}

/** The runs of letters, digits and ideographs, long ones in pieces. */
function partsOf(folded: string): { text: string; start: number; end: number }[] {
  const parts: { text: string; start: number; end: number }[] = []
  for (const { start: first, end: last } of runBounds(folded)) {
    for (let start = first, end = first; start < last; start = end) {
      end = Math.min(last, start + LONGEST_RUN)
      if (end < last && (folded.codePointAt(end - 1) as number) > 0xffff) end++
      parts.push({ text: folded.slice(start, end), start, end })
    }
  }
  return parts
}

/** The ends in the original text; characters that folding drops stay with what precedes them. */
function originalEnds(text: string, folded: FoldedText, ends: readonly number[]): number[] {
  const originals: number[] = []
  let last = 0
  for (const end of ends) {
    const original = end < folded.text.length ? folded.starts[end]! : text.length
    if (original > last) originals.push(original)
    last = Math.max(last, original)
  }
  if (last < text.length) originals.push(text.length)
  return originals
}

function loadNodeJieba(): NodeJieba {
  try {
    // Asked for with each text, which `require` takes a microsecond for.
    nodeJieba ??= require('nodejieba') as NodeJieba
    return nodeJieba
  } catch (cause) {
    throw new SegmenterError(`jieba needs the package nodejieba, which is not installed. ${REMEDY}`, {
      cause,
    })
  }
}

function loadDictionary(nodejieba: NodeJieba, words: readonly string[]): void {
  load(nodejieba)
  for (const word of words) if (nodejieba.cut(word).length > 1) nodejieba.insertWord(word)
}

/**
 * Has nodejieba load a dictionary of one word in place of what it holds for this thread, to be called when nothing more is
 * segmented here: it keeps its dictionaries even when the thread ends. Gives back some 90 MB; the rest stays in pieces.
 */
export function releaseDictionary(): void {
  if (loaded === undefined) return
  load(loadNodeJieba(), { dict: shipped('one-word.dict.utf8') })
  loaded = undefined
}

/** Loads jieba's own dictionary, or another in its place. */
function load(nodejieba: NodeJieba, dictionary?: { dict: string }): void {
  // How rare words are matters to jieba's keywords alone; its own table of it takes a sixth of the load.
  const idfDict = shipped('one-word.idf.utf8')
  try {
    nodejieba.load({ ...dictionary, idfDict })
  } catch (cause) {
    throw new SegmenterError(`nodejieba is installed but was not built. ${REMEDY}`, { cause })
  }
}

/** The path of a dictionary in the package, which finds itself by its name, built or from source. */
function shipped(name: string): string {
  try {
    const path = join(dirname(require.resolve('dafu/package.json')), DICTIONARIES, name)
    // nodejieba would end the process.
    fs.accessSync(path)
    return path
  } catch (cause) {
    throw new SegmenterError(
      `${DICTIONARIES}/${name} of the package dafu, which jieba takes, is missing. Install dafu again; code that is bundled needs the package beside it.`,
      { cause },
    )
  }
}

function fingerprintOf(words: readonly string[]): string {
  const nodejieba = loadNodeJieba()
  const { version } = require('nodejieba/package.json') as { version: string }
  // Loaded on use: it takes longer than opening an index.
  const { createHash } = require('node:crypto') as typeof import('node:crypto')
  const hash = createHash('sha256')
  for (const path of [nodejieba.DEFAULT_DICT, nodejieba.DEFAULT_HMM_DICT, nodejieba.DEFAULT_USER_DICT]) {
    hash.update(fs.readFileSync(path))
  }
  hash.update(traditionalFolding()).update(PLACE_RULES).update(words.join('\n'))
  return `nodejieba ${version} ${hash.digest('hex').slice(0, 16)}`
}

function readWords(dictionary: string | string[] = []): string[] {
  if (Array.isArray(dictionary) && dictionary.every((word) => typeof word === 'string')) return dictionary
  if (typeof dictionary !== 'string') {
    throw new SegmenterError(
      `The user dictionary is ${String(dictionary)}. Pass a list of words, or the path of a file.`,
    )
  }
  try {
    return fs
      .readFileSync(dictionary, 'utf8')
      .split(/\r?\n/)
      .map((line) => line.replace(/^\ufeff/, '').split(' ')[0] as string)
      .filter((word) => word !== '')
  } catch (cause) {
    throw new SegmenterError(
      `The user dictionary ${dictionary} could not be read: ${(cause as Error).message}.`,
      {
        cause,
      },
    )
  }
}
