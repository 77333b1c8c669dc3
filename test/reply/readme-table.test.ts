import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paragraphsOf, type Section } from '../../src/reply/reply.js'
import { type FixtureLetter, fixtureLetters, isLetterAlone } from '../helpers/fixture-letters.js'

type Expected = FixtureLetter['expected']

// The READMEs count the fixture letters that print a field, all of which fixtures.test.ts wants read as they are.
// A plain letter is also read as Markdown and as a web page, and, by fixture-letters.test.ts of the readers, as a Word
// and as a PDF file. `UPDATE=1 npx vitest run test/reply/readme-table` writes it.

const FORMATS: ((letter: FixtureLetter) => boolean)[] = [
  ({ format }) => format !== 'html',
  ({ format }) => format === 'text',
  ({ format }) => format !== 'markdown',
  isLetterAlone,
  isLetterAlone,
]
const START = '<!-- fields -->\n'
const END = '<!-- /fields -->'

const sectionsOf = (reply: Expected): Section[] => [
  ...new Set([...paragraphsOf(reply)].flatMap(({ path }) => path)),
]
const FIELDS: [english: string, chinese: string, prints: (reply: Expected) => unknown][] = [
  ['recipients', '收件人', ({ recipients }) => recipients.length],
  ['session', '届次', ({ proposals }) => proposals[0]?.session],
  ['proposal number', '提案号', ({ proposals }) => proposals[0]?.number],
  ['proposal title', '提案标题', ({ proposals }) => proposals[0]?.title],
  ['several proposals', '一函答复多件', ({ proposals }) => proposals.length > 1],
  ['document number', '文号', ({ documentNumber }) => documentNumber],
  ['issuer', '发文机关', ({ issuer }) => issuer],
  ['category', '办理类别', ({ category }) => category],
  ['disclosure', '公开属性', ({ disclosure }) => disclosure],
  ['date', '日期', ({ date }) => date],
  ['signatory', '落款', ({ signatory }) => signatory],
  ['leaders', '签发人、负责人', ({ leaders }) => leaders.length],
  ['contacts', '联系人、电话', ({ contacts }) => contacts.length],
  ['copies', '抄送', ({ copies }) => copies.length],
  ['co-handlers', '会办单位', ({ coHandlers }) => coHandlers],
  ['page metadata', '网页元数据', ({ pageMetadata }) => pageMetadata],
  ['section headings', '各级标题', (reply) => sectionsOf(reply).some(({ title }) => title)],
  [
    'run-in headings',
    '段首标题',
    (reply) => [...paragraphsOf(reply)].some(({ paragraph }) => paragraph.lead),
  ],
]

function tableOf(head: string, column: 0 | 1): string {
  const rows = FIELDS.map((field) => {
    const printing = fixtureLetters.filter(({ expected }) => field[2](expected))
    const counts = FORMATS.map((isRead) => printing.filter(isRead).length)
    return `| ${field[column]} | ${counts.join(' | ')} |`
  })
  return `${head}\n|---${'|---:'.repeat(FORMATS.length)}|\n${rows.join('\n')}\n`
}

test.each([
  ['README.md', '| field | Markdown | text | HTML | DOCX | PDF |', 0],
  ['README.zh-CN.md', '| 字段 | Markdown | 纯文本 | HTML | DOCX | PDF |', 1],
] as const)('%s counts the letters that are read', (file, head, column) => {
  const readme = readFileSync(file, 'utf8')
  const [start, end] = [readme.indexOf(START) + START.length, readme.indexOf(END)]
  const table = `\n${tableOf(head, column)}\n`
  if (process.env.UPDATE) writeFileSync(file, readme.slice(0, start) + table + readme.slice(end))
  else expect(readme.slice(start, end)).toBe(table)
})
