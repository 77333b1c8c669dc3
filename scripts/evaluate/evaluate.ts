import { jieba } from '../../src/node/index.js'
import { fullWidth, otherNumeral, traditionalForms } from './forms.js'
import { type DafuEngine, dafu } from './libraries/dafu.js'
import type { Document, Engine, Library } from './libraries/library.js'
import { miniSearchWithIntl, miniSearchWithJieba } from './libraries/minisearch.js'
import { disagreements } from './measures/agreement.js'
import { measureForm } from './measures/forms.js'
import { evenly } from './measures/mean.js'
import { askRandomStrings, randomString } from './measures/random-strings.js'
import { measureRetrieval } from './measures/retrieval.js'
import { measureSpelling } from './measures/spelling.js'
import { measureSubstrings } from './measures/substrings.js'
import { measureSuggestions } from './measures/suggestions.js'
import { seeded } from './random.js'
import type { Result } from './results.js'
import type { Part } from './rows.js'
import { type Samples, SPELLINGS, takeSamples } from './samples.js'
import type { QuestionSet } from './sets.js'

const LIBRARIES: readonly Library[] = [dafu, miniSearchWithJieba, miniSearchWithIntl]

/** Questions that are asked again: with titles, and of both forms of an index. */
const ASKED_AGAIN = 400
const RANDOM_STRINGS = 10_000
const SEED = 7

export interface EvaluateOptions {
  parts: readonly Part[]
  /** Random strings over all sets; by default 10,000. */
  randomStrings?: number
  /** Called with a line for each step. */
  log: (line: string) => void
}

export interface Evaluation {
  results: Result[]
  /** What must never be: queries that were not answered, or otherwise by the opened file. */
  faults: string[]
}

/** Measures every library over every set. */
export async function evaluate(sets: readonly QuestionSet[], options: EvaluateOptions): Promise<Evaluation> {
  const { parts, log, randomStrings = RANDOM_STRINGS } = options
  const results: Result[] = []
  const faults: string[] = []
  for (const set of sets) {
    const samples = takeSamples(set, jieba())
    for (const library of LIBRARIES) {
      const values: Record<string, number> = {}
      const measure = async (part: Part, run: () => Promise<Record<string, number>>): Promise<void> => {
        if (!parts.includes(part)) return
        const started = process.cpuUsage()
        Object.assign(values, await run())
        const { user, system } = process.cpuUsage(started)
        log(`${set.name}, ${library.name}: ${part}, ${((user + system) / 1e6).toFixed(1)} s of CPU`)
      }
      const engine = await library.index(set.contexts.map(({ id, text }) => ({ id, text })))
      await measure('retrieval', async () => ({ ...(await measureRetrieval(engine, set.questions)) }))
      await measure('substrings', async () => {
        const across = await measureSubstrings(engine, samples.across, samples.truth)
        return {
          ...(await measureSubstrings(engine, samples.substrings, samples.truth)),
          acrossFound: across.found,
          acrossQuoted: across.quotedRecall,
        }
      })
      await measure('forms', () => measureForms(engine, samples))
      await measure('spellings', () => measureSpellings(engine, samples.words))
      await measure('suggestions', () => measureBegun(engine, samples.begun.words))
      if (isDafu(engine)) {
        await measure('agreement', async () => {
          const queries = queriesOf(set, samples)
          const different = await disagreements(engine, queries)
          faults.push(...different.map((query) => `${set.name}: other answers to ${JSON.stringify(query)}`))
          return { agreement: 1 - different.length / queries.length }
        })
        await measure('random', async () => {
          const random = seeded(SEED)
          const size = Math.ceil(randomStrings / sets.length)
          const queries = Array.from({ length: size }, () => randomString(random, set.contexts))
          const { failures, slowest } = await askRandomStrings(engine.opened, queries)
          faults.push(...failures.map((failure) => `${set.name}: ${failure}`))
          return { failures: failures.length, slowestRandom: slowest }
        })
      }
      await measure('titles', () => measureTitles(engine, library, set, samples))
      await engine.close()
      results.push({
        set: set.name,
        paragraphs: set.contexts.length,
        questions: set.questions.length,
        library: library.name,
        values,
      })
    }
  }
  return { results, faults }
}

async function measureForms(engine: Engine, samples: Samples): Promise<Record<string, number>> {
  const values: Record<string, number> = {}
  for (const [name, form] of Object.entries(traditionalForms)) {
    values[name] = await measureForm(engine, samples.phrases, form)
  }
  values.fullWidth = await measureForm(engine, samples.latin, fullWidth)
  values.numerals = await measureForm(engine, samples.numerals, otherNumeral)
  return values
}

async function measureSpellings(
  engine: Engine,
  typed: Samples['words'] | Samples['titles'],
  prefix = '',
): Promise<Record<string, number>> {
  const values: Record<string, number> = {}
  for (const [name, queries] of Object.entries(typed)) {
    const { found, share } = await measureSpelling(engine, queries)
    values[prefix + name] = found
    values[`${prefix}${name}.share`] = share
  }
  return values
}

async function measureBegun(
  engine: Engine,
  begun: Samples['begun']['words'],
  prefix = '',
): Promise<Record<string, number>> {
  const values: Record<string, number> = {}
  for (const [name, beginnings] of Object.entries(begun)) {
    values[`${prefix}suggested.${name}`] = await measureSuggestions(engine, beginnings)
  }
  return values
}

/** The articles' titles, as titles of sections and then of proposals. */
async function measureTitles(
  plain: Engine,
  library: Library,
  set: QuestionSet,
  samples: Samples,
): Promise<Record<string, number>> {
  if (set.contexts.every(({ title }) => title === '')) return {}
  const questions = evenly(set.questions, ASKED_AGAIN)
  const before = (await measureRetrieval(plain, questions)).mrr
  const values: Record<string, number> = {}
  for (const field of ['section', 'proposal'] as const) {
    const documents = set.contexts.map(
      ({ id, text, title }): Document => ({ id, text, ...(title && { [field]: title }) }),
    )
    const titled = await library.index(documents)
    values[`${field}Gain`] = (await measureRetrieval(titled, questions)).mrr - before
    Object.assign(values, await measureSpellings(titled, samples.titles, `${field}.`))
    Object.assign(values, await measureBegun(titled, samples.begun.titles, `${field}.`))
    await titled.close()
  }
  return values
}

function queriesOf(
  { questions }: QuestionSet,
  { substrings, phrases, latin, numerals, words }: Samples,
): string[] {
  return [
    ...evenly(questions, ASKED_AGAIN).map(({ text }) => text),
    ...evenly(substrings, 100).flatMap(({ text }) => [text, `"${text}"`]),
    ...[...phrases, ...latin, ...numerals].filter((_, i) => i % 10 === 0),
    ...SPELLINGS.flatMap((name) => evenly(words[name], 50).map(({ query }) => query)),
  ]
}

function isDafu(engine: Engine): engine is DafuEngine {
  return 'opened' in engine
}
