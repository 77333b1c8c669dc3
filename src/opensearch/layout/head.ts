import { documentId } from './ids.js'
import type { List, ListSummary } from './lists.js'

/** What is known of an index as a whole; read once, when it is opened. */
export interface Head {
  replies: number
  paragraphs: number
  /** Sum of the paragraphs' lengths. */
  totalLength: number
  /** Characters that fold to others, as a `.dafu` file has them. */
  folding: string
  synonyms: readonly (readonly string[])[]
  lists: Record<List, ListSummary>
}

export const HEAD_ID: string = documentId('head', 'head')
