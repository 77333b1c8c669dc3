import { readFile } from 'node:fs/promises'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/**
 * For a build in one file, where nothing is left to be loaded later: esbuild would wrap each module that is imported
 * when it is needed, and all that it imports, which takes 1.5 kB of the worker.
 */
export const atOnce: Plugin = {
  name: 'at-once',
  setup(build) {
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const imports: string[] = []
      const code = (await readFile(path, 'utf8')).replace(
        /(?<!typeof )import\((?<from>'\.[^']*')\)/g,
        (_, from: string) => {
          const name = `later${imports.length}`
          imports.push(`import * as ${name} from ${from}\n`)
          return `Promise.resolve(${name})`
        },
      )
      return { contents: imports.join('') + code, loader: 'ts' }
    })
  },
}
