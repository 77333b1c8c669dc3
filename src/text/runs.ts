import { ALPHABETIC, type CharacterClass, classOf, classOfUnit, OTHER } from './normalize.js'

/** A longest piece of a folded text whose characters are of one class; a word boundary lies on both its sides. */
export interface Stretch {
  readonly text: string
  /** UTF-16 offset into the folded text. */
  readonly start: number
  readonly alphabetic: boolean
}

/** A longest piece of letters, digits and ideographs: neighbouring stretches of either class. */
export interface Run {
  readonly text: string
  readonly start: number
  readonly stretches: readonly Stretch[]
}

/** The runs of a folded text; what lies between them (punctuation, spaces) carries no terms. */
export function runsOf(folded: string): Run[] {
  const runs: Run[] = []
  let stretches: Stretch[] = []
  let at = 0
  let open = 0
  let current: CharacterClass = OTHER

  const close = (end: number, next: CharacterClass): void => {
    if (current !== OTHER) {
      stretches.push({ text: folded.slice(open, end), start: open, alphabetic: current === ALPHABETIC })
    }
    if (next === OTHER && stretches.length > 0) {
      const start = (stretches[0] as Stretch).start
      runs.push({ text: folded.slice(start, end), start, stretches })
      stretches = []
    }
    open = end
    current = next
  }

  while (at < folded.length) {
    const unit = folded.charCodeAt(at)
    const isPair = (unit & 0xfc00) === 0xd800 && (folded.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    const next = isPair ? classOf(folded.slice(at, at + 2)) : classOfUnit(unit)
    if (next !== current) close(at, next)
    at += isPair ? 2 : 1
  }
  close(at, OTHER)
  return runs
}

/** Where the runs of a folded text begin and end. */
export function runBounds(folded: string): { start: number; end: number }[] {
  const bounds: { start: number; end: number }[] = []
  let start = -1
  for (let at = 0; at <= folded.length; at++) {
    const isIn = at < folded.length && isInRun(folded, at)
    if (isIn === start >= 0) continue
    if (!isIn) bounds.push({ start, end: at })
    start = isIn ? at : -1
  }
  return bounds
}

/** Whether the character that holds the code unit is one of a run. */
function isInRun(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at)
  if ((unit & 0xf800) !== 0xd800) return classOfUnit(unit) !== OTHER
  const isSecond = (unit & 0xfc00) === 0xdc00 && (folded.charCodeAt(at - 1) & 0xfc00) === 0xd800
  return classOf(folded.slice(isSecond ? at - 1 : at, at + 1 + (isSecond ? 0 : 1))) !== OTHER
}
