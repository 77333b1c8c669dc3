import { DafuError } from './errors.js'

/** Says that a part of dafu that is loaded on use could not be; the next call tries again. */
export function failedToLoad(cause: unknown): never {
  throw new DafuError(
    `A part of dafu could not be loaded: ${cause}. Try again; if the page or dafu was updated, load it again.`,
    { cause },
  )
}
