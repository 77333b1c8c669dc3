import { Command } from 'commander'
import { addQuery, isUnknownOption, remedyForDash } from '../src/node/commands/search.js'
import { openCorpus } from '../src/node/open-index.js'
import { runProgram } from '../src/node/program.js'
import { ensureCorpusIndex } from './corpus.js'

const CALL = 'npm run search --'

const program = new Command(CALL)
  .description('Prints the paragraphs of the letters in corpus/ that answer a query, the best first.')
  .configureOutput({
    outputError: (text, write) => write(text + (isUnknownOption(text) ? remedyForDash(CALL) : '')),
  })
await runProgram(
  addQuery(program, async () => {
    const summary = await ensureCorpusIndex()
    if (summary) console.error(`${summary}\n`)
    return openCorpus()
  }),
)
