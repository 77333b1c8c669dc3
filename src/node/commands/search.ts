import { type Command, InvalidArgumentError, Option } from 'commander'
import { FACETS, type FacetName } from '../../postings/posting-store.js'
import { facetsOf, facetsWanted } from '../../query/filter.js'
import type { QueryNote } from '../../query/note.js'
import { noteText } from '../../query/note-text.js'
import type { ParsedQuery } from '../../query/parsed-query.js'
import type { Filter, SearchOptions } from '../../query/query.js'
import { fieldQuery } from '../../query/read/field-query.js'
import { FIELDS } from '../../query/read/names.js'
import type { ReplySearch } from '../../search/reply-search.js'
import { openIndex } from '../open-index.js'
import { createPrinter, pageOf } from '../print/print.js'
import { wholeNumber } from '../program.js'

interface Flags
  extends Pick<SearchOptions, 'limit' | 'offset' | 'group' | 'sort' | 'match' | 'typos' | 'pinyin'> {
  filter?: Filter
  facets?: FacetName[]
  explain?: boolean
  why?: string
  json?: boolean
}

/** Values of a facet that are named where none was found. */
const MOST_NAMED = 10

const EXAMPLES = `
The query is written as in a search box:
  先投后股 资金              words; the more of them a paragraph has, the higher it stands
  "先投后股"                 these characters, one after the other (in a shell: '"先投后股"')
  -小荷   小荷 OR 瞪羚        without a word; either of two
  单位:科学技术局 年:2025     by office, year, 提案:, 章节:, 委员:, 类别:
  道路 标记:承诺             what is promised (承诺), refused (不予), 条件, 金额, 日期
  引用:条例 地点:学府路       by what is cited, by place
A query in which a word begins with - stands behind --.`

export function addSearchCommand(program: Command): void {
  const command = program
    .command('search')
    .summary('search an index')
    .description('Prints the paragraphs that answer a query, the best first.')
    .argument('<index>', 'a .dafu file or its http(s) address')
    .configureOutput({ outputError: (text, write) => write(text + remedyFor(text, command.args)) })
  addQuery(command, (index: string) => openIndex(index)).addHelpText(
    'after',
    `${EXAMPLES}

Examples:
  $ dafu search letters.dafu 先投后股
  $ dafu search letters.dafu 科技 人才 --facets year,issuer --limit 3
  $ dafu search letters.dafu 营商环境 --filter year:2023..2025 --sort -date
  $ dafu search letters.dafu 先投后股 --json | jq '.hits[].paragraph.text'`,
  )
}

/** What to do about a wrong call, where a query may be what was taken for something else. */
function remedyFor(error: string, [given]: readonly string[]): string {
  if (isUnknownOption(error)) return remedyForDash('dafu search letters.dafu')
  if (given === undefined || !error.includes("missing required argument 'query'")) return ''
  const isIndex = /\.dafu$|^https?:/i.test(given)
  const example = isIndex ? `${given} 先投后股` : `letters.dafu ${given}`
  return `The index comes first, then the query; there is only ${given}. For example: dafu search ${example}\n`
}

/** Whether a word that begins with - may have been taken for an option. */
export function isUnknownOption(error: string): boolean {
  return error.includes("unknown option '") && !error.includes('Did you mean')
}

/** @param call What stands before a query. */
export function remedyForDash(call: string): string {
  return `A query in which a word begins with - stands behind --, for example: ${call} -- 科技 -小荷\n`
}

/**
 * Gives a command its query, the search options and what it does with them.
 *
 * @param open Opens the index that the arguments before the query name.
 */
