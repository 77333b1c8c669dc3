import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InvalidReplyError } from '../../src/errors.js'
import { DocumentReadError } from '../../src/node/errors.js'
import { type ReadRepliesOptions, readReplies, readReply } from '../../src/node/read-replies.js'

const LETTER = 'corpus/2104071.md'
/** A letter to 张三, in GB18030. */
const GB =
  'b9d8d3dacad0d5fed0adcaaebdeccbc4b4cebbe1d2e9b5da3132bac5cce1b0b8b5c4b4f0b8b40a0ad5c5c8fdceafd4b1a3ba0a0ac4facce1b3f6b5c4cce1b0b8cad5cfa4a3accfd6b4f0b8b4c8e7cfc2a3ba0a0ad2d1beadb0ecbac3a1a30a'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function one<Value>(values: AsyncIterable<Value>): Promise<Value | undefined> {
  for await (const value of values) return value
  return undefined
}

async function idsOf(paths: string | string[], options?: ReadRepliesOptions): Promise<string[]> {
  const ids: string[] = []
  for await (const reply of readReplies(paths, options)) ids.push(reply.id)
  return ids
}

async function failure(path: string): Promise<unknown> {
  return idsOf(path).catch((error: unknown) => error)
}

/** Files of one test, by name, in a folder of their own. */
async function files(contents: Record<string, string | Uint8Array>): Promise<string> {
  const own = await mkdtemp(join(folder, 'case-'))
  for (const [name, content] of Object.entries(contents)) await writeFile(join(own, name), content)
  return own
}

describe('readReplies', () => {
  it('reads a file, whose stem is the id and whose path the source', async () => {
    for await (const reply of readReplies(LETTER)) {
      expect(reply).toMatchObject({ id: '2104071', source: LETTER, documentNumber: '株科办〔2025〕33号' })
    }
  })

  it('reads a folder, all the way down and in order, without READMEs and hidden files', async () => {
    const own = await files({ 'README.md': '# Letters', 'notes.css': '', '.hidden.md': '' })
    await mkdir(join(own, '2025'))
    await cp(LETTER, join(own, 'b.md'))
    await cp(LETTER, join(own, '2025', 'c.markdown'))
    await cp(LETTER, join(own, 'a.MD'))
    expect(await idsOf(own)).toEqual(['c', 'a', 'b'])
  })

  it('reads a glob and several paths, each file once', async () => {
    expect(await idsOf(['corpus/*71.md', 'corpus', LETTER])).toEqual(['2104071', '2104106'])
  })

  it('reads text and web pages', async () => {
    const own = await files({
      'plain.txt':
        '关于市政协十届四次会议第12号提案的答复\n\n张三委员：\n\n您提出的提案收悉，现答复如下：\n\n已经办好。\n\n株洲市科学技术局\n2025年7月3日\n',
      'page.html':
        '<meta charset="utf-8"><p>关于市政协十届四次会议第13号提案的答复</p><p>张三委员：</p><p>您提出的提案收悉，现答复如下：</p><p>已经办好。</p>',
    })
    expect(await idsOf(own)).toEqual(['page', 'plain'])
  })

  it('reads files in GB18030 and UTF-16', async () => {
    const letter = await readFile(LETTER, 'utf8')
    const gb = Buffer.from(GB, 'hex')
    const own = await files({ 'gb.txt': gb, 'wide.md': Buffer.from(`\ufeff${letter}`, 'utf16le') })
    expect((await readReply(join(own, 'gb.txt'))).recipients).toEqual(['张三'])
    expect((await readReply(join(own, 'wide.md'))).documentNumber).toBe('株科办〔2025〕33号')
  })

  it('reads what was copied from a PDF file, with radicals in place of characters', async () => {
    const letter =
      '关于县政协十届三次会议第45号提案的答复\n沈⼀禾委员：\n您提出的《关于修渠的提案》收悉，现答复如下：\n⼀、⼯作情况\n已修好。\n⻘禾县⽔利局\n2025\uf98e6⽉4⽇\n'
    expect(await one(readReplies(await files({ 'a.txt': letter })))).toMatchObject({
      recipients: ['沈一禾'],
      issuer: '青禾县水利局',
      date: '2025-06-04',
    })
  })

  it('hides telephone numbers where it is asked to', async () => {
    const own = await files({
      'a.txt':
        '关于县政协十届三次会议第12号提案的答复\n\n张三委员：\n\n您提出的提案收悉，现答复如下：\n\n请拨打13800138000。\n\n青禾县水利局\n2025年7月3日\n（联系人：鲁木槿，电话：0731-28687667）\n',
    })
    const [shown, phone, both] = await Promise.all(
      [[], ['phone'] as const, ['phone', 'landline'] as const].map((redact) =>
        one(readReplies(own, { redact })),
      ),
    )
    expect([shown, phone, both].map((reply) => reply?.contacts[0]?.phone)).toEqual([
      '0731-28687667',
      '0731-28687667',
      '****-********',
    ])
    expect(JSON.stringify(shown)).toContain('13800138000')
    expect(JSON.stringify([phone, both])).not.toContain('13800138000')
  })

  it('refuses to hide what it does not know', async () => {
    const options = { redact: ['phones'] } as unknown as ReadRepliesOptions
    await expect(idsOf(LETTER, options)).rejects.toThrow(
      'redact: expected an array of phone, landline, got "phones".',
    )
  })

  it('skips a byte order mark', async () => {
    const own = await files({ 'marked.md': `\ufeff${await readFile(LETTER, 'utf8')}` })
    const [marked, plain] = [await readReply(join(own, 'marked.md')), await readReply(LETTER)]
    expect(marked.issuer).toBe(plain.issuer)
    expect(marked.category).toBe(plain.category)
    expect(marked.sections.length).toBe(plain.sections.length)
  })
})

