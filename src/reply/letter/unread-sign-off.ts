import { readLabels } from '../grammar/labels.js'
import { isBareCategory, readMarkings } from '../grammar/markings.js'
import { compact, type Line, spanOf } from '../lines/line.js'
import type { Note, Reply } from '../reply.js'
import type { Signature } from './signature.js'

/** What an office's registry adds, and what says nothing without what it stands for. */
const REMARK = /此页无正文|印发[）)]?$|^[（(]?共印|^[^\p{L}\d]*$/u

/** A line of the sign-off that no field of the reply holds anything of: 邮编：000000, 附件：1.公园建设进度表. */
export function unreadSignOff(signature: readonly Line[], { date }: Signature, reply: Reply): Note[] {
  const values = [
    ...[reply.issuer, reply.signatory, date?.printed, ...(reply.coHandlers ?? []), ...reply.copies],
    ...reply.leaders.map(({ name }) => name),
    ...reply.contacts.flatMap(({ name, phone }) => [name, phone]),
  ].flatMap((value) => (value === undefined ? [] : [compact(value)]))
  const holdsValue = searchOf(values)
  return signature
    .filter((line) => !isRead(line, holdsValue, reply))
    .map((line) => ({
      kind: 'unread sign-off',
      message: `No field holds this line of the sign-off: ${line.printed}`,
      ...spanOf(line),
    }))
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

function isRead(line: Line, holdsValue: (text: string) => boolean, { provenance = [] }: Reply): boolean {
  const { text, printed } = line
  const words = compact(printed)
  const labelled = readLabels(text).values
  const isBlank = labelled.length > 0 && labelled.every(({ value }) => value === '')
  if (isBlank || REMARK.test(words) || isBareCategory(text)) return true
  if (Object.keys(readMarkings(text)).length > 0) return true
  const { start, end } = spanOf(line)
  return holdsValue(words) || provenance.some((place) => place.start < end && place.end > start)
}
