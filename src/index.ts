export * from './common.js'
export { parseReply } from './reply/parse.js'
