// CRC-32C (Castagnoli), reflected, as in RFC 3720, appendix B.4.

const TABLE = /* @__PURE__ */ table()

function table(): Uint32Array {
  const table = new Uint32Array(256)
  for (let i = 0; i < 256; i++) {
    let remainder = i
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0x82f63b78 : 0)
    table[i] = remainder >>> 0
  }
  return table
}

/** @param seed Mixed into the checksum, so that equal bytes in two places of a file have two checksums. */
export function crc32c(bytes: Uint8Array, start = 0, end: number = bytes.length, seed = 0): number {
  let crc = ~seed
  for (let i = start; i < end; i++) crc = TABLE[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8)
  return ~crc >>> 0
}
