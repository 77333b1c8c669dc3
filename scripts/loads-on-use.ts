import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

const LOAD = /(?<!typeof )import\('(\.[^']+)\.js'\)/g

/**
 * Makes of what sources load on use a part like any other. esbuild would wrap each such module in a function, or give it
 * a file of its own.
 *
 * @param sources Their paths.
 */
export function inlineLoads(sources: RegExp): Plugin {
  return {
    name: 'inline-loads',
    setup(build) {
      build.onLoad({ filter: sources }, ({ path }) => {
        const imports: string[] = []
        const source = readFileSync(path, 'utf8').replace(LOAD, (_, module: string) => {
          const name = `loaded${imports.length}`
          imports.push(`import * as ${name} from '${module}.js'\n`)
          return `Promise.resolve(${name})`
        })
        return { contents: imports.join('') + source, loader: 'ts' }
      })
    },
  }
}

/**
 * Has one file for all that sources load on use. Were each module a file of its own, what several of them share with the
 * rest would be one more file for every combination, and most of these are opened at once.
 *
 * @param name Of the file.
 * @param sources Modules of `src`, without their extension.
 */
export function gatherLoads(name: string, sources: readonly string[]): Plugin {
  const paths = sources.map((source) => resolve('src', `${source}.ts`))
  let modules: string[] = []
  let contents = new Map<string, string>()
  const nameOf = (path: string, module: string): string => {
    const loaded = resolve(dirname(path), module)
    if (!modules.includes(loaded)) modules.push(loaded)
    return `module${modules.indexOf(loaded)}`
  }
  const contentsOf = (path: string): string =>
    readFileSync(path, 'utf8').replace(
      LOAD,
      (_, module: string) => `import('${name}').then((all) => all.${nameOf(path, module)})`,
    )
  /** As a module is named in source text, on Windows too. */
  const specifierOf = (module: string): string => `./${relative('.', module).replaceAll(sep, '/')}.js`
  return {
    name: `gather-${name}`,
    setup(build) {
      // Anew for each build: sources may have changed since the last.
      build.onStart(() => {
        modules = []
        contents = new Map(paths.map((path) => [path, contentsOf(path)]))
      })
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const source = contents.get(path)
        return source === undefined ? undefined : { contents: source, loader: 'ts' }
      })
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }))
      build.onLoad({ filter: /./, namespace: name }, () => ({
        contents: modules
          .map((module, i) => `export * as module${i} from '${specifierOf(module)}'\n`)
          .join(''),
        resolveDir: resolve('.'),
        loader: 'ts',
      }))
    },
  }
}
