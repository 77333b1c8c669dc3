const ENTITY = /&(?:#\d+|#x[\da-f]+|\w+);?/iy

/** A stretch of a text as it stands in the document. */
export interface Run {
  text: string
  offset: number
}

/**
 * The text of a node in runs that stand in its source as they are: between them are entities, escapes and white space
 * that the parser read as something else or left out.
 */
export function* aligned(text: string, source: string, offset: number): Generator<Run> {
  if (!text.includes('&') && source.startsWith(text, offset)) {
    yield { text, offset }
    return
  }
  let start = 0
  let from = offset
  let at = offset
  for (let i = 0; i < text.length; ) {
    ENTITY.lastIndex = at
    const entity = source[at] === '&' ? ENTITY.exec(source)?.[0] : undefined
    const isEntity = entity !== undefined && !text.startsWith(entity, i)
    if (source[at] === text[i] && !isEntity) {
      i++
      at++
      continue
    }
    if (i > start) yield { text: text.slice(start, i), offset: from }
    start = i
    from = at
    if (isEntity) {
      i += text.codePointAt(i)! > 0xffff ? 2 : 1
      yield { text: text.slice(start, i), offset: at }
      start = i
      at += entity.length
    } else if (at < source.length && /[\s\\]/.test(source[at]!)) at++
    else break
    from = at
  }
  if (start < text.length) yield { text: text.slice(start), offset: from }
}
