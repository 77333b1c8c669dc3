import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
// biome-ignore lint/style/noRestrictedImports: the synthetic paragraphs are made of its dictionary's words.
import nodejieba from 'nodejieba'
import { findChromium } from '../chromium.js'
import type { Operation } from './child.js'
import { startClusterForBench } from './cluster.js'
import { compile } from './compile.js'
import { type EngineName, LABELS } from './engines/engine.js'
import { measureCorpus } from './operations/corpus.js'
import { installPeers } from './peers.js'
import { runTask } from './process.js'
import { type Figures, medians } from './statistics.js'
import { prepareSynthetic } from './synthetic.js'

export interface BenchOptions {
  paragraphs: number
  engines: readonly EngineName[]
  /** Of every operation; the medians are kept. */
  runs: number
  corpus: boolean
  network: boolean
  /** A folder for CPU profiles. */
  profile?: string | undefined
  /** Where data, indexes and compiled scripts are kept. */
  work: string
  log: (line: string) => void
}

/** All that was measured. */
export interface Results {
  node: string
  paragraphs: number
  characters: number
  /** Of the paragraphs, in UTF-8. */
  bytes: number
  runs: number
  corpus?: Figures
  engines: Partial<Record<EngineName, Figures>>
}

export async function bench(options: BenchOptions): Promise<Results> {
  const { paragraphs, engines, runs, work, log } = options
  installPeers(
    [
      ...(engines.includes('sqlite') ? (['better-sqlite3'] as const) : []),
      ...(engines.includes('pagefind') ? (['pagefind'] as const) : []),
    ],
    log,
  )
  const { child, nodeBundle, browserBundle } = await compile(join(work, 'compiled'))
  process.env.DAFU_BROWSER_BUNDLE = browserBundle
  const data = join(work, String(paragraphs))
  log(`${paragraphs} synthetic paragraphs`)
  const synthetic = prepareSynthetic(
    paragraphs,
    data,
    (nodejieba as unknown as { DEFAULT_DICT: string }).DEFAULT_DICT,
  )
  const results: Results = {
    node: process.version,
    paragraphs,
    characters: synthetic.characters,
    bytes: synthetic.bytes,
    runs,
    engines: {},
  }
  if (options.corpus) {
    const corpusRuns = runs > 1 ? Math.max(5, runs) : 1
    log(`corpus, ${corpusRuns} runs`)
    results.corpus = await measureCorpus(corpusRuns, join(work, 'compiled'), nodeBundle)
  }
  const cluster = engines.includes('opensearch') ? await startClusterForBench(log) : undefined
  // Engines take turns, so that a machine that is busy for a while is so for all.
  const samples = new Map<EngineName, Figures[]>(engines.map((engine) => [engine, []]))
  try {
    for (let run = 1; run <= runs; run++) {
      for (const engine of engines) {
        const folder = join(data, engine)
        mkdirSync(folder, { recursive: true })
        for (const operation of operationsOf(engine, options, run)) {
          const started = performance.now()
          const task = { operation, engine, data, folder }
          samples.get(engine)!.push(await runTask(task, { child, profile: options.profile }))
          const seconds = ((performance.now() - started) / 1000).toFixed(1)
          log(`run ${run} of ${runs}, ${LABELS[engine]}: ${operation} ${seconds} s`)
        }
      }
    }
    if (cluster) samples.get('opensearch')!.push(await cluster.fieldFigures())
  } finally {
    await cluster?.stop()
  }
  for (const [engine, runs] of samples) results.engines[engine] = medians(runs)
  return results
}

function operationsOf(engine: EngineName, { network }: BenchOptions, run: number): Operation[] {
  // Counting bytes needs no second run.
  const onHost = network && run === 1 ? (['network'] as const) : []
  if (engine === 'pagefind') return ['build', ...(findChromium() ? onHost : [])]
  if (engine !== 'dafu') return ['build', 'query']
  const inBrowser = onHost.length > 0 && findChromium() ? (['typing'] as const) : []
  return ['build', 'query', ...onHost, ...inBrowser]
}
