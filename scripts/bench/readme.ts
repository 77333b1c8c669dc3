import { readFileSync, writeFileSync } from 'node:fs'
import type { Results } from './bench.js'
import { chartOf, TITLES } from './chart.js'
import { format, LANGUAGES, type Language } from './rows.js'
import { corpusTable, engineTable, hasNetwork, networkTable, shortEngineTable } from './table.js'

const SUFFIX: Record<Language, string> = { en: '', zh: '.zh-CN' }

const start = (part: string | number): string => `<!-- bench ${part}: written by npm run bench -->`
const end = (part: string | number): string => `<!-- /bench ${part} -->`

/**
 * Writes what decides, with charts, between the markers of the project's READMEs, and all tables into those of this
 * folder; paths are those of the repository.
 *
 * @returns What was not written, and why.
 */
export function writeReadmes(results: Results): string[] {
  return LANGUAGES.flatMap((language) => {
    const { paragraphs, corpus, engines } = results
    const project = `README${SUFFIX[language]}.md`
    const own = `scripts/bench/${project}`
    const chart = `scripts/bench/${paragraphs}${SUFFIX[language]}.svg`
    // Of one engine there is nothing to compare.
    const charted = Object.keys(engines).length > 1
    const picture = charted ? `![${TITLES[language](format(paragraphs))}](${chart})\n\n` : ''
    const missing = put(project, paragraphs, picture + shortEngineTable(results, language))
    if (charted && missing.length === 0) writeFileSync(chart, chartOf(results, language))
    return [
      ...missing,
      ...put(own, paragraphs, engineTable(results, language)),
      ...(hasNetwork(results) ? put(project, `${paragraphs} network`, networkTable(results, language)) : []),
      ...(corpus ? put(own, 'corpus', corpusTable(results, language)) : []),
    ]
  })
}

function put(path: string, part: string | number, content: string): string[] {
  const written = withSection(readFileSync(path, 'utf8'), part, content)
  if (written === undefined) return [`${path} has no lines "${start(part)}" and "${end(part)}".`]
  writeFileSync(path, written)
  return []
}

/** @returns undefined if the markers are missing. */
export function withSection(readme: string, part: string | number, content: string): string | undefined {
  const from = readme.indexOf(start(part))
  const to = readme.indexOf(end(part), from)
  if (from < 0 || to < 0) return undefined
  return `${readme.slice(0, from + start(part).length)}\n\n${content}\n\n${readme.slice(to)}`
}
