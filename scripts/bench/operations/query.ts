import type { EngineName, OpenEngine } from '../engines/engine.js'
import { loadEngine } from '../engines/load.js'
import { collectGarbage, residentMegabytes, timed } from '../meter.js'
import { type Figures, percentile } from '../statistics.js'
import { KINDS, type Kind, readSynthetic } from '../synthetic.js'

const WARM_UP = 20

/** Opening, the first query, and then many: all in a fresh process. */
export async function measureQueries(name: EngineName, data: string, folder: string): Promise<Figures> {
  const { queries } = readSynthetic(data)
  const engine = await loadEngine(name)
  if (name === 'dafu') await (await import('../engines/dafu.js')).importLibrary()
  collectGarbage()
  const before = residentMegabytes()
  const opened = await timed(() => engine.open(folder))
  collectGarbage()
  const afterOpen = residentMegabytes()
  const first = await timed(() => opened.value.search(queries.question[0]!, 'question'))
  const afterFirst = residentMegabytes()
  const figures: Figures = {
    open: opened.seconds * 1000,
    openCpu: opened.cpu * 1000,
    openMemory: afterOpen - before,
    first: first.seconds * 1000,
    firstMemory: afterFirst - before,
    memory: afterFirst,
  }
  const cluster = name === 'opensearch' ? await import('../engines/opensearch.js') : undefined
  for (const kind of KINDS) {
    const before = (await cluster?.clusterCpuSeconds()) ?? 0
    Object.assign(figures, await measureKind(opened.value, kind, queries[kind]))
    if (cluster) {
      const seconds = (await cluster.clusterCpuSeconds()) - before
      figures[`${kind}.clusterCpu`] = (seconds * 1000) / (WARM_UP + queries[kind].length)
    }
  }
  await opened.value.close()
  return figures
}

async function measureKind(engine: OpenEngine, kind: Kind, queries: readonly string[]): Promise<Figures> {
  for (const query of queries.slice(0, WARM_UP)) await engine.search(query, kind)
  const times: number[] = []
  const cpuTimes: number[] = []
  let empty = 0
  for (const query of queries) {
    const cpuBefore = process.cpuUsage()
    const started = performance.now()
    const hits = await engine.search(query, kind)
    times.push(performance.now() - started)
    const { user, system } = process.cpuUsage(cpuBefore)
    cpuTimes.push((user + system) / 1000)
    if (hits === 0) empty++
  }
  return {
    [`${kind}.p50`]: percentile(times, 50),
    [`${kind}.p99`]: percentile(times, 99),
    [`${kind}.cpu.p50`]: percentile(cpuTimes, 50),
    [`${kind}.cpu.p99`]: percentile(cpuTimes, 99),
    [`${kind}.empty`]: empty,
  }
}
