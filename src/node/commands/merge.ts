import type { Command } from 'commander'
import { mergeIndexFiles } from '../build.js'
import { interruptSignal } from '../program.js'

export function addMergeCommand(program: Command): void {
  program
    .command('merge')
    .summary('make one index of several')
    .usage('<indexes...> -o <file>')
    .description(
      'Writes one index of the letters of several, without reading the letters. Of letters with the same id the one in the last index stays. All must have been built with the same segmenter and user dictionary.',
    )
    .argument('<indexes...>', '.dafu files')
    .requiredOption('-o, --output <file>', 'the index to write, name.dafu; it may be one of those merged')
    .addHelpText(
      'after',
      `
Examples:
  $ dafu merge 2024.dafu 2025.dafu -o letters.dafu
  $ dafu merge letters.dafu corrections.dafu -o letters.dafu`,
    )
    .action(async (paths: string[], { output }: { output: string }) => {
      const { summed } = await import('./writing.js')
      const signal = interruptSignal()
      console.log(await summed(output, () => mergeIndexFiles(paths, output, { signal })))
    })
}
