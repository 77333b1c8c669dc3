import { Argument, Command, Option } from 'commander'
import { runProgram } from '../src/node/program.js'
import { evaluate } from './evaluate/evaluate.js'
import { writeQuality } from './evaluate/readme.js'
import { LANGUAGES, PARTS, type Part } from './evaluate/rows.js'
import { sensitivityOf } from './evaluate/sensitivity/sensitivity.js'
import { readSets } from './evaluate/sets.js'
import { tableOf } from './evaluate/table.js'

interface Flags {
  set?: string[]
  only?: Part[]
  json?: true
  readme: boolean
  sensitivity?: true
}

const program = new Command('npm run evaluate --')
  .description('Measures dafu and MiniSearch on sets of questions, and writes the figures into the READMEs.')
  .addArgument(new Argument('<folder>', 'SQuAD-style JSON files'))
  .option('--set <name...>', 'only these files (their names without .json)')
  .addOption(new Option('--only <part...>', 'only these parts').choices(PARTS))
  .option('--json', 'print all figures as JSON')
  .option('--no-readme', 'leave the READMEs as they are')
  .option('--sensitivity', 'instead: MRR@10 with each ranking constant a fifth lower and higher')
  .addHelpText('after', '\nThe READMEs are written only by a run over all sets and parts.')
  .action(async (folder: string, { set: names, only, json, readme, sensitivity }: Flags) => {
    const sets = readSets(folder).filter(({ name }) => !names || names.includes(name))
    const log = (line: string): void => console.error(line)
    if (sensitivity) {
      console.log(await sensitivityOf(sets, log))
      return
    }
    const { results, faults } = await evaluate(sets, { parts: only ?? PARTS, log })
    console.log(json ? JSON.stringify(results, null, 2) : tableOf(results, 'en'))
    if (readme && !names && !only) {
      for (const language of LANGUAGES) {
        for (const missing of writeQuality(results, language)) console.error(`Not written: ${missing}`)
      }
    }
    for (const fault of faults) console.error(fault)
    if (faults.length > 0) process.exitCode = 1
  })
await runProgram(program)
