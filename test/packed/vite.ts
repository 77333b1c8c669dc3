import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { type Consumer, createConsumer, type Files, installed } from './consumer.js'

/** As strict as a compiler can be with the declarations of others. */
const TSCONFIG = JSON.stringify({
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    // What InstantSearch's widget for maps names without bringing it along.
    types: ['google.maps'],
  },
  include: ['src'],
})

/** Compiles a project's types, and builds it with Vite into `dist`. */
export async function buildWithVite(files: Files): Promise<Consumer> {
  const consumer = await createConsumer({ 'tsconfig.json': TSCONFIG, ...files })
  await consumer.run('tsc')
  const log = await consumer.run('vite', 'build', '--sourcemap')
  expect(log).not.toContain('externalized for browser compatibility')
  return consumer
}

/**
 * No module of Node, and none of what reads letters and builds indexes: parsers, readings, dictionaries.
 *
 * @param folder Holds scripts and their source maps.
 */
export async function expectOnlyReader(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const sources = new Set<string>()
  for (const name of names.filter((name) => name.endsWith('.map'))) {
    for (const source of JSON.parse(await readFile(join(folder, name), 'utf8')).sources) sources.add(source)
  }
  const modules = [...sources].flatMap((source) => /.*\/node_modules\/(.*)/.exec(source)?.[1] ?? [])
  const { dependencies, peerDependencies } = JSON.parse(await readFile(installed('package.json'), 'utf8'))
  const libraries = Object.keys({ ...dependencies, ...peerDependencies })
  expect(libraries.length).toBeGreaterThan(3)
  expect(modules.filter((path) => libraries.some((name) => path.startsWith(`${name}/`)))).toEqual([])

  const own = modules.filter((path) => path.startsWith('dafu/dist/'))
  expect(own.length).toBeGreaterThan(3)
  const loadedByOpenIndex = (await readdir(installed('dist'))).filter((name) =>
    /^(client|open-source)-.*\.js$/.test(name),
  )
  const reader = await filesBehind(['index.js', ...loadedByOpenIndex, 'instantsearch/index.js'])
  expect(own.map((path) => path.slice('dafu/dist/'.length)).filter((path) => !reader.has(path))).toEqual([])

  for (const name of names.filter((name) => name.endsWith('.js'))) {
    expect(await readFile(join(folder, name), 'utf8'), name).not.toMatch(/["'`]node:|__vite-browser-external/)
  }
}

/** The entries, and the files of the installed package that they load, first or later; of the entry `dafu` alone, none. */
async function filesBehind(entries: readonly string[]): Promise<Set<string>> {
  const found = new Set(entries)
  for (const file of found) {
    if (file === 'index.js') continue
    const code = await readFile(installed(`dist/${file}`), 'utf8')
    const imports = code.matchAll(/^(?:.*\} from |import )"([^"]+)";$|\bimport\("([^"]+)"\)/gm)
    for (const [, first, later = ''] of imports) {
      const path = first ?? later
      expect(path, file).toMatch(/^\./)
      found.add(join(dirname(file), path))
    }
  }
  return found
}
