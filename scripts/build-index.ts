import { Command } from 'commander'
import { addBuildOptions } from '../src/node/commands/build.js'
import { type BuildFlags, buildFromPaths } from '../src/node/commands/build-from-paths.js'
import { runProgram } from '../src/node/program.js'
import { CORPUS, CORPUS_INDEX, ensureCorpusIndex } from './corpus.js'

const program = addBuildOptions(new Command('npm run build:index --'))
  .argument('[paths...]', 'letters, folders of letters, or globs', [CORPUS])
  .option('-o, --output <file>', 'the index to write', CORPUS_INDEX)
  .addHelpText('after', '\nWithout arguments it builds the index that dafu ships, unless that is up to date.')
  .action(async (paths: string[], flags: BuildFlags) => {
    const summary =
      program.args.length === 0 && flags.output === CORPUS_INDEX
        ? await ensureCorpusIndex()
        : await buildFromPaths(paths, flags)
    console.log(summary ?? `${CORPUS_INDEX} is up to date.`)
  })
await runProgram(program)
