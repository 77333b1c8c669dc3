export * from '../common.js'
export type { Redaction } from '../reply/redact.js'
export { buildIndex, buildIndexFile, mergeIndexFiles, updateIndexFile } from './build.js'
export type { BuildOptions, FileOptions, MergeOptions, UpdateOptions } from './build-options.js'
export {
  DocumentReadError,
  IndexMismatchError,
  IndexWriteError,
  MissingPackageError,
  ScannedDocumentError,
} from './errors.js'
export { fileSource } from './files/file-source.js'
export { type ReadDocument, readDocument } from './files/read-document.js'
export { openCorpus, openIndex } from './open-index.js'
export { parseReply } from './parse-reply.js'
export { type ReadRepliesOptions, readReplies } from './read-replies.js'
export { type JiebaOptions, jieba } from './words/jieba.js'
