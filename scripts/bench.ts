import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { runProgram } from '../src/node/program.js'
import { bench } from './bench/bench.js'
import type { EngineName } from './bench/engines/engine.js'
import { writeReadmes } from './bench/readme.js'
import { tablesOf } from './bench/table.js'
import { findJdk } from './opensearch/java.js'

interface Flags {
  paragraphs: number
  peers: 'none' | 'some' | 'all'
  opensearch?: true
  runs?: number
  corpus: boolean
  network?: boolean
  json?: true
  write?: true
  profile?: string
}

const PEERS: Record<Flags['peers'], EngineName[]> = {
  none: [],
  some: ['minisearch', 'sqlite'],
  all: ['minisearch', 'sqlite', 'pagefind'],
}
/** Up to this size several runs take little time. */
const SMALL = 20_000

const program = new Command('npm run bench --')
  .description('Measures dafu beside other libraries, each task in a fresh process.')
  .option('-n, --paragraphs <count>', 'synthetic paragraphs', count, 10_000)
  .addOption(
    new Option('--peers <which>', 'libraries beside it; all: with Pagefind')
      .choices(Object.keys(PEERS))
      .default('some'),
  )
  .option('--opensearch', 'the same on an OpenSearch cluster (default with --peers all where Java runs it)')
  .option('--runs <count>', 'runs, of which the medians are shown (default: 3, of large sizes 1)', count)
  .option('--no-corpus', 'leave out the corpus')
  .option('--network', 'count bytes and requests too (default with --peers all)')
  .option('--profile <folder>', 'write CPU profiles of the processes there')
  .option('--json', 'print all figures as JSON')
  .option('--write', 'write tables and charts into the READMEs')
  .action(async ({ paragraphs, peers, opensearch, runs, corpus, network, json, write, profile }: Flags) => {
    const onCluster = opensearch ?? (peers === 'all' && findJdk() !== undefined)
    const results = await bench({
      paragraphs,
      engines: ['dafu', ...(onCluster ? (['opensearch'] as const) : []), ...PEERS[peers]],
      runs: runs ?? (paragraphs <= SMALL ? 3 : 1),
      corpus,
      network: network ?? peers === 'all',
      profile,
      work: join('node_modules', '.cache', 'dafu-bench'),
      log: (line) => console.error(line),
    })
    console.log(json ? JSON.stringify(results, null, 2) : tablesOf(results, 'en'))
    if (write) for (const missing of writeReadmes(results)) console.error(`Not written: ${missing}`)
  })
await runProgram(program)

function count(value: string): number {
  if (/^[1-9]\d{0,7}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('It must be a whole number from 1.')
}
