import { readFileSync } from 'node:fs'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

const LOAD = /(?<!typeof )import\(('\.[^']+')\)/g

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
          imports.push(`import * as ${name} from ${module}\n`)
          return `Promise.resolve(${name})`
        })
        return { contents: imports.join('') + source, loader: 'ts' }
      })
    },
  }
}
