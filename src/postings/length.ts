// Lengths are kept in one byte, so that a file, a mutable index and Lucene score alike.
// Source: https://github.com/apache/lucene/blob/main/lucene/core/src/java/org/apache/lucene/util/SmallFloat.java
//         (intToByte4, byte4ToInt): exact up to 39, then four significant bits.

const EXACT = 24 // 255 − code of Integer.MAX_VALUE

/** Rounds a length (an integer ≥ 0) down to one of 256 codes; codes ascend with lengths. */
export function encodeLength(length: number): number {
  return length < EXACT ? length : EXACT + encodeFloat(length - EXACT)
}

/** The length that a code stands for. */
export function decodeLength(code: number): number {
  return code < EXACT ? code : EXACT + decodeFloat(code - EXACT)
}

function encodeFloat(value: number): number {
  const bits = 32 - Math.clz32(value)
  if (bits < 4) return value
  const shift = bits - 4
  return ((value >>> shift) & 7) | ((shift + 1) << 3)
}

function decodeFloat(code: number): number {
  const mantissa = code & 7
  const shift = (code >>> 3) - 1
  return shift < 0 ? mantissa : (mantissa | 8) * 2 ** shift
}
