import type { Reply } from '../../reply/reply.js'
import { updateIndexFile } from '../build.js'
import { openIndex } from '../open-index.js'
import { interruptSignal } from '../program.js'
import type { LetterFlags } from './letter-options.js'
import { fileOptions, summed, withLetters } from './writing.js'

export interface UpdateFlags extends LetterFlags {
  output?: string
  remove?: string[]
}

/** Updates an index, and returns a summary of the new one. Says which letters may be there twice. */
export async function updateFromPaths(
  base: string,
  paths: readonly string[],
  { output = base, remove = [], ...flags }: UpdateFlags,
): Promise<string> {
  const signal = interruptSignal()
  const added: string[] = []
  async function* noted(replies: AsyncIterable<Reply>): AsyncGenerator<Reply> {
    for await (const reply of replies) {
      added.push(reply.id)
      yield reply
    }
  }
  const earlier = paths.length > 0 ? await idsOf(base) : new Set<string>()
  const summary = await summed(output, () =>
    withLetters(paths, { output, ...flags }, (replies, onProgress) =>
      updateIndexFile(base, noted(replies), output, { ...fileOptions(flags), remove, onProgress, signal }),
    ),
  )
  for (const twin of twinsAmong(added, earlier, remove)) console.error(twin)
  return summary
}

async function idsOf(path: string): Promise<Set<string>> {
  const index = await openIndex(path)
  try {
    const { facets } = await index.search({ all: [] }, { facets: ['reply'], limit: 0 })
    return new Set(facets.reply.map(({ value }) => value))
  } finally {
    await index.close()
  }
}

/** A letter that was indexed by one path, and comes by a longer or shorter one, replaces nothing. */
function twinsAmong(added: readonly string[], earlier: Set<string>, removed: readonly string[]): string[] {
  const byEnd = new Map<string, string>()
  const gone = new Set(removed)
  for (const id of earlier) {
    if (!gone.has(id)) for (const end of endsOf(id)) byEnd.set(end, id)
  }
  return added.flatMap((id) => {
    if (earlier.has(id)) return []
    const twin = byEnd.get(id) ?? endsOf(id).find((end) => earlier.has(end) && !gone.has(end))
    return twin === undefined
      ? []
      : `${id} was added beside ${twin}: if it is the same letter, remove one of the two (--remove), and give ids by the same paths (--ids, --ids-in).`
  })
}

/** What stands behind each `/`. */
function endsOf(id: string): string[] {
  return Array.from(id.matchAll(/\//g), ({ index }) => id.slice(index + 1))
}
