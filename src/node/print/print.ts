import type { ReplyHead } from '../../postings/posting-store.js'
import { noteText } from '../../query/note-text.js'
import type { Paragraph, Reply, Section } from '../../reply/reply.js'
import type { Explanation, Hit, SearchResult, Suggestion, TextRange } from '../../search/hit.js'
import type { IndexSummary } from '../../search/reply-search.js'
import { createColors } from './colors.js'
import { harmless, paint, widthOf, wrap } from './wrap.js'

export interface Page {
  /** Columns. */
  width: number
  color: boolean
}

/** What is known of a stream: 80 columns without colour where it is no terminal. */
export function pageOf(stream: Partial<NodeJS.WriteStream>): Page {
  return { width: stream.columns ?? 80, color: stream.hasColors?.() ?? false }
}

const NARROWEST = 20

/** Everything as text for a person: lines without a final line break. */
export function createPrinter(page: Page): {
  /** @param remarks What is said beside the notes of the query. */
  result(result: SearchResult, firstRank?: number, remarks?: readonly string[]): string
  suggestions(suggestions: readonly Suggestion[]): string
  reply(reply: Reply): string
  summary(summary: IndexSummary): string
} {
  const color = createColors(page.color)
  const match = (text: string): string => color.bold(color.yellow(text))
  const width = Math.max(NARROWEST, page.width)

  function block(text: string, indent = '', ranges: readonly TextRange[] = [], style = match): string[] {
    const clean = harmless(text)
    return wrap(clean, width - indent.length).map((line) => indent + paint(clean, ranges, style, line))
  }

  function field(name: string, value: string | undefined): string[] {
    if (!value) return []
    const label = `${name}${' '.repeat(Math.max(1, 12 - widthOf(name)))}`
    const [first = '', ...rest] = block(value, ' '.repeat(12))
    return [color.dim(label) + first.slice(12), ...rest]
  }

  function hit(found: Hit, rank: number): string[] {
    const place = `${String(rank).padStart(2)}. `
    const indent = ' '.repeat(place.length)
    // What only filters select has none.
    const score = found.score > 0 ? `${found.score.toFixed(2)}  ` : ''
    const [title = '', ...titleRest] = block(score + titleOf(found.reply), indent)
    const scored = title.slice(indent.length + score.length)
    return [
      color.bold(place) + color.cyan(score) + color.bold(scored),
      ...titleRest.map((line) => color.bold(line)),
      ...block(found.section.path.join(' › '), indent).map((line) => color.green(line)),
      ...block(found.snippet.text, indent, found.snippet.highlights),
      color.dim(indent + [harmless(found.paragraph.id), ...remarksOn(found)].join(' · ')),
      ...(found.explanation ? explanation(found.explanation, indent) : []),
    ]
  }

  function explanation({ score, parts, missing }: Explanation, indent: string): string[] {
    return [
      ...parts.map((part) =>
        color.dim(
          `${indent}${part.score.toFixed(3).padStart(8)}  ${part.field} ${part.kind} ${harmless(part.term)} × ${part.frequency}`,
        ),
      ),
      color.dim(`${indent}${score.toFixed(3).padStart(8)}  in all`),
      ...(missing.length > 0 ? block(`missing: ${missing.join(', ')}`, indent) : []),
    ]
  }

  function section(part: Section): string[] {
    const indent = '  '.repeat(part.level - 1)
    const title = `${part.marker ?? ''}${part.title ?? ''}`
    return [
      ...(title ? ['', ...block(title, indent).map((line) => color.green(line))] : []),
      ...part.paragraphs.flatMap((own) => paragraph(own, indent)),
      ...part.sections.flatMap(section),
    ]
  }

  function paragraph({ id, text, lead = '' }: Paragraph, indent: string): string[] {
    return ['', ...block(text, indent, [{ start: 0, end: lead.length }], color.bold), color.dim(indent + id)]
  }

  return {
    result(result, firstRank = 1, remarks = []) {
      return [
        ...result.hits.flatMap((found, i) => [...hit(found, firstRank + i), '']),
        ...Object.entries(result.facets).flatMap(([name, counts]) => [
          ...field(name, counts.map(({ value, count }) => `${value} (${count})`).join(', ') || 'none'),
          '',
        ]),
        ...[...result.query.notes.map((note) => noteText(note)), ...remarks].flatMap((note) =>
          block(`Note: ${note}`),
        ),
        ...(result.explanation ? explanation(result.explanation, '') : []),
        color.dim(countOf(result)),
      ].join('\n')
    },
    suggestions(suggestions) {
      if (suggestions.length === 0) return color.dim('No suggestions.')
      return suggestions
        .map(({ text, kind, count, highlights }) => {
          const shown = paint(harmless(text), highlights, match)
          return `${shown}  ${color.dim(`${kind === 'term' ? '' : `${kind}, `}${plural(count, 'paragraph')}`)}`
        })
        .join('\n')
    },
    reply(reply) {
      const people = [...reply.leaders, ...reply.contacts].map((person) =>
        [person.role, person.name, 'phone' in person ? person.phone : undefined].filter(Boolean).join(' '),
      )
      return [
        ...block(titleOf(reply)).map((line) => color.bold(line)),
        ...field('id', reply.id),
        ...field(
          'session',
          [...new Set(reply.proposals.map(({ session }) => session))].filter(Boolean).join('; '),
        ),
        ...field('number', reply.documentNumber),
        ...field('issuer', reply.issuer),
        ...field('to', reply.recipients.join('、')),
        ...field('date', reply.date),
        ...field('category', reply.category),
        ...field('disclosure', reply.disclosure),
        ...field('people', people.join('; ')),
        ...field('copies', reply.copies.join('、')),
        ...field('source', reply.source),
        ...reply.sections.flatMap(section),
      ].join('\n')
    },
    summary(summary) {
      return [
        ...field('replies', grouped(summary.replies)),
        ...field('paragraphs', grouped(summary.paragraphs)),
        ...field('terms', grouped(summary.terms)),
        ...field('bytes', summary.bytes ? grouped(summary.bytes) : undefined),
        ...field('segmenter', `${summary.segmenter.name} (${summary.segmenter.fingerprint})`),
        ...field('format', `version ${summary.formatVersion}`),
        ...field('built at', summary.builtAt),
        ...field('facets', summary.facets.join(', ')),
      ].join('\n')
    },
  }
}

