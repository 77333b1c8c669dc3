import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chartOf } from './chart.js'
import type { Result } from './results.js'
import { type Language, ROWS } from './rows.js'
import { tableOf } from './table.js'

const START = '<!-- quality: written by npm run evaluate -->'
const END = '<!-- /quality -->'

const SUFFIX: Record<Language, string> = { en: '', zh: '.zh-CN' }
const CAPTION: Record<Language, string> = {
  en: 'Means over the sets; longer is better',
  zh: '各数据集的平均值，越长越好',
}
/** The names of these sets' articles are no titles of letters: what they show stands in this folder's READMEs alone. */
const SHORT = ROWS.filter(({ part }) => part !== 'titles')

/**
 * Writes the table and the chart of one language, between the markers of the project's README and of this folder's;
 * paths are those of the repository.
 *
 * @returns What was not written, and why.
 */
export function writeQuality(results: readonly Result[], language: Language): string[] {
  const project = `README${SUFFIX[language]}.md`
  const chart = `scripts/evaluate/quality${SUFFIX[language]}.svg`
  writeFileSync(chart, chartOf(results, language))
  return [
    ...put(project, `![${CAPTION[language]}](${chart})\n\n${tableOf(results, language, SHORT)}`),
    ...put(`scripts/evaluate/${project}`, tableOf(results, language)),
  ]
}

function put(path: string, content: string): string[] {
  if (!existsSync(path)) return [`${path} does not exist.`]
  const written = withSection(readFileSync(path, 'utf8'), content)
  if (written === undefined) return [`${path} has no lines "${START}" and "${END}".`]
  writeFileSync(path, written)
  return []
}

/** @returns undefined if the markers are missing. */
export function withSection(readme: string, section: string): string | undefined {
  const start = readme.indexOf(START)
  const end = readme.indexOf(END, start)
  if (start < 0 || end < 0) return undefined
  return `${readme.slice(0, start + START.length)}\n\n${section}\n\n${readme.slice(end)}`
}
