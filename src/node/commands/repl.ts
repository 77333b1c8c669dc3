import type { REPLServer } from 'node:repl'
import { PassThrough, type Readable, type Writable } from 'node:stream'
import { inspect } from 'node:util'
import type { Command } from 'commander'
import { DafuError } from '../../errors.js'
import { openCorpus, openIndex } from '../open-index.js'
import { pageOf, plural } from '../print/print.js'

export function addReplCommand(program: Command): void {
  program
    .command('repl')
    .summary('search an index in a Node REPL')
    .description(
      'Opens a Node REPL with index, search(query, options), suggest(prefix), reply(id) and paragraph(id) at hand. Results are printed for reading and keep their data.',
    )
    .argument('[index]', 'a .dafu file or its http(s) address; by default the letters shipped with dafu')
    .addHelpText(
      'after',
      `
Example:
  $ dafu repl letters.dafu
  > await search('先投后股', { limit: 3 })
  > (await search('先投后股')).hits[0].paragraph.id
  > await reply('2104071')
  > await paragraph('2104071/2/2')`,
    )
    .action(async (path?: string) => {
      const index = path === undefined ? await openCorpus() : await openIndex(path)
      const { replies, paragraphs } = index.summary
      const held = `${plural(replies, 'reply')}, ${plural(paragraphs, 'paragraph')}`
      console.log(`${path ?? 'The letters shipped with dafu'}: ${held}.`)
      console.log(
        "Try: await search('先投后股'), await suggest('科技'), await reply('2104071'), await paragraph('2104071/2/2'), index.summary",
      )
      // Loaded on use, for it takes longer than a search.
      const { start } = await import('node:repl')
      const { stdin: input, stdout: output } = process
      const typed = input.isTTY ? input : new PassThrough()
      const repl = start({ prompt: '> ', writer, input: typed, output })
      Object.assign(repl.context, {
        index,
        search: index.search,
        suggest: index.suggest,
        reply: index.reply,
        paragraph: index.paragraph,
      })
      if (typed instanceof PassThrough) await typeOneByOne(input, typed, repl)
    })
}

/** Node's REPL goes on to the next line while one is awaited, so that it gets each once the one before is answered. */
async function typeOneByOne(from: Readable, to: Writable, repl: REPLServer): Promise<void> {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input: from })
  repl.on('exit', () => lines.close())
  const prompt = repl.displayPrompt
  for await (const line of lines) {
    const answered = new Promise<void>((resolve) => {
      repl.displayPrompt = (...args) => {
        prompt.apply(repl, args)
        resolve()
      }
    })
    to.write(`${line}\n`)
    await answered
  }
  to.end()
}

/** As Node prints values, but errors that dafu throws on purpose without their stack. */
function writer(value: unknown): string {
  if (value instanceof DafuError) return `${value.name}: ${value.message}`
  return inspect(value, { colors: pageOf(process.stdout).color })
}
