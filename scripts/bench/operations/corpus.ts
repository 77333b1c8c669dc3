import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { distPath } from '../engines/dafu.js'
import { longLetter } from '../long-letter.js'
import { type Figures, medians } from '../statistics.js'

const QUERY = '先投后股'
/** In bytes: the letters that are parsed. */
const LONG = 1_000_000
/** The last line of every script: what the process has used since it began. */
const REPORT = 'process.send(process.cpuUsage())'

/**
 * Whole processes, less one that does nothing: what a person waits for.
 *
 * @param work Where the scripts are written.
 * @param bundle A bundle that exports `openIndex` of `dafu/node`.
 */
export async function measureCorpus(runs: number, work: string, bundle: string): Promise<Figures> {
  const library = pathToFileURL(distPath('node/index.js')).href
  const index = JSON.stringify(distPath('corpus.dafu'))
  const built = JSON.stringify(join(work, 'built.dafu'))
  const core = pathToFileURL(distPath('index.js')).href
  const parseScript = (format: 'markdown' | 'text' | 'html'): string => {
    const path = join(work, `long-letter.${format}`)
    writeFileSync(path, longLetter(LONG, format))
    return `import { readFileSync } from 'node:fs'
import { parseReply } from '${core}'
const reply = parseReply(readFileSync(${JSON.stringify(path)}, 'utf8'), { format: '${format}' })
if (reply.sections.length < 100) throw new Error('no sections')`
  }
  const asked = `if ((await index.search('${QUERY}')).hits.length === 0) throw new Error('no hits')`
  const scripts = {
    // `require` from the folder of the repository, as the library itself does.
    node: '',
    dictionary: `import { createRequire } from 'node:module'
createRequire(${JSON.stringify(pathToFileURL(resolve('package.json')))})('nodejieba').load()`,
    build: `import { buildIndex, readReplies } from '${library}'
const index = await buildIndex(readReplies('corpus'))
${asked}`,
    buildFile: `import { buildIndexFile, openIndex, readReplies } from '${library}'
await buildIndexFile(readReplies('corpus'), ${built})
const index = await openIndex(${built})
${asked}
await index.close()`,
    open: `import { openIndex } from '${library}'
const index = await openIndex(${index})
${asked}
await index.close()`,
    openBundle: `import { openIndex } from '${pathToFileURL(bundle)}'
const index = await openIndex(${index})
${asked}
await index.close()`,
    parser: `import '${core}'`,
    parseMarkdown: parseScript('markdown'),
    parseText: parseScript('text'),
    parseHtml: parseScript('html'),
  }
  const samples: Figures[] = []
  for (let run = 0; run < runs; run++) {
    const sample: Figures = {}
    for (const [name, script] of Object.entries(scripts)) {
      const path = join(work, `${name}.mjs`)
      if (run === 0) writeFileSync(path, `${script}\n${REPORT}\n`)
      const { wall, cpu } = await runProcess(path)
      sample[name] = wall
      sample[`${name}Cpu`] = cpu
    }
    samples.push(sample)
  }
  return beyond(medians(samples))
}

/** In milliseconds: the dictionary beyond Node, the build beyond both, opening beyond Node, parsing beyond loading. */
function beyond(whole: Figures): Figures {
  const figures: Figures = {}
  for (const unit of ['', 'Cpu']) {
    const of = (name: string): number => whole[name + unit] as number
    figures[`node${unit}`] = of('node')
    figures[`dictionary${unit}`] = of('dictionary') - of('node')
    for (const name of ['build', 'buildFile']) figures[name + unit] = of(name) - of('dictionary')
    figures[`open${unit}`] = of('open') - of('node')
    figures[`openBundle${unit}`] = of('openBundle') - of('node')
    for (const name of ['parseMarkdown', 'parseText', 'parseHtml']) {
      figures[name + unit] = of(name) - of('parser')
    }
  }
  return figures
}

function runProcess(path: string): Promise<{ wall: number; cpu: number }> {
  return new Promise((done, fail) => {
    const started = performance.now()
    let cpu = Number.NaN
    const child = spawn(process.execPath, [path], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child.on('message', ({ user, system }: NodeJS.CpuUsage) => {
      cpu = (user + system) / 1000
      child.disconnect()
    })
    child.on('error', fail)
    child.on('exit', (code) => {
      if (code === 0) done({ wall: performance.now() - started, cpu })
      else fail(new Error(`${path} ended with code ${code}.`))
    })
  })
}
