import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A paragraph under its article's title. */
export interface Context {
  /** `p00001`: its place in the set. */
  id: string
  text: string
  title: string
}

/** A set of questions, each with the one paragraph that answers it. */
export interface QuestionSet {
  /** The file's name without `.json`. */
  name: string
  contexts: Context[]
  questions: { text: string; context: string }[]
}

interface SquadFile {
  data: { title?: string; paragraphs: { context: string; qas: { question: string }[] }[] }[]
}

/**
 * Reads every SQuAD-style JSON file of a folder, by name. Equal contexts are one paragraph.
 *
 * @throws Error if the folder has none, or one of its files is laid out otherwise.
 */
export function readSets(folder: string): QuestionSet[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (files.length === 0) throw new Error(`No .json file in ${folder}.`)
  return files.map((file) => readSet(join(folder, file), file.replace(/\.json$/, '')))
}

function readSet(path: string, name: string): QuestionSet {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as Partial<SquadFile>
  if (!Array.isArray(data)) throw new Error(`${path} is no SQuAD file: it has no list "data".`)
  const byText = new Map<string, Context>()
  const questions: QuestionSet['questions'] = []
  for (const { title = '', paragraphs } of data) {
    for (const { context: text, qas } of paragraphs) {
      let context = byText.get(text)
      if (!context) {
        context = { id: `p${String(byText.size + 1).padStart(5, '0')}`, text, title }
        byText.set(text, context)
      }
      for (const { question } of qas) questions.push({ text: question, context: context.id })
    }
  }
  return { name, contexts: [...byText.values()], questions }
}
