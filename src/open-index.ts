// The entry `dafu/open-index`: what a page without a bundler loads to search, and no package from elsewhere.
export * from './errors.js'
export { type OpenOptions, openIndex } from './worker/open-index.js'
