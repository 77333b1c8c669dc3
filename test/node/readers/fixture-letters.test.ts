import { describe, expect, test } from 'vitest'
import { readDocx } from '../../../src/node/readers/docx.js'
import { readPdf } from '../../../src/node/readers/pdf.js'
import { parseReply } from '../../../src/reply/parse.js'
import { type FixtureLetter, fixtureLetters, isLetterAlone } from '../../helpers/fixture-letters.js'
import { printedFile, wordFile, wordParagraph } from '../../helpers/office-files.js'

function readTree(html: string, id: string) {
  const { notes: _, provenance: __, ...tree } = parseReply(html, { id, format: 'html' })
  return tree
}

describe.each(fixtureLetters.filter(isLetterAlone).map((letter) => [letter.name, letter] as const))(
  'the letter %s becomes the expected tree',
  (id, { document, expected: { notes: _, ...tree } }: FixtureLetter) => {
    test('from a Word file', async () => {
      const paragraphs = document.split('\n').map((line) => wordParagraph(line))
      const html = await readDocx(wordFile(paragraphs.join('')), `${id}.docx`)
      expect(readTree(html, id)).toStrictEqual(tree)
    })

    test('from a PDF file', async () => {
      const { html } = await readPdf(printedFile(document), `${id}.pdf`)
      expect(readTree(html, id)).toStrictEqual(tree)
    })
  },
)
