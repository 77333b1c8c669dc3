/** One value that failed, where it stands, and what was expected of it. */
export interface Issue {
  path: (string | number)[]
  message: string
}

/**
 * Every error that dafu throws on purpose. What a caller's own code throws (a segmenter, a byte source,
 * an aborted signal) passes through as it is.
 */
export class DafuError extends Error {
  override name = 'DafuError'
}

/** A document is no reply letter, or a reply does not have the shape of `Reply`. */
export class InvalidReplyError extends DafuError {
  override name = 'InvalidReplyError'
  readonly issues: readonly Issue[]

  constructor(message: string, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(message, options)
    this.issues = issues
  }
}

/** A query or its options have the wrong type or pass a stated limit; odd query text is never an error. */
export class InvalidQueryError extends DafuError {
  override name = 'InvalidQueryError'
  readonly issues: readonly Issue[]

  constructor(message: string, issues: readonly Issue[] = [], options?: ErrorOptions) {
    super(message, options)
    this.issues = issues
  }
}

/** The bytes are no `.dafu` file, or are damaged or cut short. */
export class IndexFormatError extends DafuError {
  override name = 'IndexFormatError'
}

/** The file, or the index of a cluster, has a format version that this release does not read. */
export class IndexVersionError extends DafuError {
  override name = 'IndexVersionError'
  readonly expected: number
  readonly got: number

  /** @param again How an index of this version is made. @param name What to call the index. */
  constructor(expected: number, got: number, again = 'Build the index again.', name = 'The index') {
    const remedy = got > expected ? 'Update dafu.' : again
    super(`${name} has format version ${got}; this release of dafu reads version ${expected}. ${remedy}`)
    this.expected = expected
    this.got = got
  }
}

/** The bytes of an index could not be read: a missing file, a network error, a host's refusal. */
export class IndexReadError extends DafuError {
  override name = 'IndexReadError'
  readonly source: string
  readonly status: number | undefined

  constructor(message: string, details: { source: string; status?: number }, options?: ErrorOptions) {
    super(message, options)
    this.source = details.source
    this.status = details.status
  }
}

/** A segmenter is missing, could not be loaded, or returned segments that do not concatenate to its text. */
export class SegmenterError extends DafuError {
  override name = 'SegmenterError'
}

/** The engine that was asked cannot do what the query needs. */
export class UnsupportedQueryError extends DafuError {
  override name = 'UnsupportedQueryError'
}
