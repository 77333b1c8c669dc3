// Lengths are kept in few classes: every first query reads those of all paragraphs, at less than two bits each, and
// finer ones find no better. Four of Lucene's classes make one of these, so that a cluster can tell them from what
// Lucene keeps.
// Source: https://github.com/apache/lucene/blob/main/lucene/core/src/java/org/apache/lucene/util/SmallFloat.java
//         (intToByte4: exact up to 39, then four significant bits of the length less 24).

/** Of a code. */
export const LENGTH_BITS = 6
/** How many codes there are. */
export const LENGTH_CODES: number = 2 ** LENGTH_BITS

/** Below this length classes are of 4. */
const LINEAR = 32
/** Above it, a class has the two most significant bits of the length less this. */
const OFFSET = 24

/** The code of a length's class (an integer from 0, below 2 ** 31); codes ascend with lengths. */
export function encodeLength(length: number): number {
  if (length < LINEAR) return length >>> 2
  const rest = length - OFFSET
  const shift = 30 - Math.clz32(rest)
  return 2 * (shift + 1) + (rest >>> shift)
}

/** The middle of a class. */
export function decodeLength(code: number): number {
  if (code * 4 < LINEAR) return code * 4 + 2
  return OFFSET + ((code & 1) + 2.5) * 2 ** ((code >>> 1) - 2)
}
