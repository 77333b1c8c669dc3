import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReply } from '../../src/reply/parse.js'
import type { Reply, Section } from '../../src/reply/reply.js'
import { DOCUMENTS, type ExpectedSection, generatedLetter } from '../helpers/generated-letters.js'

const RUNS = Number(process.env.RUNS ?? 150)

/** What the generator says of a section; it does not say where ids and kinds come from. */
function outline({ role, marker, title, paragraphs, sections }: Section): ExpectedSection {
  return {
    ...(role !== undefined && { role }),
    ...(marker !== undefined && { marker }),
    ...(title !== undefined && { title }),
    paragraphs: paragraphs.map(({ text, lead }) => ({ text, ...(lead !== undefined && { lead }) })),
    sections: sections.map(outline),
  }
}

const FIELDS = [
  'proposals',
  'documentNumber',
  'issuer',
  'recipients',
  'category',
  'disclosure',
  'date',
  'signatory',
  'leaders',
  'contacts',
  'copies',
] as const

function fieldsOf(reply: Partial<Reply>): Partial<Reply> {
  return Object.fromEntries(
    FIELDS.flatMap((name) => (reply[name] === undefined ? [] : [[name, reply[name]]])),
  )
}

test.each(Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[])(
  'gives back what a letter was generated from, as %s',
  (format) => {
    fc.assert(
      fc.property(generatedLetter, ({ lines, expected }) => {
        const reply = parseReply(DOCUMENTS[format](lines), { format, id: 'x' })
        const { sections, ...fields } = expected
        expect(fieldsOf(reply)).toEqual(fields)
        expect(reply.sections.map(outline)).toEqual(sections)
      }),
      { numRuns: RUNS },
    )
  },
)
