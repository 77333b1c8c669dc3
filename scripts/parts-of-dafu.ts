import { dirname, relative, resolve } from 'node:path'
import type { Options } from 'tsup'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]
type OutputPlugin = NonNullable<Options['plugins']>[number]

/**
 * Has a build import modules of `src` from files that another build makes.
 *
 * @param files For each module, without its extension, the path of its file as it is imported.
 */
export function partsOfDafu(files: Readonly<Record<string, string>>): Plugin {
  const fileOf = new Map(
    Object.entries(files).map(([module, file]) => [resolve('src', `${module}.js`), file]),
  )
  return {
    name: 'parts-of-dafu',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = fileOf.get(resolve(resolveDir, path))
        return file === undefined ? undefined : { path: file, external: true }
      })
    },
  }
}

/** Makes imports of `dist/…` relative to the file that they stand in, for a build that writes into several folders. */
export function relativeToDist(): OutputPlugin {
  return {
    name: 'relative-to-dist',
    renderChunk(code, { path }) {
      const up = relative(dirname(path), resolve('dist')) || '.'
      return { code: code.replaceAll('from "dist/', `from "${up}/`) }
    },
  }
}
