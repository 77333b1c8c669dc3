import { DafuError } from '../errors.js'

/** A cluster could not be reached, took too long, or answered with an error. */
export class ClusterError extends DafuError {
  override name = 'ClusterError'
  /** Of the HTTP response, where there was one. */
  readonly status: number | undefined

  constructor(message: string, details: { status?: number | undefined } = {}, options?: ErrorOptions) {
    super(message, options)
    this.status = details.status
  }
}

/** A document that a cluster refused for good. */
export interface Rejection {
  /** Of the paragraph or the reply. */
  id: string
  /** Of HTTP. */
  status: number
  /** In the cluster's words. */
  reason: string
}

/** A push did not complete: the alias stays where it was. */
export class PushError extends DafuError {
  override name = 'PushError'
  /** At most 1,000. */
  readonly rejected: readonly Rejection[]

  constructor(message: string, rejected: readonly Rejection[] = [], options?: ErrorOptions) {
    super(message, options)
    this.rejected = rejected
  }
}