export function addQuery(command: Command, open: (...args: string[]) => Promise<ReplySearch>): Command {
  return command
    .argument('<query...>', 'what to look for')
    .option('-n, --limit <count>', 'how many hits (10)', wholeNumber)
    .option('--offset <count>', 'how many hits to leave out first (0)', wholeNumber)
    .option(
      '-f, --filter <name:value>',
      `only hits with this value; names: ${FACETS.join(', ')}, or as in a query (单位)`,
      addFilter,
    )
    .option('--facets <names>', 'facets to count, separated by commas', (names) =>
      names.split(',').map(facetName),
    )
    .addOption(
      new Option('--group <by>', 'one hit a paragraph, or the best of each reply').choices([
        'paragraph',
        'reply',
      ]),
    )
    .addOption(new Option('--sort <order>', 'by score or by date').choices(['relevance', 'date', '-date']))
    .addOption(new Option('--match <words>', 'some of the words, or all of them').choices(['any', 'all']))
    .option('--no-typos', 'no hits that differ in a letter')
    .option('--no-pinyin', 'no hits by pinyin')
    .option('--explain', 'show what each score is made of')
    .option('--why <paragraph>', 'show why the paragraph with this id is, or is not, a hit')
    .option('--json', 'print the result as JSON')
    .action(async () => {
      const before = command.processedArgs.slice(0, -1) as string[]
      const words = command.processedArgs.at(-1) as string[]
      const index = await open(...before)
      try {
        await printHits(index, words.join(' '), command.opts<Flags>())
      } finally {
        await index.close()
      }
    })
}

async function printHits(index: ReplySearch, query: string, flags: Flags): Promise<void> {
  const { explain, why, json, ...options } = flags
  const result = await index.search(query, { ...options, explain: why ?? explain ?? false })
  if (json) {
    console.log(JSON.stringify(result, null, 2))
    return
  }
  const printer = createPrinter(pageOf(process.stdout))
  const known = result.total === 0 ? await valuesAskedFor(index, result.query, options.filter) : []
  const remarks = query.trim() === '' && !options.filter ? ['the query is empty', ...known] : known
  console.log(printer.result(result, (options.offset ?? 0) + 1, remarks))
}

/** Of each facet that was asked for in vain, which values there are, unless a note says so. */
function valuesAskedFor(
  index: ReplySearch,
  { query, notes }: ParsedQuery,
  filter?: Filter,
): Promise<string[]> {
  const names = new Set([...facetsOf(query), ...facetsWanted(filter)])
  for (const note of notes) {
    if (note.kind === 'unknown value' && note.known.length > 0) names.delete(note.field)
  }
  return Promise.all(
    [...names].map(async (name) => {
      const { facets } = await index.search({ field: name, contains: '' }, { facets: [name], limit: 0 })
      const values = facets[name]!.map(({ value }) => value)
      if (values.length === 0) return `no letter here has a value of ${name}`
      const shown = values.slice(0, MOST_NAMED).join(', ')
      return `${name} here is ${shown}${values.length > MOST_NAMED ? ', …' : ''}`
    }),
  )
}

/** `year:2023..2025` and `due:..2026` are ranges; the same name again adds a value. */
function addFilter(text: string, filter: Filter = {}): Filter {
  const [, label, value] = /^([^:：]+)[:：](.+)$/su.exec(text) ?? []
  if (!label || !value) throw new InvalidArgumentError('It is written as name:value, for example year:2025.')
  const name = facetName(label)
  const asked = fieldQuery(name, value, (note) => refuseValue(label, note))
  if (!('value' in asked || 'contains' in asked)) {
    const { field, ...range } = asked
    return { ...filter, [field]: range }
  }
  const kept = 'value' in asked ? asked.value : asked.contains
  const earlier = filter[name] ?? []
  return { ...filter, [name]: Array.isArray(earlier) ? [...earlier, kept] : [kept] }
}

/** What a search box reads otherwise and says so, a command does not guess. */
function refuseValue(label: string, note: QueryNote): never {
  if (note.kind !== 'range turned round') throw new InvalidArgumentError(`${noteText(note)}.`)
  throw new InvalidArgumentError(`It ends before it begins; write ${label}:${note.from}..${note.to}.`)
}

function facetName(name: string): FacetName {
  if (Object.hasOwn(FIELDS, name)) return FIELDS[name]!
  throw new InvalidArgumentError(`There is no facet ${name}; there are ${FACETS.join(', ')}.`)
}
