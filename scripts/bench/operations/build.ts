import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { EngineName } from '../engines/engine.js'
import { loadEngine } from '../engines/load.js'
import { fileSections, TEXT_SECTIONS } from '../file-sections.js'
import { cpuSeconds, peakMegabytes, timed } from '../meter.js'
import type { Figures } from '../statistics.js'
import { readParagraphs } from '../synthetic.js'

/** Milliseconds. */
const ENDING = 2_000

/** From nothing to a saved index: loading the library and jieba's dictionary is part of it. */
export async function measureBuild(name: EngineName, data: string, folder: string): Promise<Figures> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const cluster = name === 'opensearch' ? await import('../engines/opensearch.js') : undefined
  const cpuBefore = cpuSeconds()
  const clusterBefore = (await cluster?.clusterCpuSeconds()) ?? 0
  const { seconds } = await timed(async () => {
    const engine = await loadEngine(name)
    await engine.build(readParagraphs(data), folder)
  })
  // Pagefind works in a process of its own, whose CPU time is known once it has ended, and its memory never.
  const beside = name === 'pagefind'
  if (beside) await setTimeout(ENDING)
  return {
    build: seconds,
    buildCpu: cpuSeconds() - cpuBefore,
    ...(!beside && { buildMemory: peakMegabytes() }),
    ...(cluster
      ? {
          clusterCpu: (await cluster.clusterCpuSeconds()) - clusterBefore,
          ...(await cluster.clusterSizes()),
        }
      : sizesOf(name, folder)),
  }
}

/** Bytes of the index, and of all with the texts where an engine keeps them. */
function sizesOf(name: EngineName, folder: string): Figures {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ name: entry.name, bytes: statSync(join(entry.parentPath, entry.name)).size }))
  const sum = (some: typeof files): number => some.reduce((total, { bytes }) => total + bytes, 0)
  const whole = sum(files)
  if (name === 'pagefind') {
    const texts = sum(files.filter((file) => file.name.endsWith('.pf_fragment')))
    return { wholeBytes: whole, indexBytes: whole - texts }
  }
  if (name !== 'dafu') return { indexBytes: whole }
  const sections = fileSections(join(folder, files[0]!.name))
  const texts = sections.filter((section) => TEXT_SECTIONS.has(section.name))
  return {
    wholeBytes: whole,
    indexBytes: whole - texts.reduce((total, { start, end }) => total + end - start, 0),
    ...Object.fromEntries(sections.map(({ name, start, end }) => [`section.${name}`, end - start])),
  }
}
