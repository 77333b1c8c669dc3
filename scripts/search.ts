import { Command } from 'commander'
import { addQuery } from '../src/node/commands/search.js'
import { openCorpus } from '../src/node/open-index.js'
import { runProgram } from '../src/node/program.js'
import { ensureCorpusIndex } from './corpus.js'

const program = new Command('npm run search --').description(
  'Prints the paragraphs of the letters in corpus/ that answer a query, the best first.',
)
await runProgram(
  addQuery(program, async () => {
    const summary = await ensureCorpusIndex()
    if (summary) console.error(`${summary}\n`)
    return openCorpus()
  }),
)
