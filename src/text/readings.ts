import { pinyin, polyphonic } from 'pinyin-pro'
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
      if (stretch.alphabetic) {
        full += stretch.text
        initials += stretch.text
        continue
      }
      for (const syllable of plainSyllables(stretch.text) ?? phraseSyllables(stretch.text)) {
        full += syllable
        initials += syllable.charAt(0)
      }
    }
  }
  return { full: withoutUmlaut(full), initials }
}

function phraseSyllables(ideographs: string): string[] {
  return pinyin(ideographs, { toneType: 'none', type: 'array', v: true }).map((syllable) =>
    syllable.toLowerCase(),
  )
}

/** The syllables of a text each of whose characters has one reading, as most have: no dictionary of phrases is asked. */
function plainSyllables(ideographs: string): string[] | undefined {
  plain ??= new Array(2 ** 16).fill(undefined)
  const syllables: string[] = []
  for (let i = 0; i < ideographs.length; i++) {
    const unit = ideographs.charCodeAt(i)
    plain[unit] ??= onlyReading(ideographs.charAt(i))
    if (plain[unit] === '') return undefined
    syllables.push(plain[unit])
  }
  return syllables
}

/** By code unit: the reading of a character that has one, the empty string for others. Made on first use. */
let plain: (string | undefined)[] | undefined

function onlyReading(character: string): string {
  const [only = '', another] = readingsOf(character)
  return another === undefined && LATIN.test(only) ? only : ''
}

const LATIN = /^[a-z]+$/
const readings = new Map<string, readonly string[]>()

/** Every reading of one character, v for ü; of one without any the character itself. */
function readingsOf(character: string): readonly string[] {
  let found = readings.get(character)
  if (!found) {
    const [all = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true })
    found = [...new Set(all.map((reading) => reading.toLowerCase()))]
    readings.set(character, found)
  }
  return found
}

/** Every reading of one character as it may be typed. */
export function syllablesOf(character: string): readonly string[] {
  return [...new Set(readingsOf(character).flatMap(withoutUmlaut))].filter((syllable) => LATIN.test(syllable))
}

/** lv, and lu; lve, and lue. */
function withoutUmlaut(reading: string): string[] {
  return reading.includes('v') && /[ln]v/.test(reading)
    ? [reading, reading.replace(/([ln])v/g, '$1u')]
    : [reading]
}
