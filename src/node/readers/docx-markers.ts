import type { Element, Root } from 'xast'
import { listNumbers } from './docx-numbers.js'
import { attribute, childOf, descendants, parseXml } from './xml.js'
import type { ZipParts } from './zip.js'

/**
 * Word keeps the 一、 of a list that it numbers itself outside the text: writes them into it, where a reader of the text
 * finds them.
 *
 * @throws Error for XML that is not well-formed.
 */
export function writeListMarkers(parts: ZipParts, documentPath: string): void {
  const document = parts.get(documentPath)
  const numbering = parts.get('word/numbering.xml')
  if (!document || !numbering) return
  const numbers = listNumbers(rootOf(parseXml(numbering)))
  const styles = parts.get('word/styles.xml')
  const listOfStyle = styles ? stylesWithLists(parseXml(styles)) : new Map<string, ListPlace>()
  const xml = document.toString('utf8')
  let written = ''
  let from = 0
  for (const paragraph of descendants(parseXml(document), 'w:p')) {
    const properties = childOf(paragraph, 'w:pPr')
    const style = attribute(childOf(properties, 'w:pStyle'), 'w:val') ?? ''
    const place = { ...listOfStyle.get(style), ...listPlace(properties) }
    if (!properties || place.list === undefined) continue
    const marker = numbers.next(place.list, place.level ?? 0)
    const numbered = childOf(properties, 'w:numPr')
    const end = properties.position?.end.offset
    if (marker === '' || end === undefined) continue
    const start = numbered?.position?.start.offset ?? end
    const afterNumbered = numbered?.position?.end.offset ?? end
    // Still a list to Word's readers, the paragraph would get a second number.
    written += `${xml.slice(from, start)}${xml.slice(afterNumbered, end)}<w:r><w:t>${escaped(marker)}</w:t></w:r>`
    from = end
  }
  parts.set(documentPath, Buffer.from(written + xml.slice(from)))
}

/** Where a paragraph stands in the lists. */
interface ListPlace {
  list?: string
  level?: number
}

function listPlace(properties: Element | undefined): ListPlace {
  const numbered = childOf(properties, 'w:numPr')
  const list = attribute(childOf(numbered, 'w:numId'), 'w:val')
  const level = attribute(childOf(numbered, 'w:ilvl'), 'w:val')
  return { ...(list !== undefined && { list }), ...(level !== undefined && { level: Number(level) }) }
}

function stylesWithLists(styles: Root): Map<string, ListPlace> {
  const places = new Map<string, ListPlace>()
  for (const style of descendants(styles, 'w:style')) {
    const place = listPlace(childOf(style, 'w:pPr'))
    if (place.list !== undefined) places.set(attribute(style, 'w:styleId') ?? '', place)
  }
  return places
}

function rootOf(tree: Root): Element {
  return tree.children.find((child): child is Element => child.type === 'element')!
}

function escaped(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'))
}
