import type { Command } from 'commander'
import { openIndex } from '../open-index.js'
import { createPrinter, pageOf } from '../print.js'

export function addInspectCommand(program: Command): void {
  program
    .command('inspect')
    .summary('show what an index holds')
    .description('Prints how many replies, paragraphs and terms an index holds, and what it was built with.')
    .argument('<index>', 'a .dafu file or its http(s) address')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  $ dafu inspect letters.dafu')
    .action(async (path: string, { json }: { json?: boolean }) => {
      const index = await openIndex(path)
      try {
        const printer = createPrinter(pageOf(process.stdout))
        console.log(json ? JSON.stringify(index.summary, null, 2) : printer.summary(index.summary))
      } finally {
        await index.close()
      }
    })
}
