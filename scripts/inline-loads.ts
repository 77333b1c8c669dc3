import { readFileSync } from 'node:fs'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

const LOAD = /(?<!typeof )import\(('\.[^']+')\)/g

/**
 * Makes of what a source loads on use a part like any other. In one file nothing can be loaded later, and esbuild would
 * wrap each module in a function to keep up the appearance: a tenth of the worker.
 */
export const inlineLoads: Plugin = {
  name: 'inline-loads',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
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
