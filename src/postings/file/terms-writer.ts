import { FIELDS, type Field, type IndexContent, VOCABULARIES } from '../posting-store.js'
import type { VocabularyBuilder } from '../vocabulary.js'
import { MAX_TERM } from './codec/terms.js'
import { each } from './each.js'
import { type FieldNeeds, FieldWriter, moveList, type WrittenField } from './field-writer.js'
import type { LexiconWriter } from './lexicon-writer.js'
import { ListWriter, type TermCode } from './list-writer.js'
import type { PostingStream } from './posting-stream.js'
import type { SectionsWriter } from './sections-writer.js'

/** Begins to write fields elsewhere, as in another thread; those that it does not return are written here. */
export type WriteElsewhere = (needs: FieldNeeds) => ReadonlyMap<Field, Promise<WrittenField>>

/** Where terms go. */
export interface TermTarget {
  readonly file: SectionsWriter
  readonly stream: PostingStream
  readonly lexicon: LexiconWriter
  readonly code: TermCode
}

/** @param visit Is told the words. */
export async function writePostings(
  content: IndexContent,
  elsewhere: ReadonlyMap<Field, Promise<WrittenField>>,
  target: TermTarget,
  visit: (word: string, documentFrequency: number) => void,
): Promise<void> {
  const { file, stream } = target
  file.begin('postings')
  for (const field of FIELDS) {
    const written = await elsewhere.get(field)
    if (written) await appendField(written, target)
    else await writeField(field, content, target, field === 'words' ? visit : undefined)
  }
  file.add(stream.rest())
  file.end()
}

async function writeField(
  field: Field,
  content: IndexContent,
  { file, stream, lexicon, code }: TermTarget,
  visit?: (term: string, documentFrequency: number) => void,
): Promise<void> {
  const writer = new FieldWriter(field, stream, code)
  await each(content.terms(field), (found) => {
    writer.add(found)
    visit?.(found.term, found.postings.paragraphs.length)
    const bytes = stream.take()
    if (!bytes) return undefined
    file.add(bytes)
    return file.flush()
  })
  lexicon.add(writer.finish())
}

/** Takes over what was written elsewhere. */
async function appendField(
  { list, bits, postings }: WrittenField,
  { file, stream, lexicon }: TermTarget,
): Promise<void> {
  moveList(list, stream.position)
  lexicon.add(list)
  let left = bits
  for (const piece of postings()) {
    stream.append(piece, Math.min(left, piece.length * 8))
    left -= piece.length * 8
    for (let bytes = stream.take(); bytes; bytes = stream.take()) file.add(bytes)
    await file.flush()
  }
}

/** Completes the lexicon, of which the fields are there. */
export async function writeLexicon(
  ids: readonly string[],
  vocabulary: VocabularyBuilder,
  { file, lexicon, code }: TermTarget,
): Promise<void> {
  const idList = new ListWriter('ids', code)
  ids.forEach((id, ordinal) => {
    idList.add(id, 1, ordinal)
  })
  lexicon.add(idList.finish())
  const vocabularies = vocabulary.compile()
  for (const name of VOCABULARIES) {
    const list = new ListWriter(name, code)
    for (const [term, documentFrequency] of vocabularies[name]) {
      if (term.length <= MAX_TERM) list.add(term, documentFrequency, 0)
    }
    lexicon.add(list.finish())
  }
  file.begin('lexicon')
  for (const nodes of lexicon.pieces()) {
    file.add(nodes)
    await file.flush()
  }
  file.end()
}
