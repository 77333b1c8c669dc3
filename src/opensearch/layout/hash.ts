/** 106 bits that tell texts apart, as 22 hexadecimal digits or fewer; not for secrets. */
export function hashOf(text: string): string {
  return hash53(text, 0).toString(16) + hash53(text, 1).toString(16)
}

/**
 * 53 bits of a text.
 * Source: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain)
 */
export function hash53(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
