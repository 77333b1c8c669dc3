import { readdirSync, readFileSync } from 'node:fs'
import { seeded } from '../../scripts/evaluate/random.js'

export type Format = 'markdown' | 'text' | 'html'

export interface MutatedDocument {
  text: string
  format: Format
}

/** In UTF-16 code units: of a document, and of what is copied within or between documents. */
const LONGEST = 30_000
const LONGEST_PART = 400
const MOST_CHANGES = 8
const MOST_COPIES = 60

/** What means something to a parser, of the genre or of markup. */
const TOKENS = [
  ...[
    '关于',
    '第45号',
    '提案的答复',
    '委员：',
    '代表：',
    '您提出的',
    '《',
    '》',
    '“',
    '”',
    '（',
    '）',
    '收悉，现答复如下：',
  ],
  ...[
    '一、',
    '（一）',
    '1.',
    '①',
    '一是',
    '第一，',
    '下一步',
    '。',
    '；',
    '2023年6月5日',
    '〔2023〕',
    '联系人：',
    '抄送：',
  ],
  ...[
    '000-1234567',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\ufffd',
    '\0',
    '\ud83d',
    '- 2 -',
    '**',
    '# ',
  ],
  ...[
    '|',
    '|---|',
    '```',
    '- ',
    '> ',
    '[',
    '](',
    '\\',
    '<p>',
    '</p>',
    '<table><tr><td>',
    '</table>',
    '<br>',
    '<b>',
    '<!--',
  ],
  ...['-->', '<script>', '<style>', '<title>', '&nbsp;', '&#x', '<', '>', '關於', '答覆', '鍏充簬'],
]

const FORMATS: Readonly<Record<string, Format>> = { md: 'markdown', txt: 'text', html: 'html' }

/** The letters of the fixtures, which documents are made from. */
export function readOriginals(): MutatedDocument[] {
  const folder = new URL('../fixtures/replies/', import.meta.url)
  return readdirSync(folder)
    .sort()
    .flatMap((name) => readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`))
    .flatMap((path) => {
      const format = FORMATS[path.slice(path.lastIndexOf('.') + 1)]
      return format ? [{ text: readFileSync(new URL(path, folder), 'utf8').slice(0, LONGEST), format }] : []
    })
}

/** The document of a number: a letter of the fixtures after up to eight changes. */
export function mutatedDocument(seed: number, originals: readonly MutatedDocument[]): MutatedDocument {
  const random = seeded(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)]!
  const part = (text: string): [start: number, end: number] => {
    const start = below(text.length + 1)
    return [start, Math.min(start + below(LONGEST_PART), text.length)]
  }

  const changes: readonly ((text: string) => string)[] = [
    (text) => cut(text, ...part(text), ''),
    (text) => cut(text, ...part(text), pick(TOKENS)),
    (text) => insert(text, below(text.length + 1), pick(TOKENS)),
    (text) => insert(text, below(text.length + 1), pick(TOKENS).repeat(1 + below(MOST_COPIES))),
    (text) => insert(text, below(text.length + 1), text.slice(...part(text)).repeat(1 + below(MOST_COPIES))),
    (text) => insert(text, below(text.length + 1), other().slice(...part(other()))),
    (text) => text.slice(0, below(text.length + 1)),
    (text) => text.slice(below(text.length + 1)),
    (text) => text.replaceAll('\n', pick(['', ' ', '\r', '\n\n\n', '<br>'])),
    (text) => text.replaceAll(pick(TOKENS), pick(TOKENS)),
    (text) => {
      const lines = text.split('\n')
      const [a, b] = [below(lines.length), below(lines.length)]
      ;[lines[a], lines[b]] = [lines[b]!, lines[a]!]
      return lines.join('\n')
    },
    (text) => text + other(),
  ]
  function other(): string {
    return pick(originals).text
  }

  const { text, format } = pick(originals)
  let changed = text
  for (let left = 1 + below(MOST_CHANGES); left > 0; left--)
    changed = pick(changes)(changed).slice(0, LONGEST)
  return { text: changed, format: random() < 0.8 ? format : pick(Object.values(FORMATS)) }
}

function cut(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end)
}

function insert(text: string, at: number, what: string): string {
  return cut(text, at, at, what)
}
