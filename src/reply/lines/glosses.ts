import type { Note } from '../reply.js'
import { keepParts, type Line, type Lines, spanOf } from './line.js'

/** 關(guān): pinyin with its tone, or one of the words that have none. */
const GLOSS =
  /(?<=\p{Script=Han})[(（](?:[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}|men|de|le|zhe)[)）]/gu

/** unified plugin: leaves out the pinyin that sites which mirror letters put behind characters. */
export function dropGlosses(): (lines: Lines) => Lines {
  return (lines) => {
    const notes: Note[] = []
    const children = lines.children.map((line) => {
      const glosses = [...line.printed.matchAll(GLOSS)]
      if (glosses.length === 0) return line
      const message = `Pinyin behind characters was left out (${glosses.length}).`
      notes.push({ kind: 'page chrome', message, ...spanOf(line) })
      return withoutGlosses(line, glosses)
    })
    return { ...lines, children, notes: [...(lines.notes ?? []), ...notes] }
  }
}

function withoutGlosses(line: Line, glosses: RegExpExecArray[]): Line {
  const ends = glosses.map(({ 0: gloss, index }) => index + gloss.length)
  return keepParts(
    line,
    [0, ...ends].map((start, i) => [start, glosses[i]?.index ?? line.printed.length]),
  )
}
