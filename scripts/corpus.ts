import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { glob } from 'tinyglobby'
import { buildFromPaths } from '../src/node/commands/build-from-paths.js'
import { findDocuments } from '../src/node/files/documents.js'
import { jieba } from '../src/node/words/jieba.js'

// Paths are those of the repository's root, where npm runs its scripts: what an index holds does not depend on where
// the repository lies.
export const CORPUS = 'corpus'
export const CORPUS_INDEX = 'dist/corpus.dafu'
/** Two SHA-256: of all that the index was built from, and of the index. */
const RECORD = 'dist/corpus.sha256'

/**
 * Builds the index of the corpus, unless it stands there already, built from the same letters by the same sources,
 * dependencies and segmenter.
 *
 * @returns The summary of the build, if there was one.
 */
export async function ensureCorpusIndex(): Promise<string | undefined> {
  const inputs = await hashOfInputs()
  if (`${inputs} ${await hashOf([CORPUS_INDEX])}` === (await readIfPresent(RECORD)).toString())
    return undefined
  await mkdir('dist', { recursive: true })
  const summary = await buildFromPaths([CORPUS], { output: CORPUS_INDEX })
  await writeFile(RECORD, `${inputs} ${await hashOf([CORPUS_INDEX])}`)
  return summary
}

async function hashOfInputs(): Promise<string> {
  const sources = await glob(['src/**/*.ts', 'package.json', 'package-lock.json'])
  const letters = await findDocuments([CORPUS])
  return hashOf([...letters.map(({ path }) => path), ...sources.sort()], jieba().fingerprint)
}

async function hashOf(paths: readonly string[], settings = ''): Promise<string> {
  const hash = createHash('sha256').update(settings)
  for (const path of paths) {
    const bytes = await readIfPresent(path)
    hash.update(`\0${path}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

async function readIfPresent(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
