import { arch, cpus } from 'node:os'
import type { Results } from './bench.js'
import { type EngineName, LABELS } from './engines/engine.js'
import {
  CORPUS_ROWS,
  figure,
  format,
  type Language,
  NETWORK_COLUMNS,
  NETWORK_QUERIES,
  ROWS,
  type Row,
  type Words,
} from './rows.js'

export function tablesOf(results: Results, language: Language): string {
  const corpus = results.corpus ? [corpusTable(results, language)] : []
  const fields = results.engines.opensearch ? [fieldTable(results, language)] : []
  const network = hasNetwork(results) ? [networkTable(results, language)] : []
  return [...corpus, engineTable(results, language), ...network, ...fields].join('\n\n')
}

export function corpusTable({ corpus = {} }: Results, language: Language): string {
  const head = { en: ['', 'ms', 'CPU ms'], zh: ['', '毫秒', 'CPU 毫秒'] }[language]
  const lines = CORPUS_ROWS.map((row) => [
    row[language],
    format(round(corpus[row.key])),
    format(round(corpus[`${row.key}Cpu`])),
  ])
  return layOut([head, ...lines])
}

/** What the engines were measured at; behind a peer's figure, how many times dafu's it is. */
export function engineTable(results: Results, language: Language): string {
  return `${tableOf(results, ROWS, language)}\n\n${note(results)[language]}`
}

/** The same without the rows that few readers need. */
export function shortEngineTable(results: Results, language: Language): string {
  const rows = ROWS.filter(({ inShort }) => inShort)
  return `${tableOf(results, rows, language)}\n\n${note(results)[language]}`
}

export function hasNetwork({ engines }: Results): boolean {
  return engines.dafu?.['net.first'] !== undefined
}

/** What a host sends: the same on every machine. */
export function networkTable({ engines }: Results, language: Language): string {
  const names = namesOf(engines).filter((name) => engines[name]?.['net.first'] !== undefined)
  const lines = names.flatMap((name) =>
    NETWORK_QUERIES.filter(({ bytes }) => engines[name]?.[bytes] !== undefined).map((query) => [
      names.length > 1 ? `${LABELS[name]}: ${query[language]}` : query[language],
      ...NETWORK_COLUMNS.map(({ keyOf, divisor }) =>
        format(figure(engines[name], { key: keyOf(query), divisor })),
      ),
    ]),
  )
  return layOut([['', ...NETWORK_COLUMNS.map((column) => column[language])], ...lines])
}

function tableOf(results: Results, rows: readonly Row[], language: Language): string {
  const measured = (name: EngineName, row: Row): boolean => figure(results.engines[name], row) !== undefined
  const names = namesOf(results.engines).filter((name) => rows.some((row) => measured(name, row)))
  const lines = rows
    .filter((row) => names.some((name) => measured(name, row)))
    .map((row) => [row[language], ...names.map((name) => cell(results, name, row))])
  return layOut([['', ...names.map((name) => LABELS[name])], ...lines])
}

const namesOf = (engines: Results['engines']): EngineName[] => Object.keys(engines) as EngineName[]

/** What the fields of the cluster's index take. */
export function fieldTable({ engines, paragraphs }: Results, language: Language): string {
  const head = { en: ['Field', 'MB', 'bytes a paragraph'], zh: ['字段', 'MB', '每段字节'] }[language]
  const fields = Object.entries(engines.opensearch ?? {})
    .filter(([name]) => name.startsWith('field.'))
    .map(([name, bytes]): [string, number] => [name.slice('field.'.length), bytes])
  const whole: [string, number] = ['', fields.reduce((sum, [, bytes]) => sum + bytes, 0)]
  const lines = [...fields.sort(([, a], [, b]) => b - a), whole].map(([name, bytes]) => [
    name && `\`${name}\``,
    format(bytes / 1e6),
    format(bytes / paragraphs),
  ])
  return layOut([head, ...lines])
}

function cell({ engines }: Results, name: EngineName, row: Row): string {
  const value = figure(engines[name], row)
  const own = figure(engines.dafu, row)
  const comparable = name !== 'dafu' && value !== undefined && own !== undefined && own > 0
  return comparable ? `${format(value)} (×${format(value / own)})` : format(value)
}

function note(results: Results): Words {
  const { node, paragraphs, characters, bytes, runs, engines } = results
  const size = `${format(characters / 1e6)} M`
  const megabytes = format(bytes / 1e6)
  const machine = `Node ${node.slice(1)}, ${cpus().length} × ${arch()}`
  const whole = engines.dafu?.wholeBytes
  const ratio = whole === undefined ? '' : format(whole / bytes)
  const taken =
    runs > 1
      ? { en: `medians of ${runs} runs`, zh: `取 ${runs} 次的中位数` }
      : { en: 'one run', zh: '运行一次' }
  return {
    en: `${format(paragraphs)} synthetic paragraphs, ${size} characters, ${megabytes} MB in UTF-8${ratio && `; dafu's file has ${ratio} times as many bytes`}. ${machine}; ${taken.en}; in brackets: how many times dafu's figure.`,
    zh: `${format(paragraphs)} 个合成段落，${size} 字，UTF-8 编码 ${megabytes} MB${ratio && `；dafu 的文件为其 ${ratio} 倍`}。${machine}；${taken.zh}；括号内为 dafu 的倍数。`,
  }
}

function round(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value)
}

function layOut(lines: readonly (readonly string[])[]): string {
  const [head = [], ...rows] = lines
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
