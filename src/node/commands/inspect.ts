import type { Command } from 'commander'
import { DafuError, IndexFormatError } from '../../errors.js'
import { isNamedLikeDocument } from '../files/documents.js'
import { openIndex } from '../open-index.js'
import { createPrinter, pageOf } from '../print/print.js'

interface Flags {
  parse?: boolean
  json?: boolean
}

export function addInspectCommand(program: Command): void {
  const command = program.command('inspect')
  command
    .summary('show what an index holds, or what is read from letters')
    .description(
      'Prints how many replies, paragraphs and terms an index holds, and what it was built with. With --parse, prints what is read from letters: the tree, each field with the place it was read from, repairs and doubts.',
    )
    .argument('<paths...>', 'a .dafu file or its http(s) address; with --parse, letters, folders or globs')
    .option('--parse', 'show what is read from letters')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ dafu inspect letters.dafu
  $ dafu inspect --parse 2104071.md
  $ dafu inspect --parse letters/ --json | jq '.[] | select(.reply.notes[0])'`,
    )
    .action(async ([path = '', ...more]: string[], { parse, json = false }: Flags) => {
      if (parse) {
        // Loaded on use, as for build.
        const { inspectLetters } = await import('./inspect-letters.js')
        return inspectLetters([path, ...more], json)
      }
      if (more.length > 0) command.error('error: one index at a time; letters take --parse', { exitCode: 2 })
      await inspectIndex(path, json)
    })
}

async function inspectIndex(path: string, json: boolean): Promise<void> {
  const index = await openIndex(path).catch((error) => {
    const isLetter = error instanceof IndexFormatError && isNamedLikeDocument(path)
    if (!(isLetter || error.cause?.code === 'EISDIR')) throw error
    throw new DafuError(`${error.message} What is read from letters is shown with --parse.`)
  })
  try {
    const printer = createPrinter(pageOf(process.stdout))
    console.log(json ? JSON.stringify(index.summary, null, 2) : printer.summary(index.summary))
  } finally {
    await index.close()
  }
}
