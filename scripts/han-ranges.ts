import { readFileSync } from 'node:fs'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/** In a literal, or in a string of which a regular expression is made. */
const HAN = /\\{1,2}p\{Script=Han\}/g
/** Of Unicode. */
const LAST = 0x10ffff

/**
 * Writes `\p{Script=Han}` of regular expressions as its ranges: V8 looks the script up each time that it compiles one,
 * which takes ten times as long as ranges do, and to parse a first letter it compiles a hundred of them.
 *
 * @param sources Their paths.
 */
export function hanRanges(sources: RegExp): Plugin {
  return {
    name: 'han-ranges',
    setup(build) {
      build.onLoad({ filter: sources }, ({ path }) => ({
        contents: withRanges(readFileSync(path, 'utf8')),
        loader: 'ts',
      }))
    },
  }
}

export function withRanges(source: string): string {
  return source.replace(HAN, (_, at: number) => (isInClass(source, at) ? ranges() : `[${ranges()}]`))
}

/** Whether a bracket is open in the same line. */
function isInClass(source: string, at: number): boolean {
  const before = source.slice(source.lastIndexOf('\n', at) + 1, at).replace(/\\{1,2}[[\]]/g, '')
  return before.lastIndexOf('[') > before.lastIndexOf(']')
}

let known: string | undefined

function ranges(): string {
  known ??= rangesOf(/\p{Script=Han}/u)
  return known
}

function rangesOf(character: RegExp): string {
  const found: string[] = []
  for (let start = 0; start <= LAST; start++) {
    if (!character.test(String.fromCodePoint(start))) continue
    let end = start
    while (end < LAST && character.test(String.fromCodePoint(end + 1))) end++
    const [from, to] = [String.fromCodePoint(start), String.fromCodePoint(end)]
    found.push(end > start ? `${from}-${to}` : from)
    start = end
  }
  return found.join('')
}