export function grouped(count: number): string {
  return count.toLocaleString('en')
}

/** @param singular A noun whose plural is in -s or -ies. */
export function plural(count: number, singular: string): string {
  const noun = count === 1 ? singular : singular.replace(/y$/, 'ie').concat('s')
  return `${grouped(count)} ${noun}`
}

/** Number and title of each proposal; of a letter that prints neither, what else it is known by. */
function titleOf(reply: ReplyHead): string {
  const titles = reply.proposals
    .map(({ number, title }) => [number, title].filter(Boolean).join(' '))
    .filter((title) => title !== '')
  return titles.join('; ') || reply.documentNumber || reply.id
}

function remarksOn({ matched, tier }: Hit): string[] {
  const elsewhere = matched.filter((name) => name !== 'body')
  return [
    ...(elsewhere.length > 0 ? [`found by ${elsewhere.join(', ')}`] : []),
    ...(tier === 'exact' ? [] : [`matched by ${tier}`]),
  ]
}

function countOf({ total, totalIsExact, took }: SearchResult): string {
  if (total === 0) return 'Nothing was found. Try fewer or shorter words, no quotes or filters, or pinyin.'
  return `${totalIsExact ? '' : 'At least '}${plural(total, 'hit')}, ${took.toFixed(took < 10 ? 1 : 0)} ms.`
}
