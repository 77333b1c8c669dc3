import type { FacetName, ReplyHead, SectionHead } from '../postings/posting-store.js'
import type { ClauseKind } from '../query/clause.js'
import type { ParsedQuery } from '../query/parsed-query.js'
import type { FacetValue } from '../query/query.js'
import type { Paragraph } from '../reply/reply.js'

/** UTF-16 code units into the text they belong to; half-open, sorted, disjoint. */
export interface TextRange {
  start: number
  end: number
}

/** Where a query was found: in the text, in a title, or among what the reply is known by. */
export type FieldName = 'body' | 'section' | 'proposal' | 'number' | 'person' | 'office'

/** How a query was found: as it stands, by its sound, or within one slip. */
export type Tier = 'exact' | 'pinyin' | 'typo'

/** One addend of a score. */
export interface ExplanationPart {
  field: string
  term: string
  /** How the term follows from the query. */
  kind: ClauseKind | 'proximity' | 'whole' | 'lift' | 'variety'
  frequency: number
  weight: number
  score: number
}

/** The parts sum to the score. A paragraph that is no hit has none, and `missing` says what it lacks. */
export interface Explanation {
  score: number
  parts: ExplanationPart[]
  missing: string[]
}

/** A paragraph that was found, where it stands, and why. */
export interface Hit {
  paragraph: Paragraph
  reply: ReplyHead
  section: SectionHead
  /** 0 or more; comparable within one result. */
  score: number
  tier: Tier
  matched: FieldName[]
  /** Into `paragraph.text`. */
  highlights: TextRange[]
  /** A window of the text around the matches; an ellipsis stands where it was cut. */
  snippet: { text: string; highlights: TextRange[] }
  explanation?: Explanation
}

/** One value of a facet, and how many have it. */
export interface FacetCount<Facet extends FacetName = FacetName> {
  value: FacetValue<Facet>
  /** Of hits; of replies where hits are grouped. */
  count: number
}

/** A page of hits, and what holds for all of them. `Facet` are the facets asked for, where types tell which. */
export interface SearchResult<Facet extends FacetName = FacetName> {
  hits: Hit[]
  /** Of all hits, whatever the page; at least so many where `totalIsExact` is false. */
  total: number
  totalIsExact: boolean
  /** For each facet asked for, its values by descending count. */
  facets: FacetName extends Facet
    ? { [name in FacetName]?: FacetCount<name>[] }
    : { [name in Facet]: FacetCount<name>[] }
  query: ParsedQuery
  /** For `explain: id`: why that paragraph is, or is not, a hit. */
  explanation?: Explanation
  /** Milliseconds. */
  took: number
}

/** What the typed text may become. */
export interface Suggestion {
  text: string
  kind: 'term' | 'section' | 'proposal'
  /** Into `text`: what was typed. */
  highlights: TextRange[]
  /** Paragraphs that hold it. */
  count: number
}
