import { LENGTH_BITS, LENGTH_CODES } from '../../length.js'
import type { BitWriter } from './bit-writer.js'
import { BitReader, BitsError } from './bits.js'
import { ValueWriter } from './value-writer.js'
import { ValueReader } from './values.js'

// The length of every paragraph, coded by `encodeLength`: two in each value of one Huffman code, for the commonest
// lengths would need less than the whole bits that a code of one has.

export function readLengths(bytes: Uint8Array, paragraphs: number): Uint8Array {
  const reader = new BitReader(bytes)
  const pairs = new ValueReader(reader, bytes.length).list(reader, Math.ceil(paragraphs / 2))
  const lengths = new Uint8Array(2 * pairs.length)
  pairs.forEach((pair, i) => {
    if (pair >= LENGTH_CODES ** 2) throw new BitsError(`it has no lengths ${pair}`)
    lengths[2 * i] = pair >>> LENGTH_BITS
    lengths[2 * i + 1] = pair % LENGTH_CODES
  })
  return lengths.subarray(0, paragraphs)
}

export function writeLengths(writer: BitWriter, lengths: Uint8Array): void {
  const pairs = Uint16Array.from(
    { length: Math.ceil(lengths.length / 2) },
    (_, i) => lengths[2 * i]! * LENGTH_CODES + (lengths[2 * i + 1] ?? 0),
  )
  const counts = new Uint32Array(LENGTH_CODES ** 2)
  for (const pair of pairs) counts[pair]!++
  const code = new ValueWriter(counts)
  code.writeTable(writer)
  for (const pair of pairs) code.write(writer, pair)
}
