export * from './common.js'
export { parseReply } from './reply/parse.js'
export { buildIndex } from './search/build-index.js'
export { openIndex } from './worker/open-index.js'
