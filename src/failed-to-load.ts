import { DafuError } from './errors.js'

/** Says that a part of dafu that is loaded on use could not be; the next call tries again. */
export function failedToLoad(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new DafuError(
    `A part of dafu could not be loaded: ${reason}. Try again; if the page was published anew, load it again.`,
    { cause },
  )
}
