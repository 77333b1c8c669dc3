import { stat } from 'node:fs/promises'
import { basename, extname, isAbsolute, join } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { DocumentReadError, reasonOf } from './errors.js'

export type DocumentFormat = 'markdown' | 'text' | 'html'

const FORMATS: Readonly<Record<string, DocumentFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
}

/** Formats of letters that are not read; in a folder they are reported, where other files are passed over. */
const UNREAD_FORMATS = ['.docx', '.doc', '.wps', '.rtf', '.odt', '.pdf', '.ofd']

const EXTENSIONS = [...Object.keys(FORMATS), ...UNREAD_FORMATS]

/** @throws DocumentReadError for a format that is not read. */
export function formatOf(path: string): DocumentFormat {
  const extension = extname(path).toLowerCase()
  const format = FORMATS[extension]
  if (format) return format
  throw new DocumentReadError(
    `${path}: ${extension ? `${extension} files` : 'files without an extension'} are not read. Save it as ${Object.keys(FORMATS).join(', ')}.`,
    path,
  )
}

/**
 * The documents that paths stand for, each once: a file is itself; of a folder, all the way down, and of a glob, the
 * files with the extension of a document are taken in order of their paths, but for hidden files and READMEs.
 *
 * @throws DocumentReadError for a path that stands for no document.
 */
export async function findDocuments(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    const documents = await documentsAt(path)
    if (documents.length === 0) {
      throw new DocumentReadError(
        `${path}: no documents there. Letters are looked for in ${EXTENSIONS.join(', ')} files, READMEs left out.`,
        path,
      )
    }
    for (const document of documents) found.add(document)
  }
  return [...found]
}

async function documentsAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
  } catch (cause) {
    if (isDynamicPattern(path)) return documentsAmong(await glob(path, { absolute: isAbsolute(path) }))
    throw new DocumentReadError(`${path}: ${reasonOf(cause)}.`, path, { cause })
  }
  const names = await glob('**', { cwd: path })
  return documentsAmong(names.map((name) => join(path, name)))
}

function documentsAmong(paths: readonly string[]): string[] {
  return paths
    .filter((path) => EXTENSIONS.includes(extname(path).toLowerCase()) && !/^readme\b/i.test(basename(path)))
    .sort((a, b) => (a < b ? -1 : 1))
}
