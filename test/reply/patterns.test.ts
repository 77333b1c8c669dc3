import { describe, expect, test } from 'vitest'
import { fixtureLetters } from '../helpers/fixture-letters.js'
import * as body from './patterns/body.js'
import * as foot from './patterns/foot.js'
import * as head from './patterns/head.js'
import * as names from './patterns/names.js'
import { damage, LABELS } from './patterns/page.js'
import type { Pattern } from './patterns/pattern.js'

// Two offices do whatever offices do, so that no house style alone is what the parser was made for. Mojibake has its own
// tests: what it says stands nowhere in its document.

const letters = fixtureLetters.map(({ name, document, format, expected }) => ({
  office: expected.issuer ?? name,
  text: format === 'html' ? `${linesOf(document)}\n${document}` : document,
  labels: new Set(expected.pageMetadata?.entries.map(({ label }) => label)),
}))

/** A web page with a line for each block, and after it as it is, for what only its markup shows. */
function linesOf(page: string): string {
  return page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:p|div|tr|td|th|br|h\d|li|table|title)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:nbsp|emsp);/g, ' ')
    .replaceAll('&gt;', '>')
}

function officesWhere(holds: (letter: (typeof letters)[number]) => boolean): string[] {
  return [...new Set(letters.filter(holds).map(({ office }) => office))]
}

const all: Record<string, Pattern[]> = { ...head, ...names, ...body, ...foot, damage }

describe.each(Object.entries(all))('the letters of two offices show, as to %s,', (_, patterns) => {
  test.each(patterns)('%s', (_name, shown) => {
    expect(officesWhere(({ text }) => shown.test(text)).length).toBeGreaterThan(1)
  })
})

test('two pages have each label that a site may print above a letter', () => {
  const missing = LABELS.filter((label) => officesWhere(({ labels }) => labels.has(label)).length < 2)
  expect(missing).toEqual([])
})
