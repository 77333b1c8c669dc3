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
