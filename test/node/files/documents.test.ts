import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readReply } from '../../../src/node/read-replies.js'
import { assertReply } from '../../../src/reply/schema.js'

const FOLDER = 'test/fixtures/documents'

/** Four letters, and the files that hold them as offices publish them. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  canal: [
    'word-plain.docx',
    'word-spaces.docx',
    'word-tracked.docx',
    'print-plain.pdf',
    'print-pages.pdf',
    'gb18030.txt',
    'utf16be.html',
  ],
  nursery: ['word-short.docx', 'print-short.pdf', 'gb2312-declared.html', 'utf16-unmarked.txt'],
  care: [
    'word-lists.docx',
    'word-bold.docx',
    'print-levels.pdf',
    'typeset.pdf',
    'gbk-windows.txt',
    'utf8-declared-gbk.html',
  ],
  homestay: [
    'word-requests.docx',
    'print-requests.pdf',
    'gbk-undeclared.html',
    'utf16le.txt',
    'utf8-marked.md',
  ],
}

describe.each(Object.entries(LETTERS))('the letter %s', (name, files) => {
  test.each(files)('is read from %s', async (file) => {
    const expected = JSON.parse(await readFile(`${FOLDER}/${name}.expected.json`, 'utf8'))
    const reply = await readReply(`${FOLDER}/${file}`)
    expect(reply).toMatchObject(expected)
    assertReply(reply)
  })
})
