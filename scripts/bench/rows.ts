import type { Figures } from './statistics.js'

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]
export type Words = Record<Language, string>

export interface Row extends Words {
  key: string
  /** What figures are divided by before they are shown. */
  divisor?: number
  /** Whether it has a group of bars in the chart. */
  charted?: true
  /** Whether the project's READMEs show it; the bench's own show every row. */
  inShort?: true
}

const MEGABYTE = 1e6
const KILOBYTE = 1e3

const QUERIES: readonly (Words & { kind: string })[] = [
  { kind: 'common', en: 'A common word', zh: '常用词' },
  { kind: 'two', en: 'Two words', zh: '两个词' },
  { kind: 'question', en: 'A question of 4–6 words', zh: '4–6 词的问句' },
  { kind: 'rare', en: 'A rare word', zh: '罕见词' },
]

/** Of the table over all engines, in its order; rows that nothing was measured for are left out. */
export const ROWS: readonly Row[] = [
  { key: 'build', en: 'Build and save, s', zh: '构建并保存，秒', charted: true, inShort: true },
  { key: 'buildCpu', en: 'Build and save, CPU s', zh: '构建并保存，CPU 秒', inShort: true },
  { key: 'clusterCpu', en: '… of the cluster, CPU s', zh: '……其中集群，CPU 秒' },
  {
    key: 'buildMemory',
    en: 'Peak memory of the build, MB',
    zh: '构建的内存峰值，MB',
    charted: true,
    inShort: true,
  },
  {
    key: 'indexBytes',
    en: 'Index without texts, MB',
    zh: '不含原文的索引，MB',
    divisor: MEGABYTE,
    charted: true,
    inShort: true,
  },
  { key: 'wholeBytes', en: 'Index with texts, MB', zh: '含原文的索引，MB', divisor: MEGABYTE, inShort: true },
  {
    key: 'open',
    en: 'Open in a fresh process, ms',
    zh: '在新进程中打开，毫秒',
    charted: true,
    inShort: true,
  },
  { key: 'openMemory', en: 'Memory taken by opening, MB', zh: '打开所占内存，MB' },
  { key: 'first', en: 'First query, ms', zh: '首次查询，毫秒', inShort: true },
  {
    key: 'firstMemory',
    en: 'Memory after the first query, MB more',
    zh: '首次查询后增加的内存，MB',
    charted: true,
  },
  ...QUERIES.flatMap(({ kind, en, zh }): Row[] => [
    { key: `${kind}.p50`, en: `${en}: p50, ms`, zh: `${zh}：p50，毫秒`, charted: true, inShort: true },
    { key: `${kind}.p99`, en: `${en}: p99, ms`, zh: `${zh}：p99，毫秒`, inShort: true },
    { key: `${kind}.cpu.p50`, en: `${en}: p50, CPU ms`, zh: `${zh}：p50，CPU 毫秒` },
    { key: `${kind}.clusterCpu`, en: '… of the cluster, mean, CPU ms', zh: '……集群平均，CPU 毫秒' },
  ]),
  {
    key: 'typing.again.p95',
    en: 'Keystroke to painted results in the demo: p95, ms',
    zh: '演示页面从击键到显示结果：p95，毫秒',
  },
  {
    key: 'typing.first.p95',
    en: '… with every part of the file to be fetched: p95, ms',
    zh: '……索引各部分均须从主机读取时：p95，毫秒',
  },
]

/** Lines of the table of what a host sends: parts of an index are counted by `bytes`, the rest below `key`. */
export const NETWORK_QUERIES: readonly (Words & { key: string; bytes: string })[] = [
  {
    key: 'net.first',
    bytes: 'net.first',
    en: 'The first query, with library and opening',
    zh: '首次查询，含程序库与打开',
  },
  ...QUERIES.map(({ kind, en, zh }) => ({ key: `net.${kind}`, bytes: `net.${kind}.others`, en, zh })),
  { key: 'net.pinyin', bytes: 'net.pinyin.others', en: 'The first query in pinyin', zh: '首次拼音查询' },
]

type NetworkQuery = (typeof NETWORK_QUERIES)[number]

/** Columns of the table of what a host sends. */
export const NETWORK_COLUMNS: readonly (Words & {
  keyOf: (query: NetworkQuery) => string
  divisor?: number
})[] = [
  { keyOf: ({ bytes }) => bytes, en: 'kB', zh: 'kB', divisor: KILOBYTE },
  { keyOf: ({ bytes }) => `${bytes}.max`, en: 'at most', zh: '最多', divisor: KILOBYTE },
  {
    keyOf: ({ key }) => `${key}.texts`,
    en: 'and texts of the hits, kB',
    zh: '另加结果原文，kB',
    divisor: KILOBYTE,
  },
  { keyOf: ({ key }) => `${key}.requests`, en: 'requests', zh: '请求数', divisor: 1 },
  {
    keyOf: ({ key }) => `${key}.rounds.max`,
    en: 'round trips once open, at most',
    zh: '打开后的往返次数，最多',
  },
]

/** Of the table of the corpus: wall and CPU time stand side by side. */
export const CORPUS_ROWS: readonly Row[] = [
  { key: 'node', en: 'Node that does nothing', zh: '空的 Node 进程' },
  { key: 'dictionary', en: "Loading jieba's dictionary, beyond Node", zh: '加载 jieba 词典（不计 Node）' },
  { key: 'build', en: 'Building the corpus and a query, beyond both', zh: '构建语料库并查询（不计前两项）' },
  { key: 'buildFile', en: 'The same by way of a file', zh: '同上，写入文件后打开' },
  {
    key: 'open',
    en: 'Opening `corpus.dafu` and a query, beyond Node',
    zh: '打开 `corpus.dafu` 并查询（不计 Node）',
  },
  { key: 'openBundle', en: 'The same from a bundle', zh: '同上，打包为单个文件' },
  { key: 'parseMarkdown', en: 'Parsing a letter of 1 MB, Markdown', zh: '解析 1 MB 的函件，Markdown' },
  { key: 'parseText', en: '… text', zh: '……纯文本' },
  { key: 'parseHtml', en: '… web page', zh: '……网页' },
]

/** Three digits. */
export function format(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString('en-US')
  return value.toPrecision(value < 0.1 ? 2 : 3)
}

export function figure(
  figures: Figures | undefined,
  { key, divisor = 1 }: { key: string; divisor?: number | undefined },
): number | undefined {
  const value = figures?.[key]
  return value === undefined ? undefined : value / divisor
}
