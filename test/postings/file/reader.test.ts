import { openFile } from '../../../src/postings/file/reader.js'
import { blobSource, bytesSource } from '../../../src/postings/file/source/byte-source.js'
import { writeIndexBytes } from '../../../src/postings/file/writer.js'
import { referenceOf } from '../reference.js'
import { testPostingStore } from '../test-posting-store.js'

testPostingStore('A file in memory', async (replies) =>
  openFile(bytesSource(await writeIndexBytes(referenceOf(replies)))),
)
testPostingStore('A blob', async (replies) =>
  openFile(blobSource(new Blob([(await writeIndexBytes(referenceOf(replies))) as Uint8Array<ArrayBuffer>]))),
)
