import { hashOf } from './hash.js'

/** What a document of the index is. */
export type DocumentKind = 'paragraph' | 'reply' | 'terms' | 'head'

/** A cluster takes 512 bytes; a character has three at most, or two and two. */
const LONGEST = 160

/** The `_id` of a document: `paragraph:k-2025-071/2/1`. */
export function documentId(kind: DocumentKind, id: string): string {
  return `${kind}:${id.length > LONGEST ? `${[...id].slice(0, 80).join('')}#${hashOf(id)}` : id}`
}

/**
 * A text whose UTF-8 bytes sort as the code units of the id do, so that the cluster orders replies as every index does:
 * surrogates are moved in front of what they stand behind in UTF-16.
 */
export function orderKey(id: string): string {
  let key = ''
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at)
    key += unit < 0xd800 ? id[at] : String.fromCodePoint(unit + 0x800)
  }
  return key
}
