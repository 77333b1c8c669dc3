import type { Command } from 'commander'
import type { BuildFlags } from './build-from-paths.js'
import { addLetterOptions } from './letter-options.js'

export function addBuildCommand(program: Command): void {
  addBuildOptions(program.command('build'))
    .summary('build an index from letters')
    .usage('<paths...> -o <file> [options]')
    .argument('<paths...>', 'letters, folders of letters, or globs')
    .requiredOption('-o, --output <file>', 'the index to write, name.dafu')
    .addHelpText(
      'after',
      `
Examples:
  $ dafu build letters/ -o letters.dafu
  $ dafu build 'letters/2025/**/*.html' 2104071.md -o letters.dafu --keep-going

Building needs the package nodejieba, .docx files mammoth, .pdf files pdfjs-dist; searching what was built needs none.`,
    )
    .action(async (paths: string[], flags: BuildFlags) => {
      // Loaded on use: what reads and segments letters takes longer to load than an answer takes.
      const { buildFromPaths } = await import('./build-from-paths.js')
      console.log(await buildFromPaths(paths, flags))
    })
}

export function addBuildOptions(command: Command): Command {
  return addLetterOptions(
    command.description(
      'Reads letters (.md, .txt, .html, .docx, .pdf) and writes an index of their paragraphs. A file of the same name is replaced once the new one is complete.',
    ),
  )
}
