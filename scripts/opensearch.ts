import { Command } from 'commander'
import { interruptSignal, runProgram, wholeNumber } from '../src/node/program.js'
import { prepare } from './opensearch/artifacts.js'
import { startCluster } from './opensearch/cluster.js'

interface Options {
  heap: string
  port: number
  prepare?: true
}

const program = new Command('npm run opensearch --')
  .description('Starts three OpenSearch nodes on this machine, for tests, with artifacts from Maven Central.')
  .option('-p, --port <number>', 'port of the first node; the others follow', wholeNumber, 9200)
  .option('--heap <size>', 'memory of the heap of each node, as java reads it', '256m')
  .option('--prepare', 'only downloads what is needed')
  .action(async ({ heap, port, prepare: only }: Options) => {
    if (only) {
      console.log((await prepare()).java)
      return
    }
    const interrupted = interruptSignal()
    const cluster = await startCluster({ heap, port })
    console.log(`${cluster.url} (Ctrl+C ends it)`)
    if (!interrupted.aborted) {
      await new Promise((resolve) => interrupted.addEventListener('abort', resolve))
    }
    await cluster.stop()
  })
await runProgram(program)
