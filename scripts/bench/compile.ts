import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'tsup'
import { build as buildWithVite } from 'vite'
import { distPath } from './engines/dafu.js'

export interface Compiled {
  /** What runs in the processes that are measured: plain JavaScript, so that no loader is measured with it. */
  child: string
  /** `openIndex` of `dafu/node` and all that it needs, in one file. */
  nodeBundle: string
  /** A folder with `openIndex` of `dafu` in `dafu.mjs`, and what that loads: minified, as a web page has it from Vite. */
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
  const entryOf = (library: string): string => {
    const entry = join(folder, `${library.replace('/', '-')}.entry.mjs`)
    writeFileSync(entry, `export { openIndex } from ${JSON.stringify(distPath(library))}\n`)
    return entry
  }
  const browserBundle = join(folder, 'browser')
  await build({
    ...common,
    entry: { child: 'scripts/bench/child.ts' },
    external: ['playwright-core', '@opensearch-project/opensearch'],
    outDir: folder,
    platform: 'node',
    splitting: true,
    removeNodeProtocol: false,
  })
  await build({
    ...common,
    entry: { 'node-bundle': entryOf('node/index.js') },
    outDir: folder,
    platform: 'node',
    splitting: false,
    minify: true,
    treeshake: 'smallest',
    noExternal: [/^(?!node:|nodejieba)/],
  })
  await buildWithVite({
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: browserBundle,
      emptyOutDir: true,
      rolldownOptions: {
        input: { dafu: entryOf('index.js') },
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
  return {
    child: join(folder, 'child.mjs'),
    nodeBundle: join(folder, 'node-bundle.mjs'),
    browserBundle,
  }
}
