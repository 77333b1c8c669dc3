import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'tsup'
import { distPath } from './engines/dafu.js'

export interface Compiled {
  /** What runs in the processes that are measured: plain JavaScript, so that no loader is measured with it. */
  child: string
  /** `openIndex` of `dafu/node` and all that it needs, in one file. */
  nodeBundle: string
  /** `openIndex` of `dafu`, minified, as a web page loads it. */
  browserBundle: string
}

export async function compile(folder: string): Promise<Compiled> {
  mkdirSync(folder, { recursive: true })
  const common = {
    config: false,
    format: 'esm',
    target: 'node20',
    silent: true,
    clean: false,
    outExtension: () => ({ js: '.mjs' }),
  } as const
  const bundle = async (name: string, library: string, platform: 'node' | 'browser'): Promise<void> => {
    const entry = join(folder, `${name}.entry.mjs`)
    writeFileSync(entry, `export { openIndex } from ${JSON.stringify(distPath(library))}\n`)
    await build({
      ...common,
      entry: { [name]: entry },
      outDir: folder,
      platform,
      splitting: false,
      minify: true,
      treeshake: 'smallest',
      noExternal: [/^(?!node:|nodejieba)/],
    })
  }
  await build({
    ...common,
    entry: { child: 'scripts/bench/child.ts' },
    external: ['playwright-core', '@opensearch-project/opensearch'],
    outDir: folder,
    platform: 'node',
    splitting: true,
    removeNodeProtocol: false,
  })
  await bundle('node-bundle', 'node/index.js', 'node')
  await bundle('browser-bundle', 'index.js', 'browser')
  return {
    child: join(folder, 'child.mjs'),
    nodeBundle: join(folder, 'node-bundle.mjs'),
    browserBundle: join(folder, 'browser-bundle.mjs'),
  }
}