describe('a document that cannot be read', () => {
  it.each<
    [
      what: string,
      name: string,
      content: string | Uint8Array,
      type: new (...args: never[]) => Error,
      message: RegExp,
    ]
  >([
    ['an empty file', 'empty.md', '', InvalidReplyError, /empty\.md: The document is empty/],
    ['another text', 'news.md', '# 今日新闻\n\n天气晴。', InvalidReplyError, /news\.md: .*reply/i],
    [
      'a damaged PDF file',
      'letter.pdf',
      '%PDF-1.7',
      DocumentReadError,
      /letter\.pdf: .*cannot be read as PDF/,
    ],
    [
      'a PDF by another name',
      'scan.md',
      new Uint8Array([...Buffer.from('%PDF-1.7\n'), 0xe2, 0xe3]),
      InvalidReplyError,
      /scan\.md: .*PDF/,
    ],
    [
      'a damaged Word file',
      'letter.docx',
      'PK',
      DocumentReadError,
      /letter\.docx: the file cannot be read as a Word document/,
    ],
    [
      'a file of WPS',
      'letter.wps',
      '',
      DocumentReadError,
      /letter\.wps: \.wps files are not read\. Save it as \.md/,
    ],
    ['no extension', 'letter', '', DocumentReadError, /without an extension/],
  ])('is named with the reason: %s', async (_, name, content, type, message) => {
    const own = await files({ [name]: content })
    const error = await failure(join(own, name))
    expect(error).toBeInstanceOf(type)
    expect((error as Error).message).toMatch(message)
    expect((error as Error).message).not.toContain('\n')
  })

  it('is refused where it is one line of 50 MB', async () => {
    const own = await files({ 'long.txt': '答'.repeat(50_000_000 / 3) })
    expect(await failure(join(own, 'long.txt'))).toMatchObject({ message: expect.stringMatching(/at most/) })
  })

  it('is named where there is none', async () => {
    expect(await failure('absent/letter.md')).toMatchObject({
      name: 'DocumentReadError',
      message: 'absent/letter.md: no such file or folder.',
    })
    expect(await failure('absent/*.md')).toMatchObject({
      message: expect.stringMatching(/no documents there/),
    })
    expect(await failure(await files({}))).toMatchObject({
      message: expect.stringMatching(/no documents there/),
    })
  })

  it('is refused where an earlier one has the same name', async () => {
    const own = await files({})
    for (const year of ['2024', '2025']) {
      await mkdir(join(own, year))
      await cp(LETTER, join(own, year, '1.md'))
    }
    expect(await failure(own)).toMatchObject({
      name: 'InvalidReplyError',
      message: expect.stringMatching(/2025.1\.md: .*2024.1\.md has the same id, 1\./),
    })
  })

  it('is told from one of the same name by an id of its path', async () => {
    const own = await files({})
    for (const year of ['2024', '2025']) {
      await mkdir(join(own, year))
      await cp(LETTER, join(own, year, '1.md'))
    }
    const idOf = (path: string): string => path.slice(own.length + 1).replaceAll('\\', '/')
    expect(await idsOf(own, { idOf })).toEqual(['2024/1.md', '2025/1.md'])
  })

  it('is passed over and reported where onError is given', async () => {
    const own = await files({ 'a.md': '', 'b.doc': '' })
    await cp(LETTER, join(own, 'c.md'))
    const failed: string[] = []
    expect(await idsOf(own, { onError: (_, path) => failed.push(path) })).toEqual(['c'])
    expect(failed).toEqual([join(own, 'a.md'), join(own, 'b.doc')])
  })

  it('is reported where a link to it, or to its folder, leads nowhere', async () => {
    const own = await files({ 'README.md': '' })
    await mkdir(join(own, '2025'))
    await cp(LETTER, join(own, '2025', 'c.md'))
    await symlink(join(own, '2025', 'c.md'), join(own, 'd.md'))
    for (const name of ['2025/gone.md', 'gone', 'gone.css', '.gone.md']) {
      await symlink(join(own, 'absent'), join(own, name))
    }
    const failed: string[] = []
    const onError = ({ message }: Error): number => failed.push(message)
    expect(await idsOf(own, { onError })).toEqual(['c', 'd'])
    expect(failed.sort()).toEqual(
      [join(own, '2025', 'gone.md'), join(own, 'gone')].map(
        (path) => `${path}: a link to what is not there.`,
      ),
    )
    expect(await failure(own)).toMatchObject({ name: 'DocumentReadError' })
  })
})

describe('a PDF file of which pages are scanned', () => {
  it('is read as far as it has text, with a note of the pages that have none', async () => {
    const reply = await readReply('test/fixtures/documents/half-scanned.pdf')
    expect(reply.recipients).toEqual(['沈一禾'])
    expect(reply.notes?.[0]).toMatchObject({
      kind: 'unread pages',
      message: expect.stringContaining('not read: 2.'),
    })
  })
})
