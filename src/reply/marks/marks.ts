import { DafuError } from '../../errors.js'
import type { SectionRole } from '../reply.js'
import { duesOf } from './due.js'
import type { Mark, MarkKind } from './mark.js'
import { isPromise } from './promise.js'
import { lengthOfQuestion } from './question.js'
import { readingOf } from './reading.js'
import { isCondition, isRefusal } from './refusal.js'
import { amounts, citations, dates, hasAmount, hasCitation, hasDate } from './word-marks.js'

const SENTENCE = /[^。！？；\n]{1,600}[。！？；]?/g
const CLAUSE = /[^，。！？；：\n]{1,300}/g

/**
 * The marks of a paragraph in the order in which they begin.
 *
 * @param role Of its section: under 下一步工作计划 each sentence is a promise, but for thanks and what is done already.
 * @param date Of its letter, a day in ISO 8601: it tells what 明年6月 is. What is no such day counts as none.
 * @throws DafuError for a text or a date of another type.
 */
export function marksOf(text: string, role?: SectionRole, date?: string): Mark[] {
  if (typeof text !== 'string') {
    throw new DafuError(
      `marksOf takes the text of a paragraph, not ${String(text)}: marksOf(paragraph.text).`,
    )
  }
  if (typeof (date ?? '') !== 'string') {
    throw new DafuError(
      `marksOf takes the date of a letter as text, not as ${typeof date}: marksOf(paragraph.text, section.role, reply.date).`,
    )
  }
  const read = readingOf(text)
  const marks: Mark[] = []
  const due = new Map<number, string>()
  for (const { 0: sentence, index } of read.matchAll(SENTENCE)) {
    const asked = lengthOfQuestion(sentence)
    const answer = sentence.slice(asked)
    const clauses = Array.from(answer.matchAll(CLAUSE), ({ 0: words, index: at }) => {
      const start = index + asked + at
      return { words, start, end: start + words.length }
    })
    const texts = clauses.map(({ words }) => words)
    if (isPromise(answer, texts, role, date)) {
      marks.push({ kind: 'promise', start: index, end: index + sentence.length })
      for (const promised of duesOf(answer, date)) {
        if (promised.due !== undefined) due.set(index + asked + promised.start, promised.due)
      }
    }
    clauses.forEach(({ words, start, end }, i) => {
      if (isRefusal(words, texts[i - 1], texts[i + 1])) marks.push({ kind: 'refusal', start, end })
      if (isCondition(words, texts[i + 1], texts[i + 2])) marks.push({ kind: 'condition', start, end })
    })
  }
  const named = Array.from(dates(read), (mark) => {
    const last = due.get(mark.start)
    return last === undefined ? mark : { ...mark, due: last }
  })
  return [...marks, ...amounts(read), ...named, ...citations(read)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

/** The last days of what a paragraph promises, as ISO 8601: see `Mark.due`. */
export function duesIn(text: string, role?: SectionRole, date?: string): string[] {
  const read = readingOf(text)
  if (!hasDate(read)) return []
  return (read.match(SENTENCE) ?? []).flatMap((sentence) => {
    if (!hasDate(sentence)) return []
    const answer = sentence.slice(lengthOfQuestion(sentence))
    return isPromise(answer, answer.match(CLAUSE) ?? [], role, date)
      ? duesOf(answer, date).flatMap(({ due }) => due ?? [])
      : []
  })
}

/** The kinds of these marks, each once: for who need not know where they stand. */
export function markKindsOf(text: string, role?: SectionRole, date?: string): MarkKind[] {
  const read = readingOf(text)
  const kinds = new Set<MarkKind>()
  const note = (kind: MarkKind, holds: () => boolean): void => {
    if (!kinds.has(kind) && holds()) kinds.add(kind)
  }
  for (const sentence of read.match(SENTENCE) ?? []) {
    const answer = sentence.slice(lengthOfQuestion(sentence))
    const clauses = answer.match(CLAUSE) ?? []
    note('promise', () => isPromise(answer, clauses, role, date))
    note('refusal', () => clauses.some((clause, i) => isRefusal(clause, clauses[i - 1], clauses[i + 1])))
    note('condition', () => clauses.some((clause, i) => isCondition(clause, clauses[i + 1], clauses[i + 2])))
  }
  note('amount', () => hasAmount(read))
  note('date', () => hasDate(read))
  note('citation', () => hasCitation(read))
  return [...kinds]
}
