import { util } from '../built-in.js'

const STYLES = ['bold', 'dim', 'inverse', 'underline', 'red', 'green', 'yellow', 'cyan'] as const

/** Gives a text a look in a terminal. */
export type Colors = Record<(typeof STYLES)[number], (text: string) => string>

/** @param shown Where false, every text stays as it is. */
export function createColors(shown: boolean): Colors {
  const styles = STYLES.map((style) => {
    // Whether the stream has colours was asked before.
    const paint = (text: string): string =>
      shown ? util.styleText(style, text, { validateStream: false }) : text
    return [style, paint]
  })
  return Object.fromEntries(styles)
}
