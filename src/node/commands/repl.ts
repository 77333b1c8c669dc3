import { inspect } from 'node:util'
import type { Command } from 'commander'
import { DafuError } from '../../errors.js'
import { openCorpus, openIndex } from '../open-index.js'
import { pageOf } from '../print/print.js'

export function addReplCommand(program: Command): void {
  program
    .command('repl')
    .summary('search an index in a Node REPL')
    .description(
      'Opens a Node REPL with index, search(query, options), suggest(prefix) and reply(id) at hand. Results are printed for reading and keep their data.',
    )
    .argument('[index]', 'a .dafu file or its http(s) address; by default the letters shipped with dafu')
    .addHelpText(
      'after',
      `
Example:
  $ dafu repl letters.dafu
  > await search('先投后股', { limit: 3 })
  > (await search('先投后股')).hits[0].paragraph.id
  > await reply('2104071')`,
    )
    .action(async (path?: string) => {
      const index = path === undefined ? await openCorpus() : await openIndex(path)
      const { replies, paragraphs } = index.summary
      console.log(`${path ?? 'The letters shipped with dafu'}: ${replies} replies, ${paragraphs} paragraphs.`)
      console.log(
        "Try: await search('先投后股'), await suggest('科技'), await reply('2104071'), index.summary",
      )
      // Loaded on use, for it takes longer than a search.
      const { start } = await import('node:repl')
      const repl = start({ prompt: '> ', writer })
      Object.assign(repl.context, {
        index,
        search: index.search,
        suggest: index.suggest,
        reply: index.reply,
      })
    })
}

/** As Node prints values, but errors that dafu throws on purpose without their stack. */
function writer(value: unknown): string {
  if (value instanceof DafuError) return `${value.name}: ${value.message}`
  return inspect(value, { colors: pageOf(process.stdout).color })
}
