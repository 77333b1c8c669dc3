import type { Element } from 'xast'
import { attribute, childOf, descendants } from './xml.js'

/** Writes the number that a paragraph of a level has: `一、`. */
interface Level {
  start: number
  format: string
  /** `%1、`, `第%1章`; `%2` is the number of the level below it. */
  text: string
}

interface List {
  /** Lists of the same number go on counting where another one stopped. */
  id: string
  levels: Map<number, Level>
}

/** Counts the paragraphs of a Word document's lists and gives each its number, in reading order. */
export interface ListNumbers {
  /** Empty where the level has bullets or is unknown. */
  next(listId: string, level: number): string
}

const CHINESE_DIGITS = [...'〇一二三四五六七八九']
const CIRCLED_ONE = 0x2460
const MOST_LEVELS = 9

/** @param numbering The root of `word/numbering.xml`. */
export function listNumbers(numbering: Element): ListNumbers {
  const lists = listsOf(numbering)
  const counts = new Map<string, number[]>()
  return {
    next(listId, level) {
      const list = lists.get(listId)
      const own = list?.levels.get(level)
      if (!list || !own) return ''
      const numbers = counts.get(list.id) ?? []
      counts.set(list.id, numbers)
      numbers.length = Math.min(numbers.length, level + 1)
      for (let outer = 0; outer < level; outer++) numbers[outer] ??= list.levels.get(outer)?.start ?? 1
      numbers[level] = (numbers[level] ?? own.start - 1) + 1
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const place = Number(digit) - 1
        return written(numbers[place] ?? 1, list.levels.get(place)?.format ?? own.format)
      })
    },
  }
}

function listsOf(numbering: Element): Map<string, List> {
  const kinds = new Map<string, Map<number, Level>>()
  for (const kind of descendants(numbering, 'w:abstractNum')) {
    kinds.set(attribute(kind, 'w:abstractNumId') ?? '', levelsOf(kind))
  }
  const lists = new Map<string, List>()
  for (const num of descendants(numbering, 'w:num')) {
    const id = attribute(num, 'w:numId') ?? ''
    const kind = attribute(childOf(num, 'w:abstractNumId'), 'w:val') ?? ''
    const overrides = [...descendants(num, 'w:lvlOverride')]
    const levels = new Map([
      ...(kinds.get(kind) ?? []),
      ...overrides.flatMap((override) => [...levelsOf(override)]),
    ])
    for (const override of overrides) {
      const level = levels.get(Number(attribute(override, 'w:ilvl')))
      const start = attribute(childOf(override, 'w:startOverride'), 'w:val')
      if (level && start !== undefined)
        levels.set(Number(attribute(override, 'w:ilvl')), { ...level, start: Number(start) })
    }
    lists.set(id, { id: overrides.length > 0 ? `list ${id}` : kind, levels })
  }
  return lists
}

function levelsOf(kind: Element): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const element of descendants(kind, 'w:lvl')) {
    const level = Number(attribute(element, 'w:ilvl'))
    const format = attribute(childOf(element, 'w:numFmt'), 'w:val') ?? 'decimal'
    if (!(level < MOST_LEVELS)) continue
    levels.set(level, {
      start: Number(attribute(childOf(element, 'w:start'), 'w:val') ?? 1),
      format,
      text: format === 'bullet' ? '' : (attribute(childOf(element, 'w:lvlText'), 'w:val') ?? ''),
    })
  }
  return levels
}

/** Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat). */
function written(number: number, format: string): string {
  if (/^(?:chinese|ideographDigital|japaneseCounting|taiwanese|koreanDigital2)/.test(format))
    return chinese(number)
  if (/EnclosedCircle/.test(format) && number >= 1 && number <= 20)
    return String.fromCodePoint(CIRCLED_ONE + number - 1)
  if (/Letter$/.test(format) && number >= 1 && number <= 26) {
    const letter = String.fromCharCode(64 + number)
    return format.startsWith('lower') ? letter.toLowerCase() : letter
  }
  return format === 'decimalZero' ? String(number).padStart(2, '0') : String(number)
}

/** 十一, 二十: below a hundred as headings have it, from there on digit by digit. */
function chinese(number: number): string {
  const [ones = '', tens = '', ...more] = [...String(number)]
    .reverse()
    .map((digit) => CHINESE_DIGITS[Number(digit)] ?? '')
  if (more.length > 0) return [...String(number)].map((digit) => CHINESE_DIGITS[Number(digit)] ?? '').join('')
  const last = ones === '〇' && tens ? '' : ones
  return tens ? `${tens === '一' ? '' : tens}十${last}` : last
}
