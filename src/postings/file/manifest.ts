import * as z from 'zod/mini'
import { HEADER, type Header } from './header.js'
import { formatError, pageSize, type Section, sizeInFile } from './pages.js'

/** What is read only when it is needed, in the order of the file. */
export const LAZY_SECTIONS = ['texts', 'postings', 'lexicon', 'symbols', 'places', 'lengths'] as const
/** What stands behind the manifest and is read with it. */
export const EAGER_SECTIONS = ['units', 'directory', 'vocabularies', 'folding'] as const
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
  synonyms: string[][]
  /** Bytes of each of `SECTIONS`, without checksums. */
  sections: number[]
}

const schema: z.ZodMiniType<Manifest> = z.strictObject({
  segmenter: z.strictObject({ name: z.string(), fingerprint: z.string() }),
  builtAt: z.exactOptional(z.string()),
  replies: z.number(),
  paragraphs: z.number(),
  totalLength: z.number(),
  totalWords: z.number(),
  synonyms: z.array(z.array(z.string())),
  sections: z.array(z.number()),
})

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
  const result = schema.safeParse(manifest)
  if (!result.success) {
    const [issue] = result.error.issues
    const path = issue?.path.join('.') || 'it'
    throw formatError('manifest', `${path}: ${issue?.message}`, { cause: result.error })
  }
  const { replies, paragraphs, totalLength, totalWords, sections } = result.data
  // By hand: zod's checks of numbers weigh most of a kilobyte.
  const counts = [replies, paragraphs, totalLength, totalWords, ...sections]
  if (counts.every(isCount) && sections.length === SECTIONS.length) return result.data
  throw formatError('manifest', 'a count is not a whole number from 0, or is missing')
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
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
