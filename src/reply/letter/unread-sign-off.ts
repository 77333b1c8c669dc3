import { readLabels } from '../grammar/labels.js'
import { isBareCategory, readMarkings } from '../grammar/markings.js'
import { compact, type Line, sliceLine, spanOf } from '../lines/line.js'
import type { Note, Reply, Span } from '../reply.js'
import type { Signature } from './signature.js'

/** What an office's registry adds, and what says nothing without what it stands for. */
const REMARK = /此页无正文|^[（(]?(?:单位)?[盖公印签]章[）)]?$|印发[）)]?$|^[（(]?共印|^[^\p{L}\d]*$/u

/** A line of the sign-off that no field of the reply holds anything of: 邮编：000000, 附件：1.公园建设进度表. */
export function unreadSignOff(signature: readonly Line[], { date }: Signature, reply: Reply): Note[] {
  const values = [
    ...[reply.issuer, reply.signatory, date?.printed, ...(reply.coHandlers ?? []), ...reply.copies],
    ...reply.leaders.map(({ name }) => name),
    ...reply.contacts.flatMap(({ name, phone }) => [name, phone]),
  ].flatMap((value) => (value === undefined ? [] : [compact(value)]))
  const holdsValue = searchOf(values)
  const overlaps = overlapOf(reply.provenance ?? [])
  return signature
    .flatMap((line) => (isRead(line, holdsValue, overlaps) ? unreadValues(line, overlaps) : [line]))
    .map((line) => ({
      kind: 'unread sign-off',
      message: `No field holds this line of the sign-off: ${line.printed}`,
      ...spanOf(line),
    }))
}

/** What stands on a line beside what is read of it: 邮编：000000 behind a name and a phone. */
function unreadValues(line: Line, overlaps: (span: Span) => boolean): Line[] {
  let from = 0
  return readLabels(line.text).values.flatMap(({ kind, label, value }) => {
    const labelled = line.text.indexOf(label.charAt(0), from)
    const start = line.text.indexOf(value, labelled)
    from = start + value.length
    const isHeld = kind !== 'other' || value === '' || overlaps(spanOf(line, start, from))
    return isHeld ? [] : [sliceLine(line, labelled, from)]
  })
}

/** Tells which texts hold one of many values, in a time that does not grow with how many they are. */
function searchOf(values: readonly string[]): (text: string) => boolean {
  const known = new Set(values)
  const lengths = [...new Set(values.map(({ length }) => length))]
  return (text) =>
    lengths.some((length) => {
      for (let at = 0; at + length <= text.length; at++) {
        if (known.has(text.slice(at, at + length))) return true
      }
      return false
    })
}

/** Tells which spans overlap one of many, in a time that hardly grows with how many they are. */
function overlapOf(places: readonly Span[]): (span: Span) => boolean {
  const sorted = [...places].sort((a, b) => a.start - b.start)
  let furthest = 0
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)))
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]!.start < end) low = middle + 1
      else high = middle
    }
    return low > 0 && ends[low - 1]! > start
  }
}

function isRead(
  line: Line,
  holdsValue: (text: string) => boolean,
  overlaps: (span: Span) => boolean,
): boolean {
  const { text, printed } = line
  const words = compact(printed)
  const labelled = readLabels(text).values
  const isBlank = labelled.length > 0 && labelled.every(({ value }) => value === '')
  if (isBlank || REMARK.test(words) || isBareCategory(text)) return true
  if (Object.keys(readMarkings(text)).length > 0) return true
  return holdsValue(words) || overlaps(spanOf(line))
}
