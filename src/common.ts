// What the entries `dafu` and `dafu/node` both export as it is. They parse, build and open each in its own way.

export {
  DafuError,
  IndexFormatError,
  IndexReadError,
  IndexVersionError,
  InvalidQueryError,
  InvalidReplyError,
  type Issue,
  SegmenterError,
  UnsupportedQueryError,
} from './errors.js'
export type { ByteSource } from './postings/file/source/byte-source.js'
export type { FacetName, ReplyHead, SectionHead } from './postings/posting-store.js'
export type { QueryNote } from './query/note.js'
export { noteText } from './query/note-text.js'
export type { ParsedQuery } from './query/parsed-query.js'
export type {
  FacetValue,
  Filter,
  Query,
  Range,
  RangedFacet,
  SearchOptions,
  Sort,
  SuggestOptions,
} from './query/query.js'
export type { Mark, MarkKind } from './reply/marks/mark.js'
export { marksOf } from './reply/marks/marks.js'
export type { ParseReplyOptions } from './reply/parse.js'
export type {
  Contact,
  FieldOrigin,
  Leader,
  Note,
  NoteKind,
  PageMetadata,
  Paragraph,
  ParagraphKind,
  Proposal,
  ProposalKind,
  Provenance,
  Reply,
  Section,
  SectionRole,
  Span,
} from './reply/reply.js'
export type {
  Explanation,
  ExplanationPart,
  FacetCount,
  FieldName,
  Hit,
  SearchResult,
  Suggestion,
  TextRange,
  Tier,
} from './search/hit.js'
export type { BuildOptions, ReplyIndex } from './search/reply-index.js'
export type { IndexSummary, ReplySearch } from './search/reply-search.js'
export type { Segmenter } from './text/segmenter.js'
export type { OpenOptions } from './worker/open-index.js'
