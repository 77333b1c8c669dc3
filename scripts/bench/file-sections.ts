import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { HEADER, readHeader } from '../../src/postings/file/header.js'
import { layout, readManifest, SECTIONS } from '../../src/postings/file/manifest.js'
import { sizeInFile } from '../../src/postings/file/pages.js'

/** A part of a `.dafu` file, from `start` to `end` (exclusive). */
export interface FileSection {
  name: string
  start: number
  end: number
}

/** What only the second stage and the hits need. */
export const TEXT_SECTIONS: ReadonlySet<string> = new Set(['texts', 'symbols', 'places'])

export function fileSections(path: string): FileSection[] {
  const file = openSync(path, 'r')
  try {
    const read = (start: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length)
      readSync(file, bytes, 0, length, start)
      return bytes
    }
    const header = readHeader(read(0, HEADER), statSync(path))
    const manifest = readManifest(read(header.manifestStart, header.manifestBytes).toString())
    const sections = layout(manifest.sections, header)
    return [
      { name: 'header', start: 0, end: HEADER },
      ...SECTIONS.map((name) => {
        const section = sections[name]
        return { name, start: section.start, end: section.start + sizeInFile(section) }
      }),
      { name: 'manifest', start: header.manifestStart, end: header.manifestStart + header.manifestBytes },
    ]
  } finally {
    closeSync(file)
  }
}

/** How many bytes of a range lie in each section. */
export function bytesBySection(
  sections: readonly FileSection[],
  start: number,
  end: number,
): Map<string, number> {
  const bytes = new Map<string, number>()
  for (const section of sections) {
    const common = Math.min(end, section.end) - Math.max(start, section.start)
    if (common > 0) bytes.set(section.name, common)
  }
  return bytes
}
