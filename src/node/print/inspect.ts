import type { Reply } from '../../reply/reply.js'
import type { ReplySearch } from '../../search/reply-search.js'
import { createPrinter, pageOf } from './print.js'

/** The well-known symbol under which Node's REPL and `console.log` look for a value's own form. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom')

type Printer = ReturnType<typeof createPrinter>

/** The same index, whose results, suggestions and replies a REPL prints for reading. Their data stay as they are. */
export function printable<Index extends ReplySearch>(index: Index): Index {
  const { search, suggest, reply } = index
  return Object.assign(
    printed(index, (printer) => printer.summary(index.summary)),
    {
      search: async (...query: Parameters<ReplySearch['search']>) => {
        const result = await search.apply(index, query)
        return printed(result, (printer) => printer.result(result, (query[1]?.offset ?? 0) + 1))
      },
      suggest: async (...prefix: Parameters<ReplySearch['suggest']>) => {
        const suggestions = await suggest.apply(index, prefix)
        return printed(suggestions, (printer) => printer.suggestions(suggestions))
      },
      reply: async (id: string) => {
        const found = await reply.call(index, id)
        return found && printableReply(found)
      },
    },
  )
}

export function printableReply(reply: Reply): Reply {
  return printed(reply, (printer) => printer.reply(reply))
}

function printed<Value extends object>(value: Value, print: (printer: Printer) => string): Value {
  return Object.defineProperty(value, INSPECT, {
    value: (_depth: number, { colors = false }: { colors?: boolean }) =>
      print(createPrinter({ ...pageOf(process.stdout), color: colors })),
    configurable: true,
  })
}
