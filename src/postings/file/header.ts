import { IndexFormatError, IndexVersionError } from '../../errors.js'
import { FORMAT_VERSION } from '../posting-store.js'
import { crc32c } from './codec/checksum.js'
import { formatError } from './pages.js'
import type { ByteSource } from './source/byte-source.js'

/** Bytes of the header. */
export const HEADER = 40
/** Not text, and changed by whatever converts line ends. */
const MAGIC = [0x89, 0x64, 0x61, 0x66, 0x75, 0x0d, 0x0a, 0x1a] // \x89 d a f u \r \n \x1a

export interface Header {
  /** Of the file, in bytes. */
  size: number
  /** Where the manifest begins; what is read at open follows it up to the end of the file. */
  manifestStart: number
  manifestBytes: number
  manifestChecksum: number
}

/**
 * @throws IndexFormatError
 * @throws IndexVersionError
 */
export function readHeader(bytes: Uint8Array, { size, name }: Pick<ByteSource, 'size' | 'name'>): Header {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) {
    const what = size === 0 ? 'The file is empty.' : 'This is no .dafu file: it does not begin as one does.'
    throw new IndexFormatError(`${what} Give a file that dafu has built.`)
  }
  if (bytes.length < HEADER) throw formatError('header', `the file ends after ${size} bytes`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER)
  if (crc32c(bytes, 0, HEADER - 4) !== view.getUint32(HEADER - 4)) {
    throw formatError('header', 'its checksum does not match')
  }
  const version = view.getUint32(8)
  if (version !== FORMAT_VERSION) throw new IndexVersionError(FORMAT_VERSION, version, undefined, name)
  const header: Header = {
    size: Number(view.getBigUint64(12)),
    manifestStart: Number(view.getBigUint64(20)),
    manifestBytes: view.getUint32(28),
    manifestChecksum: view.getUint32(32),
  }
  if (header.size !== size) {
    throw formatError('header', `the file has ${size} bytes where it says ${header.size}`)
  }
  if (header.manifestStart < HEADER || header.manifestStart + header.manifestBytes > size) {
    throw formatError('header', 'its manifest is not inside the file')
  }
  return header
}

export function writeHeader(header: Header): Uint8Array {
  const bytes = new Uint8Array(HEADER)
  bytes.set(MAGIC)
  const view = new DataView(bytes.buffer)
  view.setUint32(8, FORMAT_VERSION)
  view.setBigUint64(12, BigInt(header.size))
  view.setBigUint64(20, BigInt(header.manifestStart))
  view.setUint32(28, header.manifestBytes)
  view.setUint32(32, header.manifestChecksum)
  view.setUint32(HEADER - 4, crc32c(bytes, 0, HEADER - 4))
  return bytes
}
