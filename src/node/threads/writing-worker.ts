import { parentPort, workerData } from 'node:worker_threads'
import { mergeLists } from '../../postings/bulk/merge-lists.js'
import { runCursors } from '../../postings/bulk/run.js'
import { FieldWriter } from '../../postings/file/field-writer.js'
import { termCode } from '../../postings/file/list-writer.js'
import { PostingStream } from '../../postings/file/posting-stream.js'
import { OpenScratch } from '../files/scratch-file.js'
import type { FieldInScratch, WriterAnswer, WritingTask } from './writing-thread.js'

// The entry of a worker thread: it writes fields whose lists are in a scratch file into the same file, and ends.

const { fields, needs, spilled, memory, place } = workerData as WritingTask
const scratch = new OpenScratch(place)
const code = termCode(needs.units)
try {
  for (const field of fields) {
    const written = write(field)
    answer({ field, written }, new Set(written.list.nodes.map(({ buffer }) => buffer as ArrayBuffer)))
  }
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException
  answer({ failure: { message, code } })
}

function write(field: WritingTask['fields'][number]): FieldInScratch {
  const stream = new PostingStream(needs.lengths)
  const writer = new FieldWriter(field, stream, code)
  const start = scratch.place.size
  for (const found of mergeLists(runCursors(spilled.runs[field], scratch, memory), spilled.ordinals)) {
    writer.add(found)
    const bytes = stream.take()
    if (bytes) scratch.append(bytes)
  }
  scratch.append(stream.rest())
  return { list: writer.finish(), bits: stream.position, start }
}

function answer(message: WriterAnswer, moved: Iterable<ArrayBuffer> = []): void {
  parentPort?.postMessage(message, [...moved])
}
