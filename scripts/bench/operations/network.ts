import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { readingOf } from '../../../src/text/readings.js'
import { findChromium, openInChromium } from '../../chromium.js'
import { INDEX, importBrowserLibrary } from '../engines/dafu.js'
import { type EngineName, LIMIT } from '../engines/engine.js'
import { bytesBySection, fileSections, TEXT_SECTIONS } from '../file-sections.js'
import { type Host, type Sent, serve } from '../host.js'
import { type Figures, percentile } from '../statistics.js'
import { KINDS, type Queries, readSynthetic } from '../synthetic.js'

/** Of each kind, one after the other in one session. */
const QUERIES = 25
/** First queries, each in a session of its own. */
const FIRST = 9

/** An index on a static host, and what asks it. */
interface Session {
  open(): Promise<void>
  /** Until the first ten hits can be shown. @returns Milliseconds. */
  search(query: string, match: 'any' | 'all'): Promise<number>
  close(): Promise<void>
  /** Whether what was sent is text. */
  textBytes(sent: Sent): number
  /** Whether it opens the index anew each time, in a browser of its own, and reads pinyin. */
  dafu: boolean
}

/**
 * Bytes, requests and milliseconds of a first query and of further ones: in Chromium if it is there. Round trips are
 * counted from Node, which has no limit of requests under way; what Chromium makes of them is called waves.
 */
export async function measureNetwork(name: EngineName, data: string, folder: string): Promise<Figures> {
  const host = await serve(folder, filesUnder('/dafu/', process.env.DAFU_BROWSER_BUNDLE as string))
  const { queries } = readSynthetic(data)
  try {
    if (name === 'pagefind') return await ask(await pagefindSession(host), host, queries)
    const common = dafuCommon(join(folder, INDEX))
    const inNode = await ask(await nodeSession(host, common), host, queries)
    if (!findChromium()) return inNode
    const inBrowser = await ask(browserSession(host, common), host, queries)
    const named = (figures: Figures, rounds: boolean): [string, number][] =>
      Object.entries(figures).filter(([name]) => name.includes('.rounds') === rounds)
    return Object.fromEntries([
      ...named(inBrowser, false),
      ...named(inNode, true),
      ...named(inBrowser, true).map(([name, value]) => [name.replace('.rounds', '.waves'), value] as const),
    ])
  } finally {
    await host.close()
  }
}

async function ask(session: Session, host: Host, queries: Queries): Promise<Figures> {
  try {
    return await askAll(session, host, queries)
  } finally {
    await session.close()
  }
}

/** What was sent since the last question. */
interface Taken {
  /** Bytes of JavaScript, compressed. */
  library: number
  texts: number
  others: number
  requests: number
  rounds: number
}

async function askAll(session: Session, host: Host, queries: Queries): Promise<Figures> {
  const take = (): Taken => {
    const { sent: all, rounds } = host.take()
    const isScript = ({ path }: Sent): boolean => /\.m?js$/.test(path)
    const library = all.filter(isScript).reduce((sum, { file }) => sum + compressed(file), 0)
    const sent = all.filter((some) => !isScript(some))
    const bytes = sent.reduce((sum, { start, end }) => sum + end - start, 0)
    const texts = sent.reduce((sum, range) => sum + session.textBytes(range), 0)
    return { library, texts, others: bytes - texts, requests: sent.length, rounds }
  }
  const figures = await askFirst(session, take, queries)
  for (const kind of KINDS) {
    const samples = []
    for (const query of queries[kind].slice(FIRST, FIRST + QUERIES)) {
      const ms = await session.search(query, kind === 'two' ? 'all' : 'any')
      samples.push({ ...take(), ms })
    }
    for (const figure of ['others', 'texts', 'requests', 'rounds', 'ms'] as const) {
      const values = samples.map((sample) => sample[figure])
      figures[`net.${kind}.${figure}`] = percentile(values, 50)
      figures[`net.${kind}.${figure}.max`] = Math.max(...values)
    }
  }
  return session.dafu ? { ...figures, ...(await askSpelled(session, take, queries)) } : figures
}

