import { hostSite, type Site } from './host.js'

/**
 * The pages as any static host would serve them, with what is built.
 * @param port 0 for any.
 */
export function hostDemo(index = 'dist/corpus.dafu', port = 0): Promise<Site> {
  return hostSite({
    port,
    folders: {
      '/dafu/': 'dist',
      '/instantsearch.js/': 'node_modules/instantsearch.js/dist',
      '/': 'scripts/demo/pages',
    },
    paths: { '/corpus.dafu': index },
  })
}
