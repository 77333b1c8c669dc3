import type { Engine, EngineName } from './engine.js'

/** Loads an engine alone: what the others need is not measured with it. */
export async function loadEngine(name: EngineName): Promise<Engine> {
  switch (name) {
    case 'dafu':
      return (await import('./dafu.js')).dafu
    case 'opensearch':
      return (await import('./opensearch.js')).dafuOnOpenSearch
    case 'minisearch':
      return (await import('./minisearch.js')).miniSearchWithJieba
    case 'sqlite':
      return (await import('./sqlite.js')).sqliteWithJieba
    case 'pagefind':
      return (await import('./pagefind.js')).pagefind
  }
}
