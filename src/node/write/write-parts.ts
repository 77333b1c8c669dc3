import { mergeContents } from '../../postings/file/merge.js'
import { writeIndex } from '../../postings/file/writer.js'
import type { IndexSummary } from '../../search/reply-search.js'
import { replaceFile } from '../files/replace-file.js'
import { openIndex } from '../open-index.js'
import { checkAlike, type Part } from './part.js'

export interface WriteOptions {
  /** Ids of replies to leave out. */
  remove?: readonly string[]
  signal?: AbortSignal | undefined
}

/** Writes one index of the replies of all parts; of replies with the same id that of the last part stays. */
export async function writeParts(
  parts: readonly Part[],
  path: string,
  { remove = [], signal }: WriteOptions = {},
): Promise<IndexSummary> {
  checkAlike(parts)
  const [only] = parts
  const { content, writeElsewhere } =
    only && parts.length === 1 && remove.length === 0 ? only : await merged(parts, remove)
  await replaceFile(path, (sink) => writeIndex(content, sink, writeElsewhere), signal)
  const index = await openIndex(path)
  try {
    return index.summary
  } finally {
    await index.close()
  }
}

async function merged(parts: readonly Part[], remove: readonly string[]): Promise<Part> {
  const contents = parts.map(({ content }) => content)
  return { name: 'the merged index', content: await mergeContents(contents, { remove }) }
}
