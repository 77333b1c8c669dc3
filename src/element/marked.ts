import { html, type TemplateResult } from 'lit'
import type { TextRange } from '../search/hit.js'

/** A text with its ranges marked; only ever text, whatever characters it has. */
export function marked(text: string, ranges: readonly TextRange[]): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = []
  let end = 0
  for (const range of ranges) {
    parts.push(text.slice(end, range.start))
    parts.push(html`<mark part="mark">${text.slice(range.start, range.end)}</mark>`)
    end = range.end
  }
  parts.push(text.slice(end))
  return parts
}
