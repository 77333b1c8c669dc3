import type { Section } from '../reply/reply.js'

/** The titles of the sections around a paragraph, outermost first; untitled sections are left out. */
export function titlesOf(path: readonly Section[]): string[] {
  return path.flatMap((section) => section.title || [])
}

/** The innermost section's role, else the nearest outer one's. */
export function roleOf(path: readonly Section[]): Section['role'] {
  for (let i = path.length - 1; i >= 0; i--) if (path[i]!.role) return path[i]!.role
  return undefined
}
