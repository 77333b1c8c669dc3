import type { Options } from 'tsup'
import { bundledLicenses } from './scripts/bundled-licenses.js'
import { inlineLoads } from './scripts/inline-loads.js'

const common: Options = {
  format: 'esm',
  platform: 'neutral',
  target: 'node20',
  external: [/^node:/],
  // Development dependencies become part of the build: unified, zod and what they bring are some 200 small files, which
  // Node would read at every start.
  esbuildPlugins: [bundledLicenses('dist/THIRD-PARTY-LICENSES.txt')],
  removeNodeProtocol: false,
}

const entries: Options = {
  ...common,
  // A new entry is one line here and one under "exports" in package.json.
  entry: {
    index: 'src/index.ts',
    'open-index': 'src/open-index.ts',
    element: 'src/element/index.ts',
    'instantsearch/index': 'src/instantsearch/index.ts',
    'opensearch/index': 'src/opensearch/index.ts',
    'node/index': 'src/node/index.ts',
    'node/cli': 'src/node/cli.ts',
  },
  splitting: true,
  // Everything but what build:index and the other builds put there.
  clean: ['!corpus.*', '!worker.js', '!node/*-worker.js'],
  dts: {
    entry: {
      index: 'src/index.ts',
      'open-index': 'src/open-index.ts',
      element: 'src/element/index.ts',
      'instantsearch/index': 'src/instantsearch/index.ts',
      'opensearch/index': 'src/opensearch/index.ts',
      'node/index': 'src/node/index.ts',
    },
    // TypeScript 6 refuses the baseUrl that tsup sets.
    compilerOptions: { ignoreDeprecations: '6.0' },
  },
}

/** Whole in one file: bundlers copy it as it is, and a page needs one request for it. */
const worker: Options = {
  ...common,
  entry: { worker: 'src/worker/worker.ts' },
  esbuildPlugins: [...(common.esbuildPlugins ?? []), inlineLoads],
  splitting: false,
  // By 2 kB smaller than esbuild makes it.
  minify: 'terser',
}

/** What `start-worker.ts` starts in Node. They share no pieces with the entries, which would be cut smaller by it. */
const threads: Options = {
  ...common,
  entry: {
    'node/segmenting-worker': 'src/node/threads/segmenting-worker.ts',
    'node/pdf-worker': 'src/node/threads/pdf-worker.ts',
  },
  splitting: false,
}

const config: Options[] = [entries, worker, threads]

export default config
