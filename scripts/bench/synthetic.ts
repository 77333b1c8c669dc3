import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { between, oneOf, type Random, seeded } from '../evaluate/random.js'

export const KINDS = ['common', 'two', 'question', 'rare'] as const
/** A common word, two words, a question of 4 to 6 words, a rare word. */
export type Kind = (typeof KINDS)[number]
export type Queries = Record<Kind, string[]>

/** Paragraphs of words drawn as often as jieba's dictionary says, and queries about them. */
export interface Synthetic {
  paragraphs: number
  characters: number
  /** In UTF-8. */
  bytes: number
  queries: Queries
}

const SEED = 20_251_122
const QUERIES = 200
/** Paragraphs that queries are taken from. */
const SOURCES = 2_000
/** In characters. */
const LENGTHS = [80, 200] as const
/** In how many paragraphs a rare word is at most. */
const SELDOM = 3
const READ = 1 << 16
const HAN = /^\p{Script=Han}+$/u

/** Writes the paragraphs, one a line, and the queries into a folder, unless they are there. */
export function prepareSynthetic(paragraphs: number, folder: string, dictionary: string): Synthetic {
  const description = join(folder, 'synthetic.json')
  if (existsSync(description)) return readSynthetic(folder)
  mkdirSync(folder, { recursive: true })
  const synthetic = write(paragraphs, join(folder, 'paragraphs.txt'), readWords(dictionary))
  writeFileSync(`${description}.part`, JSON.stringify(synthetic))
  renameSync(`${description}.part`, description)
  return synthetic
}

export function readSynthetic(folder: string): Synthetic {
  return JSON.parse(readFileSync(join(folder, 'synthetic.json'), 'utf8'))
}

/** Read as they are needed, so that what holds them in memory is the engine. */
export function* readParagraphs(folder: string): Generator<string> {
  const file = openSync(join(folder, 'paragraphs.txt'), 'r')
  const decoder = new StringDecoder('utf8')
  const buffer = Buffer.alloc(READ)
  let rest = ''
  try {
    for (;;) {
      const read = readSync(file, buffer)
      if (read === 0) break
      const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n')
      rest = lines.pop() as string
      yield* lines
    }
  } finally {
    closeSync(file)
  }
}

interface Words {
  words: string[]
  /** Sums of the frequencies up to and with each word. */
  sums: Float64Array
}

function readWords(dictionary: string): Words {
  const entries = readFileSync(dictionary, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([word]) => word && HAN.test(word))
  const sums = new Float64Array(entries.length)
  let sum = 0
  entries.forEach(([, frequency], i) => {
    sum += Number(frequency)
    sums[i] = sum
  })
  return { words: entries.map(([word]) => word as string), sums }
}

function write(paragraphs: number, path: string, dictionary: Words): Synthetic {
  const { words } = dictionary
  const random = seeded(SEED)
  const pickSource = seeded(SEED + 1)
  const frequencies = new Uint32Array(words.length)
  const sources: number[][] = []
  const file = openSync(path, 'w')
  let characters = 0
  let bytes = 0
  for (let i = 0; i < paragraphs; i++) {
    const { text, drawn } = compose(random, dictionary)
    const distinct = [...new Set(drawn)]
    for (const word of distinct) frequencies[word]!++
    if (pickSource() < SOURCES / paragraphs) sources.push(distinct.filter((word) => words[word]!.length > 1))
    characters += text.length
    bytes += writeSync(file, `${text}\n`) - 1
  }
  closeSync(file)
  return { paragraphs, characters, bytes, queries: ask(seeded(SEED + 2), words, frequencies, sources) }
}

function compose(random: Random, { words, sums }: Words): { text: string; drawn: number[] } {
  const length = between(random, ...LENGTHS)
  const drawn: number[] = []
  let text = ''
  for (let since = 1; text.length < length; since++) {
    const what = random()
    if (what < 0.03) text += `${between(random, 2008, 2026)}年${between(random, 1, 12)}月`
    else if (what < 0.05) text += between(random, 1, 9999)
    else if (what < 0.06) text += `${(random() * 100).toFixed(2)}%`
    else {
      const word = search(sums, random() * sums.at(-1)!)
      text += words[word]
      drawn.push(word)
    }
    if (since >= 5 && random() < 0.25) {
      text += random() < 0.7 ? '，' : '。'
      since = 0
    }
  }
  return { text: `${text}。`, drawn }
}

/** The first whose sum is above the number. */
function search(sums: Float64Array, number: number): number {
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > number) high = middle
    else low = middle + 1
  }
  return low
}

function ask(random: Random, words: string[], frequencies: Uint32Array, sources: number[][]): Queries {
  const used = Array.from(words.keys()).filter((word) => frequencies[word]! > 0 && words[word]!.length > 1)
  const frequent = used.sort((a, b) => frequencies[b]! - frequencies[a]! || a - b).slice(0, QUERIES)
  const seldom = used.filter((word) => frequencies[word]! <= Math.max(SELDOM, frequencies[used.at(-1)!]!))
  const longSources = sources.filter((source) => source.length >= 10)
  const times = <T>(make: (i: number) => T): T[] => Array.from({ length: QUERIES }, (_, i) => make(i))
  return {
    common: times((i) => words[frequent[i % frequent.length]!]!),
    two: times(() => {
      const source = oneOf(random, longSources)
      const first = between(random, 0, source.length - 1)
      const second = (first + between(random, 1, source.length - 1)) % source.length
      return `${words[source[first]!]} ${words[source[second]!]}`
    }),
    question: times(() => {
      const source = oneOf(random, longSources)
      const size = between(random, 4, 6)
      const start = between(random, 0, source.length - size)
      return `${source
        .slice(start, start + size)
        .map((word) => words[word])
        .join('')}是什么？`
    }),
    rare: times(() => words[oneOf(random, seldom)]!),
  }
}
