#!/usr/bin/env node
import { createRequire } from 'node:module'
import { Command } from 'commander'
import { addBuildCommand } from './commands/build.js'
import { addInspectCommand } from './commands/inspect.js'
import { addMergeCommand } from './commands/merge.js'
import { addReplCommand } from './commands/repl.js'
import { addSearchCommand } from './commands/search.js'
import { addUpdateCommand } from './commands/update.js'
import { runProgram } from './program.js'

const { version } = createRequire(import.meta.url)('dafu/package.json') as { version: string }

const program = new Command('dafu')
  .description(
    'Finds the paragraph in the replies of Chinese government offices to proposals and suggestions.',
  )
  .version(version)
  .addHelpText(
    'after',
    `
Examples:
  $ dafu build letters/ -o letters.dafu
  $ dafu search letters.dafu 先投后股
  $ dafu repl`,
  )

addSearchCommand(program)
addBuildCommand(program)
addUpdateCommand(program)
addMergeCommand(program)
addInspectCommand(program)
addReplCommand(program)
await runProgram(program)
