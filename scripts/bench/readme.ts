import { readFileSync, writeFileSync } from 'node:fs'
import type { Results } from './bench.js'
import { chartOf, TITLES } from './chart.js'
import { format, LANGUAGES, type Language } from './rows.js'
import { corpusTable, engineTable } from './table.js'

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
      [results.paragraphs, withChart(results, language)] as const,
    ]
    return parts.flatMap(([part, content]) => {
      const path = README[language]
      const written = withSection(readFileSync(path, 'utf8'), part, content)
      if (written === undefined) return [`${path} has no lines "${start(part)}" and "${end(part)}".`]
      writeFileSync(path, written)
      return []
    })
  })
}

function withChart(results: Results, language: Language): string {
  const table = engineTable(results, language)
  if (Object.keys(results.engines).length < 2) return table
  const chart = `scripts/bench/${results.paragraphs}${SUFFIX[language]}.svg`
  writeFileSync(chart, chartOf(results, language))
  return `![${TITLES[language](format(results.paragraphs))}](${chart})\n\n${table}`
}

/** @returns undefined if the markers are missing. */
export function withSection(readme: string, part: string | number, content: string): string | undefined {
  const from = readme.indexOf(start(part))
  const to = readme.indexOf(end(part), from)
  if (from < 0 || to < 0) return undefined
  return `${readme.slice(0, from + start(part).length)}\n\n${content}\n\n${readme.slice(to)}`
}
