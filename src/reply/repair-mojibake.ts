import type { WrongDecoding } from './mojibake.js'

/** A text that was decoded anew, and the way back from its positions. */
export interface RepairedText {
  text: string
  /** Where a character stood before. */
  place(offset: number): number
}

/**
 * Decodes a text anew that was decoded wrongly; `undefined` where characters were lost by it, which is the rule where
 * UTF-8 was read as GBK, and the exception where anything was read as Latin-1.
 */
export function repairMojibake(document: string, { written, read }: WrongDecoding): RepairedText | undefined {
  const bytesOf = read === 'gb18030' ? gbkBytes() : latinBytes()
  const bytes: number[] = []
  /** Which character of the document a byte is of. */
  const sources: number[] = []
  for (let i = 0; i < document.length; i++) {
    const code = document.charCodeAt(i)
    const encoded = code < 0x80 ? [code] : bytesOf.get(document.charAt(i))
    if (!encoded) return undefined
    for (const byte of encoded) {
      bytes.push(byte)
      sources.push(i)
    }
  }
  const text = decode(Uint8Array.from(bytes), written)
  if (text === undefined) return undefined
  const starts = startsOf(text, bytes, written)
  return { text, place: (offset) => sources[starts[offset] ?? bytes.length] ?? document.length }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** At which byte each character of the decoded text begins. */
function startsOf(text: string, bytes: readonly number[], encoding: WrongDecoding['written']): Uint32Array {
  const starts = new Uint32Array(text.length)
  let at = 0
  for (let i = 0; i < text.length; ) {
    const units = text.codePointAt(i)! > 0xffff ? 2 : 1
    starts.fill(at, i, i + units)
    i += units
    at += encoding === 'utf-8' ? utf8Length(bytes[at]!) : gbkLength(bytes[at]!, bytes[at + 1])
  }
  return starts
}

function utf8Length(lead: number): number {
  if (lead < 0xc0) return 1
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}

function gbkLength(lead: number, next = 0): number {
  if (lead <= 0x80) return 1
  return next < 0x40 ? 4 : 2
}

/** Latin-1 and Windows-1252, which differ from 80 to 9f. */
function latinBytes(): Map<string, number[]> {
  const bytes = new Map(Array.from({ length: 0x80 }, (_, i) => [String.fromCharCode(0x80 + i), [0x80 + i]]))
  const windows = Uint8Array.from({ length: 0x20 }, (_, i) => 0x80 + i)
  for (const [i, character] of [...new TextDecoder('windows-1252').decode(windows)].entries()) {
    bytes.set(character, [0x80 + i])
  }
  return bytes
}

/** The characters of two bytes; what takes four of them is nothing that UTF-8 turns into. */
function gbkBytes(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, number[]>([['€', [0x80]]])
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd') bytes.set(character, [lead, trail])
    }
  }
  return bytes
}
