import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { checkOptions } from '../check-options.js'
import { IndexReadError } from '../errors.js'
import type { OpenOptions as FileOptions } from '../postings/file/index-file.js'
import type { HttpOptions } from '../postings/file/source/http-source.js'
import { type IndexSource, toSource } from '../postings/file/source/to-source.js'
import { openSource } from '../search/open-source.js'
import type { ReplySearch } from '../search/reply-search.js'
import { openPath } from './files/file-source.js'
import { printable } from './print/inspect.js'

/** How an index is opened; `fetch`, `onWarning` and `retries` are for one that is read from a host. */
interface OpenOptions extends FileOptions, HttpOptions {}

/**
 * Opens an index for searching.
 *
 * @param source The path of a file, a `file:` or `http(s):` URL, or what the core's `openIndex` takes.
 * @throws IndexReadError | IndexFormatError | IndexVersionError
 */
export async function openIndex(source: IndexSource, options: OpenOptions = {}): Promise<ReplySearch> {
  checkOptions(options, 'openIndex')
  const path = pathOf(source)
  if (path === undefined) return printable(await openSource(await toSource(source, options), options))
  return printable(await openPath(path, (file) => openSource(file, options)))
}

/** Opens the index that is shipped with dafu. */
export async function openCorpus(): Promise<ReplySearch> {
  return openIndex(corpusPath())
}

/** Where the package exports the index; the package finds itself by its name, built or from source. */
export function corpusPath(): string {
  try {
    return createRequire(import.meta.url).resolve('dafu/corpus.dafu')
  } catch (cause) {
    throw new IndexReadError(
      'The index of the corpus, dist/corpus.dafu, is missing. Install dafu again, or build it with `npm run build:index`.',
      { source: 'dafu/corpus.dafu' },
      { cause },
    )
  }
}

function pathOf(source: IndexSource): string | undefined {
  if (source instanceof URL) return source.protocol === 'file:' ? fileURLToPath(source) : undefined
  if (typeof source !== 'string') return undefined
  if (/^file:/i.test(source)) return fileURLToPath(source)
  return /^https?:/i.test(source) ? undefined : source
}
