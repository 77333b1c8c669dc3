import type { Command } from 'commander'
import { addLetterOptions } from './letter-options.js'
import type { UpdateFlags } from './update-from-paths.js'

export function addUpdateCommand(program: Command): void {
  const command = program
    .command('update')
    .summary('add letters to an index, replace and remove them')
    .description(
      'Reads letters (.md, .txt, .html, .docx, .pdf) and writes an index that holds them beside those of an earlier one, in place of letters with the same id. The user dictionary must be the one that the index was built with.',
    )
    .argument('<index>', 'a .dafu file')
    .argument('[letters...]', 'letters, folders of letters, or globs')
    .option('-o, --output <file>', 'the index to write; by default the same file')
    .option('--remove <ids...>', 'ids of letters to leave out')
  addLetterOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  $ dafu update letters.dafu letters/2026/
  $ dafu update letters.dafu 2104071.md -o new.dafu
  $ dafu update letters.dafu --remove 2104071 2104106

The id of a letter is the name of its file without the extension. Where an index was built of letters/ with --ids path,
--ids-in letters gives those of letters/2026/ the same ids. Updating needs the package nodejieba.`,
    )
    .action(async (index: string, letters: string[], flags: UpdateFlags) => {
      if (letters.length === 0 && !flags.remove) {
        command.error('error: nothing to do: give letters, or --remove', { exitCode: 2 })
      }
      // Loaded on use, as for build.
      const { updateFromPaths } = await import('./update-from-paths.js')
      console.log(await updateFromPaths(index, letters, flags))
    })
}
