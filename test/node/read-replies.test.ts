import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { InvalidReplyError } from '../../src/errors.js'
import { DocumentReadError } from '../../src/node/errors.js'
import { type ReadRepliesOptions, readReplies, readReply } from '../../src/node/read-replies.js'

const LETTER = 'corpus/2104071.md'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
})

afterAll(() => rm(folder, { recursive: true }))

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
      'a PDF',
      'letter.pdf',
      '%PDF-1.7',
      DocumentReadError,
      /letter\.pdf: \.pdf files are not read\. Save it as \.md/,
    ],
    [
      'a PDF by another name',
      'scan.md',
      new Uint8Array([...Buffer.from('%PDF-1.7\n'), 0xe2, 0xe3]),
      InvalidReplyError,
      /scan\.md: .*PDF/,
    ],
    ['a Word file', 'letter.docx', 'PK', DocumentReadError, /\.docx files are not read/],
    [
      'GB18030',
      'gb.txt',
      new Uint8Array([0xb9, 0xd8, 0xd3, 0xda]),
      DocumentReadError,
      /gb\.txt: .*not UTF-8.*iconv/,
    ],
    [
      'UTF-16',
      'wide.txt',
      new Uint8Array([0xff, 0xfe, 0x73, 0x51]),
      DocumentReadError,
      /wide\.txt: .*UTF-16/,
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
      message: expect.stringMatching(/2025.1\.md: .*2024.1\.md has the same name/),
    })
  })

  it('is passed over and reported where onError is given', async () => {
    const own = await files({ 'a.md': '', 'b.pdf': '' })
    await cp(LETTER, join(own, 'c.md'))
    const failed: string[] = []
    expect(await idsOf(own, { onError: (_, path) => failed.push(path) })).toEqual(['c'])
    expect(failed).toEqual([join(own, 'a.md'), join(own, 'b.pdf')])
  })
})
