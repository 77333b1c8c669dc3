import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chartOf } from './chart.js'
import type { Result } from './results.js'
import type { Language } from './rows.js'
import { tableOf } from './table.js'

const START = '<!-- quality: written by npm run evaluate -->'
const END = '<!-- /quality -->'

const FILES: Record<Language, { readme: string; chart: string; caption: string }> = {
  en: {
    readme: 'README.md',
    chart: 'scripts/evaluate/quality.svg',
    caption: 'Means over the sets; longer is better',
  },
  zh: {
    readme: 'README.zh-CN.md',
    chart: 'scripts/evaluate/quality.zh-CN.svg',
    caption: '各数据集的平均值，越长越好',
  },
}

/**
 * Writes the table and the chart of one language, between the markers of its README; paths are those of the repository.
 *
 * @returns What was not written, and why.
 */
export function writeQuality(results: readonly Result[], language: Language): string | undefined {
  const { readme, chart, caption } = FILES[language]
  writeFileSync(chart, chartOf(results, language))
  if (!existsSync(readme)) return `${readme} does not exist.`
  const written = withSection(
    readFileSync(readme, 'utf8'),
    `![${caption}](${chart})\n\n${tableOf(results, language)}`,
  )
  if (written === undefined) return `${readme} has no lines "${START}" and "${END}".`
  writeFileSync(readme, written)
  return undefined
}

/** @returns undefined if the markers are missing. */
export function withSection(readme: string, section: string): string | undefined {
  const start = readme.indexOf(START)
  const end = readme.indexOf(END, start)
  if (start < 0 || end < 0) return undefined
  return `${readme.slice(0, start + START.length)}\n\n${section}\n\n${readme.slice(end)}`
}
