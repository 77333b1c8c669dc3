import type { Options } from 'tsup'
import { bundledLicenses } from './scripts/bundled-licenses.js'
import { hanRanges } from './scripts/han-ranges.js'
import { gatherLoads, inlineLoads } from './scripts/loads-on-use.js'
import { partsOfDafu, relativeToDist } from './scripts/parts-of-dafu.js'
import { templateWhitespace } from './scripts/template-whitespace.js'

const common: Options = {
  format: 'esm',
  platform: 'neutral',
  target: 'node20',
  external: [/^node:/],
  // Development dependencies become part of the build: unified, zod and what they bring are some 200 small files, which
  // Node would read at every start.
  esbuildPlugins: [bundledLicenses('dist/THIRD-PARTY-LICENSES.txt')],
  removeNodeProtocol: false,
  // A third of the bytes of tables of characters, which escapes would double.
  esbuildOptions(options) {
    options.charset = 'utf8'
  },
}

/** By a twentieth smaller than esbuild alone makes it. */
const minified: Options = {
  minify: 'terser',
  terserOptions: { compress: { passes: 3 } },
  esbuildOptions(options, context) {
    common.esbuildOptions?.(options, context)
    options.minifySyntax = true
  },
}

/** What is seldom asked for, where it is loaded from: one file. */
const loadedOnRequest: readonly string[] = [
  'query/read/read-query',
  'query/read/read-text',
  'search/answer',
  'search/order/order-hits',
  'search/reply-search',
]
/**
 * What few words need, such as numbers and unknown ones. A page's first question should not fetch the one for the other;
 * Node opens one file sooner than two.
 */
const loadedForWords: readonly string[] = ['query/meant/on-demand', 'query/plan']

const entries: Options = {
  ...common,
  esbuildPlugins: [
    ...(common.esbuildPlugins ?? []),
    hanRanges(/[\\/]src[\\/]reply[\\/].*\.ts$/),
    partsOfDafu({ errors: 'dist/errors.js' }),
    gatherLoads('rare-query', loadedOnRequest),
  ],
  plugins: [relativeToDist()],
  // A new entry is one line here and one under "exports" in package.json.
  entry: {
    index: 'src/index.ts',
    'instantsearch/index': 'src/instantsearch/index.ts',
    'opensearch/index': 'src/opensearch/index.ts',
    // What the builds for Node take from here.
    parse: 'src/reply/parse.ts',
    'parse-plain': 'src/reply/parse-plain.ts',
    readings: 'src/text/readings.ts',
  },
  splitting: true,
  // Everything but what build:index and the other builds put there.
  clean: [
    '!corpus.*',
    '!errors.js',
    '!open-index.js',
    '!element.js',
    '!page-*',
    '!worker.js',
    '!node/**',
    '!cli/**',
  ],
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

/** Whole: cut into pieces with the entries, a page would load three files for it, one after the other. */
const errors: Options = { ...common, entry: { errors: 'src/errors.ts' }, splitting: false }

/** Classes that `instanceof` knows from whichever entry, and what is too large to be shipped twice. */
const shared: Readonly<Record<string, string>> = {
  errors: '../errors.js',
  'reply/parse': '../parse.js',
  'reply/parse-plain': '../parse-plain.js',
  'text/readings': '../readings.js',
}

/**
 * What pages without a bundler load as it stands: minified, and on its own, for an entry that is cut into pieces with the
 * others has three times as many files to fetch.
 */
const pages: Options = {
  ...common,
  entry: { 'open-index': 'src/open-index.ts', element: 'src/element/index.ts' },
  esbuildPlugins: [
    ...(common.esbuildPlugins ?? []),
    partsOfDafu({ errors: './errors.js' }),
    templateWhitespace(/[\\/]src[\\/]element[\\/].*\.ts$/),
    gatherLoads('rare-query', loadedOnRequest),
  ],
  ...minified,
  esbuildOptions(options, context) {
    minified.esbuildOptions?.(options, context)
    options.chunkNames = 'page-[name]-[hash]'
  },
  splitting: true,
  // Its own pieces, whose names change, and nothing else.
  clean: ['!**/!(page-*)'],
}

/**
 * On its own, for an entry that is cut into pieces with the others has ten times as many files to open, which takes as
 * long as a search. For the same reason what is loaded on use are few files, each for what is used together: one that
 * needed more modules of Node or of other packages would load them for all.
 */
const node: Options = {
  ...common,
  entry: { index: 'src/node/index.ts' },
  outDir: 'dist/node',
  esbuildPlugins: [
    ...(common.esbuildPlugins ?? []),
    partsOfDafu(shared),
    gatherLoads('rare-query', [...loadedForWords, ...loadedOnRequest]),
    gatherLoads('writing', ['node/build', 'postings/minisearch-view', 'search/reply-index']),
    gatherLoads('documents', ['node/files/read-document']),
  ],
  splitting: true,
  clean: ['!*-worker.js'],
}

/** The command, a program over `dafu/node`. */
const cli: Options = {
  ...common,
  entry: { index: 'src/node/cli.ts' },
  outDir: 'dist/cli',
  esbuildPlugins: [
    ...(common.esbuildPlugins ?? []),
    partsOfDafu({
      ...shared,
      'node/build': '../node/index.js',
      'node/files/read-document': '../node/index.js',
      'node/open-index': '../node/index.js',
      'node/read-replies': '../node/index.js',
      'node/words/jieba': '../node/index.js',
    }),
  ],
  splitting: true,
  clean: true,
}

/** Whole in one file: bundlers copy it as it is, and a page needs one request for it. */
const worker: Options = {
  ...common,
  entry: { worker: 'src/worker/worker.ts' },
  esbuildPlugins: [...(common.esbuildPlugins ?? []), inlineLoads(/[\\/]src[\\/].*\.ts$/)],
  ...minified,
  splitting: false,
}

/** What `start-worker.ts` starts in Node. They share no pieces with the entries, which would be cut smaller by it. */
const threads: Options = {
  ...common,
  entry: {
    'node/segmenting-worker': 'src/node/threads/segmenting-worker.ts',
    'node/writing-worker': 'src/node/threads/writing-worker.ts',
    'node/pdf-worker': 'src/node/threads/pdf-worker.ts',
  },
  splitting: false,
}

const config: Options[] = [entries, errors, pages, node, cli, worker, threads]

export default config
