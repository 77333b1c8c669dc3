import { Command } from 'commander'
import { runProgram, wholeNumber } from '../src/node/program.js'
import { ensureCorpusIndex } from './corpus.js'
import { hostDemo } from './demo/host-demo.js'

const program = new Command('npm run demo --')
  .description('Serves pages with <dafu-search>, with InstantSearch and with a whole letter.')
  .option('-p, --port <number>', 'port of this machine', wholeNumber, 4173)
  .option('-i, --index <file>', 'an index to search in place of the corpus')
  .action(async ({ port, index }: { port: number; index?: string }) => {
    if (index === undefined) await ensureCorpusIndex()
    const { url } = await hostDemo(index, port)
    console.log(`${url}/ (Ctrl+C ends it)`)
  })
await runProgram(program)
