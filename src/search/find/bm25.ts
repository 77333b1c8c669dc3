import { decodeLength, LENGTH_CODES } from '../../postings/length.js'
import type { Field } from '../../postings/posting-store.js'

/** Saturation of the term frequency. Source: `npm run evaluate`. */
export const K1 = 0.9
/** Share of the length in the score of a text; titles and names are scored without. Source: `npm run evaluate`. */
export const B = 0.7

/**
 * Rare terms are raised over a question's own words (什么, 哪一), which are not rare enough to fall silent by themselves.
 * Source: `npm run evaluate`; 1.2 to 1.5 do alike.
 */
const IDF_EXPONENT = 1.3

/** @see https://lucene.apache.org/core/9_12_0/core/org/apache/lucene/search/similarities/BM25Similarity.html */
export function inverseDocumentFrequency(documentFrequency: number, paragraphs: number): number {
  return Math.log(1 + (paragraphs - documentFrequency + 0.5) / (documentFrequency + 0.5)) ** IDF_EXPONENT
}

/** By code. */
const LENGTHS: Float64Array = Float64Array.from({ length: LENGTH_CODES }, (_, code) => decodeLength(code))

/** For each length code, what a frequency `f` is saturated by: `f / (f + norm)`. */
export function lengthNorms(averageLength: number): Float64Array {
  const norms = new Float64Array(LENGTH_CODES)
  for (let code = 0; code < LENGTH_CODES; code++)
    norms[code] = K1 * (1 - B + (B * LENGTHS[code]!) / averageLength)
  return norms
}

/** Whether a field is scored by the paragraph's length; in titles and names the norm is `K1`. */
export function isBody(field: Field): boolean {
  return field === 'words' || field === 'bigrams' || field === 'characters'
}
