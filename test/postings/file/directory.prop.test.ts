import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitWriter } from '../../../src/postings/file/codec/bit-writer.js'
import { BitReader, BitsError, SLACK } from '../../../src/postings/file/codec/bits.js'
import { TermKeys } from '../../../src/postings/file/codec/term-keys.js'
import { UnitWriter } from '../../../src/postings/file/codec/unit-writer.js'
import { UnitReader } from '../../../src/postings/file/codec/units.js'
import { isBehind, nodeOf, readDirectory } from '../../../src/postings/file/directory.js'
import { EAGER_LISTS, NodeReader } from '../../../src/postings/file/lexicon.js'
import { LexiconWriter } from '../../../src/postings/file/lexicon-writer.js'
import { ListWriter } from '../../../src/postings/file/list-writer.js'
import { PAGE } from '../../../src/postings/file/pages.js'

function slack(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(bytes.length + SLACK)
  padded.set(bytes)
  return padded
}

/** Each node has one page here. */
function cut(chunks: readonly Uint8Array[]): Uint8Array[] {
  return chunks.flatMap((chunk) =>
    Array.from({ length: chunk.length / PAGE.lexicon }, (_, page) =>
      chunk.subarray(page * PAGE.lexicon, (page + 1) * PAGE.lexicon),
    ),
  )
}

/** The code of code units of which some were seen. */
function codeOf(seen: string) {
  const counts = new Uint32Array(2 ** 16)
  for (let i = 0; i < seen.length; i++) counts[seen.charCodeAt(i)]!++
  const code = new UnitWriter({ letters: counts, others: counts })
  const table = new BitWriter()
  code.writeTable(table)
  return { code, units: new UnitReader(new BitReader(slack(table.view())), table.view().length) }
}

/** Terms in a list of many nodes, as a reader finds them. */
function listed(terms: readonly string[], seen: string) {
  const { code, units } = codeOf(seen)
  const list = new ListWriter('bigrams', { units: code, keys: new TermKeys(code.codeLengths) })
  terms.forEach((term, i) => {
    list.add(term, 1 + (i % 900), i * 8, 8)
  })
  const lexicon = new LexiconWriter()
  lexicon.add(list.finish())
  const pages = cut([...lexicon.pieces()])
  const directory = readDirectory(slack(lexicon.directory(EAGER_LISTS)), EAGER_LISTS, units).get('bigrams')!
  const nodes = pages.map((page) => {
    const reader = new NodeReader(slack(page), 'bigrams', 1000, units)
    const found: string[] = []
    while (reader.next()) found.push(reader.entry.term)
    return found
  })
  return { directory, nodes, keys: new TermKeys(units.codeLengths) }
}

const word = (characters: string) =>
  fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 12 })
/** Terms that begin alike, such as numbers, are told apart by texts. */
const lists = fc
  .array(fc.oneof(word('支持科技创新先投后股'), word('01'), word('a\0b𠀾'), fc.string({ minLength: 1 })), {
    minLength: 1,
    maxLength: 400,
  })
  .chain((words) => {
    const many = words.flatMap((word) => ['', '0', '00', '支', '𠀾x'].map((end) => word + end))
    return fc.constant([...new Set(many)].sort())
  })

describe('the directory of a list', () => {
  it('leads to the node of every term, whatever code units were expected', () => {
    fc.assert(
      fc.property(
        lists,
        fc.constantFrom('', '0', '支持科技创新先投后股', '000000000000001'),
        (terms, seen) => {
          const { directory, nodes, keys } = listed(terms, seen)
          expect(directory.pages.at(-1)).toBe(nodes.length)
          expect(nodes.flat()).toEqual(terms)
          nodes.forEach((node, number) => {
            for (const term of node) expect(nodeOf(directory, term, keys)).toBe(number)
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('tells behind which nodes no term has a prefix', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat({ max: 4 }), (terms, pick, length) => {
        const { directory, nodes, keys } = listed(terms, '支持0')
        const prefix = terms[pick % terms.length]!.slice(0, length)
        nodes.forEach((node, number) => {
          if (!node.some((term) => term.startsWith(prefix))) return
          expect(number).toBeGreaterThanOrEqual(nodeOf(directory, prefix, keys))
          expect(isBehind(directory, number, prefix, keys)).toBe(false)
        })
        const last = directory.pages.length - 2
        const isLast = nodes[last]!.every((term) => term > prefix && !term.startsWith(prefix))
        if (isBehind(directory, last, prefix, keys)) expect(isLast).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('needs no texts where terms differ near their start', () => {
    const characters = [...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动']
    const terms = characters
      .flatMap((first) => characters.flatMap((second) => characters.map((third) => first + second + third)))
      .sort()
    const { directory, nodes } = listed(terms, characters.join('').repeat(9))
    expect(nodes.length).toBeGreaterThan(200)
    expect(directory.texts.size).toBe(0)
  })

  it('tells terms apart that begin alike for long', () => {
    const terms = Array.from({ length: 900 }, (_, i) => `${'支'.repeat(300)}${String(i).padStart(3, '0')}`)
    const { directory, nodes, keys } = listed(terms, '支')
    expect(directory.texts.size).toBeGreaterThan(1)
    nodes.forEach((node, number) => {
      for (const term of node) expect(nodeOf(directory, term, keys)).toBe(number)
    })
  })

  it('makes no long texts of few bits', () => {
    const { code, units } = codeOf('支')
    const writer = new BitWriter()
    for (const count of [0, 3, 3]) writer.golomb(count, 8)
    writer.bits(0b11, 2)
    writer.bits(0, 4)
    writer.bits(0b11, 2)
    const long = '支'.repeat(400)
    for (const shared of [0, 399]) {
      writer.golomb(shared, 2)
      writer.golomb(long.length - shared - 1, 2)
      for (let at = shared; at < long.length; at++) code.write(writer, long, at)
    }
    expect(() => readDirectory(slack(writer.view()), ['readings'], units)).toThrow('too long')
  })

  it('has a page for every node', () => {
    const { units } = codeOf('支')
    const writer = new BitWriter()
    for (const count of [0, 1, 1]) writer.golomb(count, 8)
    const constant = 31
    writer.bits(constant, 5)
    writer.golomb(0, 4)
    expect(() => readDirectory(slack(writer.view()), ['readings'], units)).toThrow(BitsError)
  })
})
