import type { Options } from 'tsup'

const config: Options = {
  // A new entry is one line here and one under "exports" in package.json.
  entry: {
    index: 'src/index.ts',
    'instantsearch/index': 'src/instantsearch/index.ts',
    'node/index': 'src/node/index.ts',
    'node/cli': 'src/node/cli.ts',
    // No entry to import: what `build-workers.ts` starts.
    'node/build-worker': 'src/node/build-worker.ts',
  },
  format: 'esm',
  platform: 'neutral',
  target: 'node20',
  external: [/^node:/],
  // Of zod/mini a search needs a tenth; left outside, Node would read all of its files at every start.
  noExternal: [/^zod/],
  removeNodeProtocol: false,
  splitting: true,
  // Everything but what build:index puts there.
  clean: ['!corpus.*'],
  dts: {
    entry: {
      index: 'src/index.ts',
      'instantsearch/index': 'src/instantsearch/index.ts',
      'node/index': 'src/node/index.ts',
    },
    // TypeScript 6 refuses the baseUrl that tsup sets.
    compilerOptions: { ignoreDeprecations: '6.0' },
  },
}

export default config
