// CRC-32C (Castagnoli), reflected, as in RFC 3720, appendix B.4.

const TABLE = /* @__PURE__ */ table()

/** The remainder of each byte, then of each byte with one, two and three zeros behind it. */
function table(): Uint32Array {
  const table = new Uint32Array(4 * 256)
  // The remainder of a sum is the sum of the remainders: of each bit, and then of it with all that are higher.
  for (let bit = 128, remainder = 1; bit > 0; bit >>= 1) {
    remainder = (remainder >>> 1) ^ (remainder & 1 ? 0x82f63b78 : 0)
    for (let higher = 0; higher < 256; higher += 2 * bit) table[bit + higher] = remainder ^ table[higher]!
  }
  for (let i = 256; i < table.length; i++) {
    table[i] = table[table[i - 256]! & 255]! ^ (table[i - 256]! >>> 8)
  }
  return table
}

/** @param seed Mixed into the checksum, so that equal bytes in two places of a file have two checksums. */
export function crc32c(bytes: Uint8Array, start = 0, end: number = bytes.length, seed = 0): number {
  let crc = ~seed
  let i = start
  // Four bytes at once take half the time.
  for (; i + 4 <= end; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    crc =
      TABLE[768 + (crc & 255)]! ^
      TABLE[512 + ((crc >>> 8) & 255)]! ^
      TABLE[256 + ((crc >>> 16) & 255)]! ^
      TABLE[crc >>> 24]!
  }
  for (; i < end; i++) crc = TABLE[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8)
  return ~crc >>> 0
}
