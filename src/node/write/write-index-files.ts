import { DafuError } from '../../errors.js'
import { indexSettings } from '../../postings/index-settings.js'
import type { IndexSummary } from '../../search/reply-search.js'
import { traditionalFolding } from '../../text/folding-table.js'
import type { Segmenter } from '../../text/segmenter.js'
import type { FileOptions, MergeOptions, Replies, UpdateOptions } from '../build-options.js'
import { checkReplaceable } from '../files/replace-file.js'
import { gatherReplies } from './gather-replies.js'
import { checkAlike } from './part.js'
import { type StoredPart, useParts } from './stored-parts.js'
import { writeParts } from './write-parts.js'

// What `build.ts` loads on use.

type Segmenting = { segmenter: Segmenter }

/** See `buildIndexFile`. */
export async function writeBuilt(
  replies: Replies,
  path: string,
  options: FileOptions & Segmenting,
): Promise<IndexSummary> {
  await checkReplaceable(path)
  const settings = indexSettings(options.segmenter, options.synonyms)
  return gatherReplies(replies, path, settings, options, (part) => writeParts([part], path, options))
}

/** See `mergeIndexFiles`. */
export async function writeMerged(
  paths: readonly string[],
  path: string,
  options: MergeOptions,
): Promise<IndexSummary> {
  await checkReplaceable(path)
  if (!Array.isArray(paths)) {
    throw new DafuError(`The indexes to merge are ${String(paths)}. Pass a list of their paths.`)
  }
  return useParts(paths, (parts) => writeParts(parts, path, options))
}

/** See `updateIndexFile`. */
export async function writeUpdated(
  base: string,
  replies: Replies,
  path: string,
  options: UpdateOptions & Segmenting,
): Promise<IndexSummary> {
  await checkReplaceable(path)
  return useParts([base], async (parts) => {
    const [old] = parts as [StoredPart]
    const { synonyms } = old.content
    const settings = { ...indexSettings(options.segmenter), synonyms }
    checkAlike([old, { name: 'the letters', content: { ...settings, folding: traditionalFolding() } }])
    await checkRemoved(old, options.remove)
    return gatherReplies(replies, path, settings, options, (part) => writeParts([old, part], path, options))
  })
}

async function checkRemoved({ name, store }: StoredPart, ids: readonly string[] = []): Promise<void> {
  if (!Array.isArray(ids)) throw new DafuError(`remove is ${String(ids)}. Pass a list of ids of replies.`)
  for (const id of ids) {
    if (typeof id !== 'string' || !(await store.reply(id)))
      throw new DafuError(`${name} has no reply “${id}” to remove.`)
  }
}
