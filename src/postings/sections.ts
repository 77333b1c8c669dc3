import type { Paragraph, Section } from '../reply/reply.js'
import type { ReplyHead, SectionHead, StoredParagraph } from './posting-store.js'

/** The titles of the sections around a paragraph, outermost first; untitled sections are left out. */
export function titlesOf(path: readonly Section[]): string[] {
  return path.flatMap((section) => section.title || [])
}

/** The innermost section's role, else the nearest outer one's. */
export function roleOf(path: readonly Section[]): Section['role'] {
  for (let i = path.length - 1; i >= 0; i--) if (path[i]!.role) return path[i]!.role
  return undefined
}

/** The innermost section, without its paragraphs. */
export function sectionHead(path: readonly Section[]): SectionHead {
  const role = roleOf(path)
  return { id: path.at(-1)!.id, path: titlesOf(path), ...(role && { role }) }
}

/** A paragraph of a reply, with all that a hit shows of where it stands. */
export function toStored(
  ordinal: number,
  paragraph: Paragraph,
  path: readonly Section[],
  reply: ReplyHead,
): StoredParagraph {
  return { ordinal, paragraph, section: sectionHead(path), reply }
}
