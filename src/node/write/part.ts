import { isDeepStrictEqual } from 'node:util'
import type { WriteElsewhere } from '../../postings/file/terms-writer.js'
import type { IndexContent } from '../../postings/posting-store.js'
import { IndexMismatchError } from '../errors.js'

/** The content of an index, and what to call it in an error. */
export interface Part {
  name: string
  content: IndexContent
  /** Writes some of it in another thread, where it is written as it is. */
  writeElsewhere?: WriteElsewhere | undefined
}

/** What must be the same in indexes that are merged. */
interface Settings {
  name: string
  content: Pick<IndexContent, 'segmenter' | 'synonyms' | 'folding'>
}

/**
 * Merging checks this too, but does not know the names.
 *
 * @throws IndexMismatchError
 */
export function checkAlike(parts: readonly Settings[]): void {
  const folded = new Map<string, { to: string; part: Settings }>()
  for (const part of parts) {
    checkSettings(parts[0] as Settings, part)
    const characters = [...part.content.folding]
    for (let i = 0; i + 1 < characters.length; i += 2) {
      const [from, to] = characters.slice(i, i + 2) as [string, string]
      const known = folded.get(from)
      if (known && known.to !== to) {
        throw new IndexMismatchError(
          `${known.part.name} folds “${from}” to “${known.to}”, ${part.name} to “${to}”. Build both with the same release of dafu.`,
        )
      }
      if (!known) folded.set(from, { to, part })
    }
  }
}

function checkSettings(first: Settings, other: Settings): void {
  const [a, b] = [first.content, other.content]
  if (!isDeepStrictEqual({ ...a.segmenter }, { ...b.segmenter })) {
    throw new IndexMismatchError(
      `${first.name} was cut by ${segmenterOf(a)}, ${other.name} by ${segmenterOf(b)}, so their words do not fit together. Build both with the same segmenter, its version and its user dictionary included.`,
    )
  }
  if (!isDeepStrictEqual(a.synonyms, b.synonyms)) {
    throw new IndexMismatchError(
      `${first.name} and ${other.name} have different synonyms. Build both with the same, by the same release of dafu.`,
    )
  }
}

function segmenterOf({ segmenter }: Settings['content']): string {
  return `${segmenter.name} (${segmenter.fingerprint})`
}
