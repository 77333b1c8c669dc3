import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path'
import { DafuError } from '../../errors.js'
import { DocumentReadError, reasonOf } from '../errors.js'

/** Told of what could not be read, and of its path. */
export type OnDocumentError = (error: DafuError, path: string) => void

export interface FoundDocument {
  path: string
  /** The same within the folder, or the fixed part of the glob, that it was found in; with `/` and no extension. */
  within: string
}

/** The name of a file without its extension. */
export function stemOf(path: string): string {
  return basename(path, extname(path))
}

/** The path of a file within a folder, with `/` and no extension; it begins with `..` where the file is elsewhere. */
export function pathWithin(folder: string, file: string): string {
  const names = [...dirname(relative(folder, file)).split(sep), stemOf(file)]
  return names.filter((name) => name !== '.').join('/')
}

/** What a glob may have that a path has not: *, a list {2024/a,2025/b}, or a sign that is meant as itself. */
const GLOB_SIGN = /[*?[{\\]|[!+@]?\(/

export type DocumentFormat = 'markdown' | 'text' | 'html' | 'docx' | 'pdf'

const FORMATS: Readonly<Record<string, DocumentFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.shtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
}

/** Formats of letters that are not read; in a folder they are reported, where other files are passed over. */
const UNREAD_FORMATS = ['.doc', '.wps', '.rtf', '.odt', '.ofd']

const EXTENSIONS = [...Object.keys(FORMATS), ...UNREAD_FORMATS]

export function isNamedLikeDocument(path: string): boolean {
  return EXTENSIONS.includes(extname(path).toLowerCase())
}

/** @throws DocumentReadError for a format that is not read. */
export function formatOf(path: string): DocumentFormat {
  const extension = extname(path).toLowerCase()
  const format = FORMATS[extension]
  if (format) return format
  if (extension === '.dafu') {
    throw new DocumentReadError(`${path}: an index, where a letter is read. Give the letters.`, path)
  }
  throw new DocumentReadError(
    `${path}: ${extension ? `${extension} files` : 'files without an extension'} are not read. Save it as ${Object.keys(FORMATS).join(', ')}.`,
    path,
  )
}

/**
 * The documents that paths stand for, each once: a file is itself; of a folder, all the way down, and of a glob, the
 * files with the extension of a document are taken in order of their paths, but for hidden files and READMEs.
 *
 * @param onError Called for a path that stands for no document, and for a link that leads nowhere; without it, the first one throws.
 * @throws DocumentReadError
 */
export async function findDocuments(
  paths: readonly string[],
  onError?: OnDocumentError,
): Promise<FoundDocument[]> {
  const found = new Map<string, FoundDocument>()
  const report = (error: unknown, path: string): void => {
    if (!onError || !(error instanceof DafuError)) throw error
    onError(error, path)
  }
  for (const path of paths) {
    for (const link of await deadLinksIn(path)) {
      report(new DocumentReadError(`${link}: a link to what is not there.`, link), link)
    }
    try {
      for (const document of await documentsAt(path))
        if (!found.has(document.path)) found.set(document.path, document)
    } catch (error) {
      report(error, path)
    }
  }
  return [...found.values()]
}

// tinyglobby is loaded on use, for it takes longer than opening an index.
async function documentsAt(path: string): Promise<FoundDocument[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [{ path, within: stemOf(path) }]
  } catch (cause) {
    const { glob, isDynamicPattern } = await import('tinyglobby')
    if (isDynamicPattern(path)) {
      const fixed = path.slice(0, path.search(GLOB_SIGN))
      const folder = fixed.slice(0, fixed.lastIndexOf('/') + 1)
      return documentsAmong(await glob(path, { absolute: isAbsolute(path) }), path, folder || '.')
    }
    throw new DocumentReadError(`${path}: ${reasonOf(cause)}.`, path, { cause })
  }
  const { glob } = await import('tinyglobby')
  const names = await glob('**', { cwd: path })
  return documentsAmong(
    names.map((name) => join(path, name)),
    path,
    path,
  )
}

/** Links in a folder that lead nowhere: to letters, or to folders of them. */
async function deadLinksIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const links = entries
    .filter((entry) => entry.isSymbolicLink())
    .map(({ parentPath, name }) => join(relative(folder, parentPath), name))
    .filter((link) => !isHidden(link) && (isNamedLikeDocument(link) || extname(link) === ''))
    .map((link) => join(folder, link))
  const isDead = await Promise.all(
    links.map((link) =>
      stat(link).then(
        () => false,
        () => true,
      ),
    ),
  )
  return links.filter((_, i) => isDead[i])
}

function isHidden(path: string): boolean {
  return path.split(sep).some((name) => name.startsWith('.'))
}

function documentsAmong(files: readonly string[], path: string, folder: string): FoundDocument[] {
  const documents = files.filter((file) => isNamedLikeDocument(file) && !/^readme\b/i.test(basename(file)))
  if (documents.length > 0) {
    return documents
      .sort((a, b) => (a < b ? -1 : 1))
      .map((file) => ({ path: file, within: pathWithin(folder, file) }))
  }
  throw new DocumentReadError(
    `${path}: no documents there. Letters are looked for in ${Object.keys(FORMATS).join(', ')} files, READMEs left out.`,
    path,
  )
}
