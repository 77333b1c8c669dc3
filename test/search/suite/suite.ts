import { describe, expect, it } from 'vitest'
import type { FacetName } from '../../../src/postings/posting-store.js'
import { citedIn } from '../../../src/reply/marks/cited.js'
import { marksOf } from '../../../src/reply/marks/marks.js'
import { type Paragraph, paragraphsOf, type Reply, type Section } from '../../../src/reply/reply.js'
import type { SearchResult } from '../../../src/search/hit.js'
import type { ReplySearch } from '../../../src/search/reply-search.js'
import { traditionalFolding } from '../../../src/text/folding-table.js'
import { createFolding, type Folding } from '../../../src/text/normalize.js'
import { LETTERS } from '../../helpers/letters.js'
import { listSegmenter } from '../../helpers/segmenters.js'

const segmenter = listSegmenter()

/** Tests that an engine cannot pass, and why. */
export interface Skip {
  reason: string
  tests: readonly string[]
}

/** Tests of one subject, for whatever engine holds `LETTERS`. */
export type Subject = (test: (name: string, run: (engine: ReplySearch) => Promise<void>) => void) => void

/** Runs subjects over an engine, without what it skips. */
export function runSubjects(
  subjects: Readonly<Record<string, Subject>>,
  engine: () => ReplySearch,
  skips: readonly Skip[],
): void {
  const names = new Set<string>()
  for (const [title, subject] of Object.entries(subjects)) {
    describe(title, () => {
      subject((name, run) => {
        names.add(name)
        const skip = skips.find(({ tests }) => tests.includes(name))
        if (skip) it.skip(`${name} (${skip.reason})`)
        else it(name, () => run(engine()))
      })
    })
  }
  // Subjects are read after this function has ended.
  if (skips.length === 0) return
  it('skips nothing but tests that there are', () => {
    expect([...names]).toEqual(expect.arrayContaining(skips.flatMap(({ tests }) => tests)))
  })
}

export const folding: Folding = createFolding(traditionalFolding())

/** A paragraph as plain reading of the letters shows it. */
export interface Fact {
  paragraph: Paragraph
  path: Section[]
  reply: Reply
  /** Folded. */
  text: string
}

/** Every paragraph, in the order of an index. */
export const FACTS: readonly Fact[] = [...LETTERS]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .flatMap((reply) =>
    [...paragraphsOf(reply)].map((place) => ({ ...place, reply, text: folding.fold(place.paragraph.text) })),
  )

export function factOf(id: string): Fact {
  const fact = FACTS.find(({ paragraph }) => paragraph.id === id)
  if (!fact) throw new Error(`No letter has the paragraph ${id}`)
  return fact
}

/** The ids of the paragraphs of which something is true, in the order of an index. */
export function idsWhere(holds: (fact: Fact) => boolean): string[] {
  return FACTS.filter(holds).map(({ paragraph }) => paragraph.id)
}

/** The values of a paragraph under a facet, each once. */
export function valuesOf({ reply, paragraph, path }: Fact, facet: FacetName): string[] {
  const marks = marksOf(paragraph.text, path.flatMap(({ role }) => role ?? []).at(-1), reply.date)
  const all: Record<FacetName, (string | undefined)[]> = {
    issuer: [reply.issuer],
    year: [reply.date?.slice(0, 4)],
    session: reply.proposals.map(({ session }) => session),
    kind: reply.proposals.map(({ kind }) => kind),
    category: [reply.category],
    section: path.map(({ title }) => title),
    role: path.flatMap(({ role }) => role ?? []).slice(-1),
    mark: marks.map(({ kind }) => kind),
    due: marks.map(({ due }) => due?.slice(0, 4)),
    cites: citedIn(paragraph.text),
    place: [...segmenter.places!(paragraph.text, [], [])],
    proposal: reply.proposals.map(({ number }) => number),
    recipient: reply.recipients,
    reply: [reply.id],
  }
  return [...new Set(all[facet])].filter((value) => value !== undefined)
}

export function idsIn({ hits }: SearchResult): string[] {
  return hits.map(({ paragraph }) => paragraph.id)
}

export const ALL = 1_000
