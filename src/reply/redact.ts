import { DafuError } from '../errors.js'
import type { Reply } from './reply.js'

/** `phone`: mobile numbers, which are people's own; `landline`: the numbers of offices too. */
export type Redaction = 'phone' | 'landline'

export const REDACTIONS: readonly Redaction[] = ['phone', 'landline']

/** What may part the groups of a number, at most one of them. */
const GAP = String.raw`[ \u00a0\u3000\-‐‑–—―－]?`
const DIGIT = String.raw`[\d０-９]`
const NOT_BEFORE = '(?<![\\d０-９第])'
const NOT_AFTER = `(?!${DIGIT})`
const UNIT = '[元万亿年亩]'

/** 11 digits from 13 to 19, as one or in groups, also behind 0 or +86; no number of a document (第13…号), no amount. */
const MOBILE = new RegExp(
  `${NOT_BEFORE}(?:[+＋]?(?:86|８６)${GAP}|[0０])?[（(]?[1１][3-9３-９]${DIGIT}` +
    `(?:[)）]?${GAP}(?:${DIGIT}{4}${GAP}${DIGIT}{4}|${DIGIT}{8})|\\.${DIGIT}{4}\\.${DIGIT}{4})(?!${DIGIT}|${UNIT})`,
  'g',
)
/** Behind a count. Of fewer digits there are more of these than of 11. */
const COUNTED = `(?:${UNIT}|[件吨㎡]|个(?!人)|户(?!籍)|平方|人次|号文)`
const LOCAL = `${DIGIT}{3,4}${GAP}${DIGIT}{4}`
const EXTENSION = `(?:${GAP}${DIGIT}{1,6})?`
const WITH_AREA_CODE = `[（(]?[0０]${DIGIT}{2,3}[)）]?${GAP}${LOCAL}${EXTENSION}${NOT_AFTER}`
/** Behind these, a number needs no area code. */
const TELEPHONE = '(?:电话|座机|传真|热线|電話|座機|傳真|熱線)[^\\d０-９。；]{0,6}'
/** With an area code, or 7 or 8 digits behind a word for telephone or another number; an extension goes with it. */
const LANDLINE = new RegExp(
  `(?:${NOT_BEFORE}${WITH_AREA_CODE}|(?<=${TELEPHONE})${LOCAL}${EXTENSION}(?!${DIGIT}|${COUNTED}))` +
    `(?:[、，,/／或和及] ?(?:${WITH_AREA_CODE}|${LOCAL}(?!${GAP}${DIGIT}|${COUNTED})))*`,
  'g',
)

/** Names that are kept as they are: what is asked for by them would no longer be found. */
const KEPT = new Set(['id', 'source', 'number', 'documentNumber', 'documentNumberPrinted'])

/**
 * The reply with `*` in place of each digit of telephone numbers, in the contacts and wherever a text prints one. Texts keep
 * their lengths; ids, sources and the numbers of documents and proposals stay.
 *
 * @throws DafuError for a redaction that is none, so that nothing is shown that was to be hidden.
 */
export function redactReply(reply: Reply, redactions: readonly Redaction[]): Reply {
  checkRedactions(redactions)
  if (redactions.length === 0) return reply
  const patterns = redactions.map((redaction) => (redaction === 'phone' ? MOBILE : LANDLINE))
  const hidden = mapTexts(reply, (text) =>
    patterns.reduce((rest, pattern) => rest.replace(pattern, hideDigits), text),
  )
  if (!redactions.includes('landline')) return hidden
  return {
    ...hidden,
    contacts: hidden.contacts.map((contact) =>
      contact.phone === undefined ? contact : { ...contact, phone: hideAllButMobile(contact.phone) },
    ),
  }
}

/** @throws DafuError */
export function checkRedactions(redactions: readonly unknown[]): void {
  const unknown = Array.isArray(redactions)
    ? redactions.find((redaction) => !REDACTIONS.some((known) => known === redaction))
    : redactions
  if (unknown === undefined) return
  throw new DafuError(
    `redact: expected an array of ${REDACTIONS.join(', ')}, got ${JSON.stringify(unknown)}.`,
  )
}

/** In a contact, any number is one of a telephone. */
function hideAllButMobile(phone: string): string {
  let shown = ''
  let from = 0
  for (const { 0: mobile, index } of phone.matchAll(MOBILE)) {
    shown += hideDigits(phone.slice(from, index)) + mobile
    from = index + mobile.length
  }
  return shown + hideDigits(phone.slice(from))
}

function hideDigits(text: string): string {
  return text.replace(/[\d０-９]/g, '*')
}

/** The same value with every text in it replaced, but for those of the names that are kept. */
function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change)) as Value
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    KEPT.has(key) ? inner : mapTexts(inner, change),
  ])
  return Object.fromEntries(entries) as Value
}
