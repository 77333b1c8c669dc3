import type { Note } from '../reply.js'
import { keepParts, type Line, type Lines, spanOf } from './line.js'

/** Pinyin that sites which mirror letters put behind characters: 關(guān), with its tone or a word that has none. */
const GLOSS =
  /(?<=\p{Script=Han})[(（](?:[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,3}|men|de|le|zhe)[)）]/gu
/** A letter may gloss a character or two of its own; a mirror does it all through. */
const FEWEST_GLOSSES = 3
/** `????2023年6月5日`: signs in place of the spaces that align a sign-off. */
const PADDING = /^\?(?:\s{0,2}\?)+\s*|^\?$/g
/** Where an encyclopedia that holds the letter names its source: 二〇〇七年五月二十四日[1]. A footnote that is printed keeps its mark. */
const FOOTNOTE = /(?<=\p{Script=Han})\[\d{1,2}\]$/gu

/** unified plugin: leaves out what a mirroring site put into a letter. */
export function dropMirrorNoise(): (lines: Lines) => Lines {
  return (lines) => {
    const notes: Note[] = []
    const glosses = lines.children.flatMap(({ text }) => text.match(GLOSS) ?? []).length
    const printed = new Set(lines.children.map(({ text }) => /^\[\d{1,2}\]/.exec(text)?.[0]))
    const children = lines.children.flatMap((line) => {
      const noise = [
        ...line.text.matchAll(PADDING),
        ...(glosses < FEWEST_GLOSSES ? [] : line.text.matchAll(GLOSS)),
        ...[...line.text.matchAll(FOOTNOTE)].filter(([mark]) => !printed.has(mark)),
      ]
      if (noise.length === 0) return [line]
      const message = `Signs that a mirroring site put between the characters were left out (${noise.length}).`
      notes.push({ kind: 'page chrome', message, ...spanOf(line) })
      const kept = without(line, noise)
      return kept.text === '' ? [] : [kept]
    })
    return { ...lines, children, notes: [...(lines.notes ?? []), ...notes] }
  }
}

function without(line: Line, noise: RegExpExecArray[]): Line {
  const ends = noise.map(({ 0: signs, index }) => index + signs.length)
  return keepParts(
    line,
    [0, ...ends].map((start, i) => [start, noise[i]?.index ?? line.printed.length]),
  )
}
