import { BitReader, BitsError, unfold } from './codec/bits.js'
import { checkCount, readNumbers } from './codec/numbers.js'
import { ALL_KEYS, type TermKeys } from './codec/term-keys.js'
import { readText } from './codec/text-code.js'
import type { UnitReader } from './codec/units.js'
import type { ListName } from './lexicon.js'

/** One sorted list: its nodes, each one page or, for a very long term, several. */
export interface ListDirectory {
  readonly terms: number
  /** For each node but the first a key that is above those of all terms before, and not above those of its own … */
  readonly keys: Float64Array
  /** … or, where keys cannot part them, a text. */
  readonly texts: ReadonlyMap<number, string>
  /** The page at which each node starts, and the one behind the last. */
  readonly pages: Uint32Array
}

/**
 * @param bytes The section `directory` or `vocabularies`.
 * @param lists Those that stand in it.
 * @param code Of code units.
 */
export function readDirectory(
  bytes: Uint8Array,
  lists: readonly ListName[],
  code: UnitReader,
): Map<ListName, ListDirectory> {
  const reader = new BitReader(bytes)
  let page = reader.golomb(8)
  return new Map(
    lists.map((list) => {
      const terms = reader.golomb(8)
      const nodes = reader.golomb(8)
      checkCount(nodes, bytes.length)
      const separators = readSeparators(reader, Math.max(0, nodes - 1), code)
      const pages = new Uint32Array(nodes + 1)
      const counts = readNumbers(reader, nodes)
      if (nodes > terms || counts.includes(0))
        throw new BitsError('a list has more nodes than terms or pages')
      counts.forEach((count, node) => {
        pages[node] = page
        page += count
      })
      pages[nodes] = page
      return [list, { terms, ...separators, pages }]
    }),
  )
}

/** The powers of two by which keys are rounded. */
const SCALES: readonly number[] = Array.from({ length: 53 }, (_, zeros) => 2 ** zeros)

function readSeparators(
  reader: BitReader,
  count: number,
  code: UnitReader,
): Pick<ListDirectory, 'keys' | 'texts'> {
  const texts = new Map<number, string>()
  if (count === 0) return { keys: new Float64Array(0), texts }
  const changes = reader.golombs(0, count)
  const distances = reader.golombs(reader.bits(4), count)
  const keys = new Float64Array(count)
  let zeros = 0
  let key = 0
  let text = ''
  for (let i = 0; i < count; i++) {
    zeros += unfold(changes[i]!)
    const scale = SCALES[zeros]
    const distance = distances[i]!
    if (scale === undefined) throw new BitsError('a separator is out of its range')
    if (distance === 0) {
      text = readText(reader, code, text)
      texts.set(i, text)
    } else key = (Math.floor(key / scale) + distance) * scale
    if (!(key < ALL_KEYS)) throw new BitsError('a separator is out of its range')
    keys[i] = key
  }
  return { keys, texts }
}

/** The node that holds a term, if any does. */
export function nodeOf({ keys, texts }: ListDirectory, term: string, scale: TermKeys): number {
  const key = scale.key(term)
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const text = texts.get(middle)
    if (text === undefined ? keys[middle]! <= key : text <= term) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a node begins behind all terms with a prefix. */
export function isBehind(
  { keys, texts }: ListDirectory,
  node: number,
  prefix: string,
  scale: TermKeys,
): boolean {
  if (node === 0) return false
  const text = texts.get(node - 1)
  if (text === undefined) return keys[node - 1]! >= scale.range(prefix).end
  return text > prefix && !text.startsWith(prefix)
}
