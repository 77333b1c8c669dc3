import { yearOf } from '../postings/columns.js'
import type { Hit } from '../search/hit.js'
import { finderOf, type Marker, markedText } from './marks.js'
import type { HighlightedAttributes, RecordAttributes, ReplyRecord } from './protocol.js'

export function recordOf(hit: Hit, query: string, mark: Marker): ReplyRecord {
  const { paragraph, snippet } = hit
  const attributes = attributesOf(hit)
  const find = finderOf(wordsIn(query, hit))
  const marked = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(markedWords) : markedWords(value),
    ]),
  ) as HighlightedAttributes
  return {
    objectID: paragraph.id,
    ...attributes,
    dafu: hit,
    _highlightResult: { ...marked, text: markedText(paragraph.text, hit.highlights, query, mark) },
    _snippetResult: { ...marked, text: markedText(snippet.text, snippet.highlights, query, mark) },
  }

  function markedWords(value: string | number) {
    const text = String(value)
    return markedText(text, find(text), query, mark)
  }
}

/** 养老 -助餐, 养老 NOT “助餐 点”, 养老 -(助餐 配餐) */
const EXCLUDED = /(?<!\S)([-－−]|NOT\s+)(["“「(（][^"”」)）]*|\S+)/g

/** What to mark in titles and names, which search gives no ranges for: the words of the query, and of the marked text. */
function wordsIn(query: string, { paragraph, highlights }: Hit): string[] {
  const words: string[] = query.replace(EXCLUDED, '').match(/[^\s"“”「」()（）|]+/g) ?? []
  for (const { start, end } of highlights) if (end - start > 1) words.push(paragraph.text.slice(start, end))
  return words
}

function attributesOf({ paragraph, reply, section }: Hit): RecordAttributes {
  const { proposals, documentNumber, date, issuer, category } = reply
  const title = proposals.find((proposal) => proposal.title)?.title
  const year = yearOf(reply)
  return {
    text: paragraph.text,
    ...(paragraph.lead && { lead: paragraph.lead }),
    ...(title && { title }),
    ...(documentNumber && { documentNumber }),
    ...(date && { date }),
    ...(issuer && { issuer }),
    ...(year && { year: Number(year) }),
    session: present(proposals.map((proposal) => proposal.session)),
    kind: present(proposals.map((proposal) => proposal.kind)),
    ...(category && { category }),
    section: section.path,
    ...(section.role && { role: section.role }),
    proposal: present(proposals.map((proposal) => proposal.number)),
    recipient: reply.recipients,
    reply: reply.id,
  }
}

function present(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))]
}
