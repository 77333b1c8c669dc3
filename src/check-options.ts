import { DafuError } from './errors.js'

/** @throws DafuError for options that are no object, before one of them is looked for there. */
export function checkOptions(options: unknown, of: string): void {
  if (typeof options === 'object' && options !== null) return
  throw new DafuError(`The options of ${of} are ${String(options)}. Pass an object, or leave them out.`)
}
