import { createBatch } from '../postings/batch.js'
import type { IndexSettings } from '../postings/index-settings.js'
import { assertReply } from '../reply/schema.js'
import type { BuildOptions, Replies } from './build.js'
import type { Part } from './part.js'

/** Turns replies into the parts of an index. */
export async function gatherParts(
  replies: Replies,
  settings: IndexSettings,
  { onProgress, signal }: BuildOptions,
): Promise<Part[]> {
  const batch = createBatch(settings)
  for await (const reply of replies) {
    signal?.throwIfAborted()
    assertReply(reply)
    batch.add(reply)
    onProgress?.({ replies: batch.replies })
  }
  return [{ name: 'the letters', content: batch.content() }]
}
