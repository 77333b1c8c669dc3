import { LENGTH_CODES } from '../../length.js'
import type { BitWriter } from './bit-writer.js'
import { BitReader, BitsError } from './bits.js'
import { ValueWriter } from './value-writer.js'
import { ValueReader } from './values.js'

// The length of every paragraph, coded by `encodeLength`, in one Huffman code.

export function readLengths(bytes: Uint8Array, paragraphs: number): Uint8Array {
  const reader = new BitReader(bytes)
  const lengths = new ValueReader(reader, bytes.length).list(reader, paragraphs)
  for (let i = 0; i < paragraphs; i++) {
    if (lengths[i]! >= LENGTH_CODES) throw new BitsError(`it has no length ${lengths[i]}`)
  }
  return new Uint8Array(lengths)
}

export function writeLengths(writer: BitWriter, lengths: Uint8Array): void {
  const counts = new Uint32Array(LENGTH_CODES)
  for (const length of lengths) counts[length]!++
  const code = new ValueWriter(counts)
  code.writeTable(writer)
  for (const length of lengths) code.write(writer, length)
}
