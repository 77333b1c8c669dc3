import { readFileSync, writeFileSync } from 'node:fs'
import type { Results } from './bench.js'
import { chartOf, TITLES } from './chart.js'
import { format, LANGUAGES, type Language } from './rows.js'
import { corpusTable, engineTable, hasNetwork, networkTable } from './table.js'

const README: Record<Language, string> = { en: 'README.md', zh: 'README.zh-CN.md' }
const SUFFIX: Record<Language, string> = { en: '', zh: '.zh-CN' }

const start = (part: string | number): string => `<!-- bench ${part}: written by npm run bench -->`
const end = (part: string | number): string => `<!-- /bench ${part} -->`

/**
 * Writes tables and charts between the markers of both READMEs; paths are those of the repository.
 *
 * @returns What was not written, and why.
 */
export function writeReadmes(results: Results): string[] {
  return LANGUAGES.flatMap((language) => {
    const parts = [
      ...(results.corpus ? [['corpus', corpusTable(results, language)] as const] : []),
      [results.paragraphs, engineTable(results, language)] as const,
      ...(hasNetwork(results)
        ? [[`${results.paragraphs} network`, networkTable(results, language)] as const]
        : []),
    ]
    return parts.flatMap(([part, content]) => {
      const path = README[language]
      const chart = part === results.paragraphs ? chartPath(results, language) : undefined
      const shown = chart
        ? `![${TITLES[language](format(results.paragraphs))}](${chart})\n\n${content}`
        : content
      const written = withSection(readFileSync(path, 'utf8'), part, shown)
      if (written === undefined) return [`${path} has no lines "${start(part)}" and "${end(part)}".`]
      writeFileSync(path, written)
      if (chart) writeFileSync(chart, chartOf(results, language))
      return []
    })
  })
}

/** @returns undefined where there is nothing to compare. */
function chartPath({ paragraphs, engines }: Results, language: Language): string | undefined {
  return Object.keys(engines).length < 2 ? undefined : `scripts/bench/${paragraphs}${SUFFIX[language]}.svg`
}

/** @returns undefined if the markers are missing. */
export function withSection(readme: string, part: string | number, content: string): string | undefined {
  const from = readme.indexOf(start(part))
  const to = readme.indexOf(end(part), from)
  if (from < 0 || to < 0) return undefined
  return `${readme.slice(0, from + start(part).length)}\n\n${content}\n\n${readme.slice(to)}`
}
