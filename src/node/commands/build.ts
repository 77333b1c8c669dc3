import type { Command } from 'commander'

export interface BuildFlags {
  output: string
  userDictionary?: string
  keepGoing?: boolean
}

export function addBuildCommand(program: Command): void {
  addBuildOptions(program.command('build'))
    .summary('build an index from letters')
    .argument('<paths...>', 'letters, folders of letters, or globs')
    .requiredOption('-o, --output <file>', 'the index to write, name.dafu')
    .addHelpText(
      'after',
      `
Examples:
  $ dafu build letters/ -o letters.dafu
  $ dafu build 'letters/2025/**/*.html' 2104071.md -o letters.dafu --keep-going

Building needs the package nodejieba; searching what was built does not.`,
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
      'Reads letters (.md, .txt, .html) and writes an index of their paragraphs. A file of the same name is replaced once the new one is complete.',
    ),
  )
}

export function addLetterOptions(command: Command): Command {
  return command
    .option('--user-dictionary <file>', 'words to keep whole, one a line')
    .option('-k, --keep-going', 'write the index without the files that cannot be read')
}
