import { pinyin } from 'pinyin-pro'
import { runsOf } from './runs.js'

/** How a text is typed in pinyin, without tones, spaces or punctuation; letters and digits stand for themselves. */
export interface Reading {
  /** xiantouhougu; one form more where ü is typed as u. */
  full: string[]
  /** xthg */
  initials: string
}

/** @param folded A folded text, read as one phrase, so that 重庆 is chongqing and 重点 zhongdian. */
export function readingOf(folded: string): Reading {
  let full = ''
  let initials = ''
  for (const run of runsOf(folded)) {
    for (const stretch of run.stretches) {
      const syllables = stretch.alphabetic
        ? [stretch.text]
        : pinyin(stretch.text, { toneType: 'none', type: 'array', v: true }).map((syllable) =>
            syllable.toLowerCase(),
          )
      full += syllables.join('')
      initials += stretch.alphabetic ? stretch.text : syllables.map((syllable) => syllable.charAt(0)).join('')
    }
  }
  return { full: withoutUmlaut(full), initials }
}

const syllables = new Map<string, readonly string[]>()

/** Every reading of one character. */
export function syllablesOf(character: string): readonly string[] {
  let found = syllables.get(character)
  if (!found) {
    const readings = pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true })
    found = [...new Set(readings.map((reading) => reading.toLowerCase()).flatMap(withoutUmlaut))].filter(
      (syllable) => /^[a-z]+$/.test(syllable),
    )
    syllables.set(character, found)
  }
  return found
}

/** lv, and lu; lve, and lue. */
function withoutUmlaut(reading: string): string[] {
  return /[ln]v/.test(reading) ? [reading, reading.replace(/([ln])v/g, '$1u')] : [reading]
}

let common: readonly string[] | undefined

/** The 3,755 characters of everyday use (GB 2312, level 1): what a slip of an input method may put into a query. */
export function commonCharacters(): readonly string[] {
  common ??= decodeLevelOne()
  return common
}

function decodeLevelOne(): string[] {
  const decoder = new TextDecoder('gbk')
  const characters: string[] = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      characters.push(decoder.decode(Uint8Array.of(row, cell)))
    }
  }
  return characters
}
