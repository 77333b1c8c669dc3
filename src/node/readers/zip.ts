import { crc32, inflateRawSync } from 'node:zlib'

/** The parts of an archive by their paths. */
export type ZipParts = Map<string, Buffer>

const END = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff }
const ENTRY = { signature: 0x02014b50, bytes: 46 }
const LOCAL = { signature: 0x04034b50, bytes: 30 }
const STORED = 0
const DEFLATED = 8
const UTF8_NAMES = 0x0800
const VERSION = 20

/**
 * Unpacks the parts of a ZIP archive that are wanted.
 *
 * @param mostBytes Of all of them together, unpacked; an archive that holds more is refused before they are in memory.
 * @throws Error with what is wrong, for a file that is no such archive, or too large.
 */
export function unzip(archive: Buffer, isWanted: (path: string) => boolean, mostBytes: number): ZipParts {
  const parts: ZipParts = new Map()
  let left = mostBytes
  for (const entry of entriesOf(archive)) {
    if (!isWanted(entry.path)) continue
    const part = unpack(archive, entry, left)
    left -= part.length
    parts.set(entry.path, part)
  }
  return parts
}

interface Entry {
  path: string
  method: number
  start: number
  packedBytes: number
}

function* entriesOf(archive: Buffer): Generator<Entry> {
  const end = archive.lastIndexOf(signed(END.signature))
  if (end === -1 || end < archive.length - END.bytes - END.longestComment) {
    throw new Error('it is no ZIP archive, or cut short')
  }
  let at = archive.readUInt32LE(end + 16)
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== ENTRY.signature) throw new Error('its table of contents is damaged')
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    yield {
      path: archive.toString('utf8', at + ENTRY.bytes, at + ENTRY.bytes + name),
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      start: archive.readUInt32LE(at + 42),
    }
    at += ENTRY.bytes + name + extra + comment
  }
}

function unpack(archive: Buffer, { path, method, start, packedBytes }: Entry, mostBytes: number): Buffer {
  if (archive.readUInt32LE(start) !== LOCAL.signature) throw new Error(`its part ${path} is damaged`)
  const from = start + LOCAL.bytes + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
  const packed = archive.subarray(from, from + packedBytes)
  if (method === STORED && packed.length <= mostBytes) return packed
  if (method === DEFLATED && mostBytes > 0) {
    try {
      return inflateRawSync(packed, { maxOutputLength: mostBytes })
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') {
        throw new Error(`its part ${path} is damaged`, { cause })
      }
    }
  } else if (method !== STORED && method !== DEFLATED) {
    throw new Error(`its part ${path} is packed in a way that is not read (method ${method})`)
  }
  throw new Error('unpacked, it is far larger than a letter')
}

/** An archive of parts, not compressed. */
export function zip(parts: ZipParts): Buffer {
  const contents: Buffer[] = []
  const table: Buffer[] = []
  let offset = 0
  for (const [path, part] of parts) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(VERSION, 0)
    common.writeUInt16LE(UTF8_NAMES, 2)
    common.writeUInt32LE(crc32(part), 10)
    common.writeUInt32LE(part.length, 14)
    common.writeUInt32LE(part.length, 18)
    common.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    contents.push(signed(LOCAL.signature), common, name, part)
    table.push(signed(ENTRY.signature), common.subarray(0, 2), common, place, name)
    offset += LOCAL.bytes + name.length + part.length
  }
  const end = Buffer.alloc(END.bytes - 4)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(
    table.reduce((sum, { length }) => sum + length, 0),
    8,
  )
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...contents, ...table, signed(END.signature), end])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}
