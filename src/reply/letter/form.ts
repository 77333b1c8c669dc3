import { isOffice } from '../grammar/offices.js'
import { compact, type Line } from '../lines/line.js'
import type { Letter } from './letter.js'
import { lineOfEntry } from './page.js'

const FORM = /[单表]$/
const LEADING = /^(?:主办|承办|答复)单位$/
const HELPING = /^(?:会办|协办|分办)单位$/

/**
 * The offices that a form (代表建议答复单) names above its answer: it has no letterhead, and what is a site's word above a
 * letter is the office's own there.
 */
export function officesOfForm({ titles, page }: Letter): {
  leading?: string
  helping: string[]
  lines: Line[]
} {
  const isForm = FORM.test(titles[0]?.text ?? '')
  const entries = isForm ? page.entries.filter(({ label }) => LEADING.test(label) || HELPING.test(label)) : []
  const officesUnder = (labels: RegExp) =>
    entries
      .filter(({ label }) => labels.test(label))
      .flatMap(({ value }) => compact(value).split(/[、，,；;]/))
      .filter(isOffice)
  const [leading] = officesUnder(LEADING)
  return {
    ...(leading !== undefined && { leading }),
    helping: officesUnder(HELPING),
    lines: entries.map(lineOfEntry),
  }
}
