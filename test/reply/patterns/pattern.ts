/** Something that offices do in their letters, and how a letter shows it in its text, where a tag that ends a line ends a line. */
export type Pattern = readonly [name: string, shown: RegExp]

/** A colon and brackets in either width. */
export const COLON = '[：:]'
export const OPEN = '[（(]'
export const CLOSE = '[）)]'

/** Each line has its own start and end, unless `flags` say otherwise. */
export function re(source: string, flags = 'mu'): RegExp {
  return new RegExp(source, flags)
}
