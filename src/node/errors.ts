import { DafuError } from '../errors.js'

/** A document could not be read: it is missing, or of a format or an encoding that is not read. */
export class DocumentReadError extends DafuError {
  override name = 'DocumentReadError'
  readonly source: string

  constructor(message: string, source: string, options?: ErrorOptions) {
    super(message, options)
    this.source = source
  }
}

/** A document shows its text as images only. */
export class ScannedDocumentError extends DocumentReadError {
  override name = 'ScannedDocumentError'
}

/** A package that reading a format takes is not installed, or cannot be loaded. */
export class MissingPackageError extends DafuError {
  override name = 'MissingPackageError'
  readonly packageName: string

  /** @param version The one that serves, where not every one does. */
  constructor(
    packageName: string,
    use: string,
    { cause, version }: ErrorOptions & { version?: string } = {},
  ) {
    const { code, message } = (cause ?? {}) as NodeJS.ErrnoException
    const isAbsent = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND'
    const state = isAbsent ? 'which is not installed' : `which could not be loaded (${message})`
    const wanted = version ? `${packageName}@${version}` : packageName
    super(`${use} takes the package ${packageName}, ${state}. Install it with \`npm i ${wanted}\`.`, {
      cause,
    })
    this.packageName = packageName
  }
}

/** An index could not be written; what stood at its path is as it was. */
export class IndexWriteError extends DafuError {
  override name = 'IndexWriteError'
  readonly path: string

  constructor(message: string, path: string, options?: ErrorOptions) {
    super(message, options)
    this.path = path
  }
}

/** Indexes were not built alike, so that their terms do not fit together. */
export class IndexMismatchError extends DafuError {
  override name = 'IndexMismatchError'
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
}

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}

/** What is thrown when `path` cannot be written: what is already said in dafu's words stays as it is. */
export function writeError(path: string, cause: unknown): DafuError {
  if (cause instanceof DafuError) return cause
  const isAbsent = (cause as NodeJS.ErrnoException).code === 'ENOENT'
  const reason = isAbsent ? 'there is no such folder; make it first' : reasonOf(cause)
  return new IndexWriteError(`${path} could not be written: ${reason}.`, path, { cause })
}
