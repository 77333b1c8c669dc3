import * as z from 'zod/mini'
import { wholeNumber } from '../../reply/checks.js'
import { summaryOf, toIssues } from '../../reply/issues.js'
import { HEADER, type Header } from './header.js'
import { formatError, pageSize, type Section, sizeInFile } from './pages.js'

/** What is read only when it is needed, in the order of the file. */
export const LAZY_SECTIONS = ['texts', 'postings', 'lexicon', 'symbols', 'places', 'lengths'] as const
/** What stands behind the manifest and is read with it. */
export const EAGER_SECTIONS = ['units', 'directory', 'vocabularies', 'folding', 'synonyms'] as const
/** Columns with a section of their own, behind the lazy ones; `reply` follows from the ids and the places. */
export const COLUMN_SECTIONS = [
  'issuer',
  'year',
  'session',
  'kind',
  'category',
  'section',
  'role',
  'proposal',
  'recipient',
  'date',
  'mark',
  'due',
  'cites',
  'place',
] as const

export type SectionName =
  | (typeof LAZY_SECTIONS)[number]
  | (typeof EAGER_SECTIONS)[number]
  | (typeof COLUMN_SECTIONS)[number]

export const SECTIONS: readonly SectionName[] = [...LAZY_SECTIONS, ...COLUMN_SECTIONS, ...EAGER_SECTIONS]

export interface Manifest {
  segmenter: { name: string; fingerprint: string }
  /** ISO 8601. */
  builtAt?: string
  replies: number
  paragraphs: number
  totalLength: number
  totalWords: number
  /** Bytes of each of `SECTIONS`, without checksums. */
  sections: number[]
}

const count = wholeNumber(0)
const schema = z.strictObject({
  segmenter: z.strictObject({ name: z.string(), fingerprint: z.string() }),
  builtAt: z.optional(z.string()),
  replies: count,
  paragraphs: count,
  totalLength: count,
  totalWords: count,
  // As one value: a list of very many wrong numbers would be as many issues.
  sections: z.custom<number[]>(
    (value) =>
      Array.isArray(value) &&
      value.length === SECTIONS.length &&
      value.every((bytes) => Number.isSafeInteger(bytes) && bytes >= 0),
    `${SECTIONS.length} sections`,
  ),
}) as z.ZodMiniType<Manifest>

/**
 * @param json As it stands in the file.
 * @throws IndexFormatError
 */
export function readManifest(json: string): Manifest {
  let manifest: unknown
  try {
    manifest = JSON.parse(json)
  } catch (cause) {
    throw formatError('manifest', 'it is no JSON', { cause })
  }
  const result = schema.safeParse(manifest, { reportInput: true })
  if (result.success) return result.data
  throw formatError('manifest', summaryOf(toIssues(result.error)))
}

/**
 * Where the sections stand: one behind the other, with the manifest before the eager ones.
 * @throws IndexFormatError if they do not fill the file.
 */
export function layout(sections: readonly number[], header: Header): Record<SectionName, Section> {
  const found: Partial<Record<SectionName, Section>> = {}
  let start = HEADER
  SECTIONS.forEach((name, i) => {
    if (name === EAGER_SECTIONS[0]) {
      if (start !== header.manifestStart)
        throw formatError('manifest', 'the blocks do not end where it begins')
      start += header.manifestBytes
    }
    const section: Section = { name, start, bytes: sections[i]!, page: pageSize(name) }
    found[name] = section
    start += sizeInFile(section)
  })
  if (start !== header.size) throw formatError('manifest', 'the blocks do not fill the file')
  return found as Record<SectionName, Section>
}
