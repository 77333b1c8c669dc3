import { IndexFormatError } from '../../errors.js'
import { type Paragraph, paragraphsOf, type Reply } from '../../reply/reply.js'
import type { StoredDocument, StoredReply } from './documents.js'
import { documentId } from './ids.js'
import type { KeptDocuments } from './kept-documents.js'

/** A whole reply, put together from its documents. @throws IndexFormatError if one of its paragraphs is missing. */
export async function storedReply(
  kept: Pick<KeptDocuments, 'get'>,
  id: string,
  signal?: AbortSignal,
): Promise<Reply | undefined> {
  const [stored] = await kept.get<StoredReply>([documentId('reply', id)], signal)
  if (!stored) return undefined
  const paragraphs = paragraphsOf(stored.reply).map(({ paragraph }) => paragraph)
  const documents = await kept.get<StoredDocument>(
    paragraphs.map((paragraph) => documentId('paragraph', paragraph.id)),
    signal,
  )
  paragraphs.forEach((paragraph, i) => {
    const document = documents[i]
    if (!document) {
      throw new IndexFormatError(
        `The index lacks the paragraph ${paragraph.id} of ${id}. Push the replies again.`,
      )
    }
    paragraph.text = document.paragraph.text
  })
  return stored.reply
}

export async function storedParagraph(
  kept: Pick<KeptDocuments, 'get'>,
  id: string,
  signal?: AbortSignal,
): Promise<StoredDocument | undefined> {
  const [stored] = await kept.get<StoredDocument>([documentId('paragraph', id)], signal)
  return stored
}

export async function paragraphById(
  kept: Pick<KeptDocuments, 'get'>,
  id: string,
): Promise<Paragraph | undefined> {
  return (await storedParagraph(kept, id))?.paragraph
}
