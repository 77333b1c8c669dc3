import { join } from 'node:path'
import type { Reply } from '../../../src/index.js'
import { openInChromium } from '../../chromium.js'
import { hostDemo } from '../../demo/host-demo.js'
import { importLibrary, toReplies } from '../engines/dafu.js'
import { type Figures, percentile } from '../statistics.js'
import { readParagraphs, readSynthetic } from '../synthetic.js'

const INDEX = 'typing.dafu'
/** Of each of two kinds: questions and pairs of words, typed character by character. */
const QUERIES = 25

/**
 * Milliseconds from a keystroke in the demo until its results are painted: worker, suggestions, hits, and facets of
 * letters that have an office, a year, a category and a section. First with every part of the file to be fetched, then
 * with what was fetched at hand.
 */
export async function measureTyping(data: string, folder: string): Promise<Figures> {
  const { buildIndexFile } = await importLibrary()
  const index = join(folder, INDEX)
  await buildIndexFile(withFacets(toReplies(readParagraphs(data))), index)
  const demo = await hostDemo(index)
  const { page, close } = await openInChromium(demo.url)
  try {
    const { question, two } = readSynthetic(data).queries
    const texts = [...question.slice(0, QUERIES), ...two.slice(0, QUERIES)].flatMap((query) =>
      Array.from(query, (_, i) => query.slice(0, i + 1)),
    )
    const figures: Figures = { 'typing.keystrokes': texts.length }
    for (const pass of ['typing.first', 'typing.again']) {
      const times: number[] = []
      for (const text of texts) {
        times.push(await page.evaluate<number>(`(${keystroke})(${JSON.stringify(text)})`))
      }
      figures[`${pass}.p50`] = percentile(times, 50)
      figures[`${pass}.p95`] = percentile(times, 95)
    }
    return figures
  } finally {
    await close()
    await demo.close()
  }
}

function* withFacets(replies: Iterable<Reply>): Generator<Reply> {
  let n = 0
  for (const reply of replies) {
    n++
    yield {
      ...reply,
      issuer: `第${n % 40}局`,
      date: `${2010 + (n % 15)}-05-20`,
      category: (['A', 'B', 'C', 'D'] as const)[n % 4] as 'A',
      sections: reply.sections.map((section) => ({ ...section, title: `第${n % 300}类事项` })),
    }
  }
}

/** Runs in the page: types a character, and waits until what it finds is on the screen. */
const keystroke = `async (text) => {
  const element = document.querySelector('dafu-search')
  const root = element.shadowRoot
  const input = root.querySelector('input')
  const started = performance.now()
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  await element.updateComplete
  const busy = () => root.querySelector('[part=results]')?.ariaBusy !== 'false'
  while (busy()) {
    await new Promise((changed) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        changed()
      })
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    })
  }
  await new Promise(requestAnimationFrame)
  // The task after a frame's callbacks comes after its paint.
  await new Promise((painted) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = painted
    port2.postMessage(undefined)
  })
  return performance.now() - started
}`