/** The first query, what opening takes, and what of the library each loads. */
async function askFirst(session: Session, take: () => Taken, queries: Queries): Promise<Figures> {
  const samples: { opened: Taken; asked: Taken; ms: number }[] = []
  for (const question of queries.question.slice(0, session.dafu ? FIRST : 1)) {
    await session.open()
    const opened = take()
    const ms = await session.search(question, 'any')
    samples.push({ opened, asked: take(), ms })
  }
  const median = (figure: (sample: (typeof samples)[number]) => number): number =>
    percentile(samples.map(figure), 50)
  const libraryOf = ({ opened, asked }: (typeof samples)[number]): number => opened.library + asked.library
  const firsts = samples.map((sample) => libraryOf(sample) + sample.opened.others + sample.asked.others)
  return {
    'net.library': median(libraryOf),
    'net.open': median(({ opened }) => opened.others + opened.texts),
    'net.first': percentile(firsts, 50),
    'net.first.max': Math.max(...firsts),
    'net.first.texts': median(({ opened, asked }) => opened.texts + asked.texts),
    'net.first.requests': median(({ opened, asked }) => opened.requests + asked.requests),
    'net.first.rounds.max': Math.max(...samples.map(({ asked }) => asked.rounds)),
    'net.first.ms': median(({ ms }) => ms),
  }
}

/** The first query once open, in pinyin: a frequent word, a rare one, two words. */
async function askSpelled(session: Session, take: () => Taken, queries: Queries): Promise<Figures> {
  const texts = [queries.common, queries.rare, queries.two].flatMap((some) => some.slice(0, FIRST / 3))
  const samples: Taken[] = []
  for (const text of texts) {
    await session.open()
    take()
    await session.search(
      text
        .split(' ')
        .map((word) => readingOf(word).full[0]!)
        .join(' '),
      'any',
    )
    samples.push(take())
  }
  const figures: Figures = {}
  for (const figure of ['others', 'texts', 'requests', 'rounds'] as const) {
    const values = samples.map((sample) => sample[figure])
    figures[`net.pinyin.${figure}`] = percentile(values, 50)
    figures[`net.pinyin.${figure}.max`] = Math.max(...values)
  }
  return figures
}

/** The files of a folder by the paths they are served at. */
function filesUnder(path: string, folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    files.map(({ name, parentPath }) => {
      const file = join(parentPath, name)
      return [path + relative(folder, file), file]
    }),
  )
}

function compressed(path: string): number {
  return brotliCompressSync(readFileSync(path)).length
}

type Common = Pick<Session, 'dafu' | 'textBytes'>

function dafuCommon(path: string): Common {
  const sections = fileSections(path)
  return {
    dafu: true,
    textBytes: ({ path, start, end }) => {
      if (path !== `/${INDEX}`) return 0
      const bytes = [...bytesBySection(sections, start, end)]
      return bytes.reduce((sum, [name, count]) => sum + (TEXT_SECTIONS.has(name) ? count : 0), 0)
    },
  }
}

async function nodeSession(host: Host, common: Common): Promise<Session> {
  const { openIndex } = await importBrowserLibrary()
  let index: Awaited<ReturnType<typeof openIndex>>
  return {
    ...common,
    async open() {
      index = await openIndex(`${host.url}/${INDEX}`)
    },
    async search(query, match) {
      const started = performance.now()
      await index.search(query, { limit: LIMIT, match })
      return performance.now() - started
    },
    close: async () => index.close(),
  }
}

function browserSession(host: Host, common: Common): Session {
  let browser: Awaited<ReturnType<typeof openInChromium>> | undefined
  return {
    ...common,
    async open() {
      await browser?.close()
      // Its cache is empty.
      browser = await openInChromium(host.url)
      await browser.page.evaluate(`import('/dafu/dafu.mjs')
        .then(({ openIndex }) => openIndex('${host.url}/${INDEX}'))
        .then((index) => { window.index = index })`)
    },
    search: (query, match) =>
      browser!.page.evaluate(`(async () => {
        const started = performance.now()
        await index.search(${JSON.stringify(query)}, { limit: ${LIMIT}, match: '${match}' })
        return performance.now() - started
      })()`),
    close: async () => browser?.close(),
  }
}

async function pagefindSession(host: Host): Promise<Session> {
  const { page, close } = await openInChromium(host.url)
  return {
    dafu: false,
    textBytes: ({ path, start, end }) => (path.endsWith('.pf_fragment') ? end - start : 0),
    async open() {
      await page.evaluate(`import('/pagefind/pagefind.js').then(async (pagefind) => {
        window.pagefind = pagefind
        await pagefind.init()
      })`)
    },
    search: (query) =>
      page.evaluate(`(async () => {
        const started = performance.now()
        const { results } = await pagefind.search(${JSON.stringify(query)})
        await Promise.all(results.slice(0, ${LIMIT}).map((result) => result.data()))
        return performance.now() - started
      })()`),
    close,
  }
}
