import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIndexFile } from '../../src/node/build.js'
import { readDocument } from '../../src/node/files/read-document.js'
import { printReading } from '../../src/node/print/print-reading.js'
import { readReplies } from '../../src/node/read-replies.js'
import { parseReply } from '../../src/reply/parse.js'
import type { Hit } from '../../src/search/hit.js'
import { converse, DAFU, dafu, type Run, run } from './run.js'

const CORPUS = resolve('corpus')

const PROMISES = `对市政协十届四次会议第0123号提案的答复

张三委员：

您提出的《关于老旧道路改造的提案》收悉。现答复如下：

一、工作情况

去年已完成三条道路改造。

二、下一步打算

将于2026年底前完成南湖道路改造。

将于2028年底前完成北湖道路改造。

示例市住房和城乡建设局

2025年6月3日
`

let folder: string
let index: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
  index = join(folder, 'corpus.dafu')
  await buildIndexFile(readReplies(CORPUS), index)
})

afterAll(() => rm(folder, { recursive: true }))

/** A failure is one line on stderr, without a stack, and nothing on stdout. */
function expectFailure({ code, stdout, stderr }: Run, exitCode: number, message: RegExp): void {
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stdout).toBe('')
  expect(code).toBe(exitCode)
}

describe.concurrent('dafu search', { timeout: 60_000 }, () => {
  it('prints ranked hits without colour where it writes to no terminal', async () => {
    const { code, stdout, stderr } = await dafu(['search', index, '先投后股'])
    expect(stdout).toMatch(
      /^ 1\. [\d.]+ {2}2104071 关于中小企业青年科技工作者成长成才平台建设的建议\n {4}.*当前工作情况\n/,
    )
    expect(stdout).toContain('一是实施“先投后股”专项支持政策')
    expect(stdout).toMatch(/\d+ hits, [\d.]+ ms\.\n$/)
    expect(stdout).not.toContain('\u001b')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('prints the result as JSON', async () => {
    const { stdout } = await dafu(['search', index, '揭榜挂帅', '--json', '--facets', 'reply,year'])
    const result = JSON.parse(stdout)
    expect(result.hits[0].paragraph.text).toContain('揭榜挂帅')
    expect(result.facets.reply).toEqual([{ value: '2104106', count: result.total }])
  })

  it('takes every search option', async () => {
    const { code, stdout, stderr } = await dafu(
      `search ${index} 科技 人才 --limit 2 --offset 1 --filter reply:2104071 --filter reply:2104106 --facets issuer
      --group reply --sort relevance --match any --no-typos --no-pinyin --explain`.split(/\s+/),
    )
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ 2\. /)
    expect(stdout).toMatch(/issuer {6}株洲市科学技术局 \(2\)/)
    expect(stdout).toMatch(/in all/)
  })

  it.each([
    [
      ['--filter', '年:2025', '--filter', '提案:2104106'],
      ['--filter', 'year:2025', '--filter', 'proposal:2104106'],
    ],
    [
      ['-f', '年份:2025..'],
      ['-f', 'year:2025..'],
    ],
    [
      ['-f', '年:2025年', '-f', '提案:第2104106号', '-f', '类别：A类'],
      ['-f', 'year:2025', '-f', 'proposal:2104106', '-f', 'category:A'],
    ],
    [
      ['-f', '年:2023至2025年'],
      ['-f', 'year:2023..2025'],
    ],
    [
      ['-f', '标记:承诺', '--facets', '单位,类别'],
      ['-f', 'mark:promise', '--facets', 'issuer,category'],
    ],
  ])('takes the names of a query for %j', async (asked, same) => {
    const answers = [asked, same].map((options) => dafu(['search', index, '科技', '--json', ...options]))
    const [found, meant] = (await Promise.all(answers)).map(({ stdout }) => JSON.parse(stdout))
    expect(found.total).toBeGreaterThan(0)
    expect({ ...found, took: 0 }).toEqual({ ...meant, took: 0 })
  })

  it('keeps to what falls due within a range of years', async () => {
    const source = join(folder, 'promises.txt')
    const written = join(folder, 'promises.dafu')
    await writeFile(source, PROMISES)
    await buildIndexFile(readReplies(source), written)
    for (const [range, found] of [
      ['..2026', ['2026']],
      ['2027..', ['2028']],
      ['2026..2028', ['2026', '2028']],
      ['..2025', []],
    ] as const) {
      const { stdout } = await dafu(['search', written, '道路改造', '--filter', `due:${range}`, '--json'])
      const texts: string[] = JSON.parse(stdout).hits.map(({ paragraph }: Hit) => paragraph.text)
      const years = texts.map((text) => /(\d{4})年底前/.exec(text)?.[1]).sort()
      expect({ range, years }).toEqual({ range, years: found })
    }
  })

  it('says why a paragraph is no hit', async () => {
    const { stdout } = await dafu(['search', index, '揭榜挂帅', '--why', '2104071/1/1'])
    expect(stdout).toContain('missing: ')
  })

  it.each([
    ['nothing', '', 'Note: the query is empty\n'],
    ['spaces', '  　 ', 'Note: the query is empty\n'],
    ['punctuation', '，。！？…', 'Note: nothing but signs: there is no word to look for\n'],
    ['emoji', '😀', 'Note: nothing but signs: there is no word to look for\n'],
    ['a year that is none', '年:abc', 'Note: abc is no year: .*\nNote: year here is 2025\n'],
    ['words that stand nowhere', '龘靐', 'Note: no paragraph has 龘靐\n'],
  ])('answers a query of %s with a plain sentence', async (_, query, note = '') => {
    expect(await dafu(['search', index, query])).toEqual({
      code: 0,
      stdout: expect.stringMatching(new RegExp(`^${note}Nothing was found\\.`)),
      stderr: '',
    })
  })

  it.each([
    [['类别:Z'], 'category here is A'],
    [
      ['科技', '--filter', 'year:1999', '--filter', 'issuer:税务局'],
      'year here is 2025 issuer here is 株洲市',
    ],
    [['期限:2029'], 'no letter here has a value of due'],
    [['标记:某某'], 'mark is never 某某: it is one of 承诺,'],
  ])('names the values that there are where %s finds nothing', async (asked, named) => {
    const { stdout } = await dafu(['search', index, ...asked])
    expect(stdout.replace(/\n(?:Note: )?/g, ' ')).toContain(named)
  })

  it('names the values of a facet once', async () => {
    const { stdout } = await dafu(['search', index, '标记:某某'])
    expect(stdout.match(/^Note: /gm)).toHaveLength(1)
  })

  it('refuses a query that is too long, with the limit', async () => {
    expectFailure(
      await dafu(['search', index, '先投后股'.repeat(8_000)]),
      1,
      /^dafu: Invalid query: .*at most 10000 characters/,
    )
  })

  it.each([
    ['an unknown option', ['--limt', '2'], /unknown option '--limt'\n\(Did you mean --limit\?\)/],
    ['a limit that is no number', ['--limit', 'all'], /whole number/],
    ['a filter by another name', ['--filter', '标题:科技'], /no facet 标题; there are issuer, year/],
    ['an unknown facet', ['--facets', 'years'], /no facet years; there are issuer, year/],
    ['a range that runs backwards', ['--filter', 'year:2025..2020'], /write year:2020\.\.2025/],
    ['a filter without a value', ['--filter', 'year'], /name:value/],
    [
      'a filter by a year that is none',
      ['-f', '年:2025-07'],
      /2025-07 is no year: years are written as 2025/,
    ],
    ['a filter by an unknown mark', ['-f', '标记:某某'], /mark is never 某某: it is one of 承诺,/],
    ['an unknown order', ['--sort', 'name'], /relevance, date, -date/],
    ['no query', [], /missing required argument 'query'\n.* there is only .*\.dafu\. .* 先投后股\nUsage: /],
    [
      'a word of the query that is taken for an option',
      ['-小荷'],
      /unknown option '-小荷'\nA query in which a word begins with - stands behind --, .* -- 科技 -小荷\n/,
    ],
  ])('exits with 2 for %s', async (_, args, message) => {
    const query = message.source.includes('missing') ? [] : ['科技']
    expectFailure(await dafu(['search', index, ...query, ...args]), 2, message)
  })

  it('says that the index comes first where only a word is given', async () => {
    expectFailure(
      await dafu(['search', '科技']),
      2,
      /The index comes first.* there is only 科技\. For example: dafu search letters\.dafu 科技\nUsage: dafu search \[options\] <index> <query\.\.\.>\n/,
    )
  })

  it('exits with 1 for a value over its limit', async () => {
    expectFailure(await dafu(['search', index, '科技', '--limit', '50000']), 1, /limit/)
  })

  it('says what is wrong with a file that is no index', async () => {
    const bytes = await readFile(index)
    const damaged = Buffer.from(bytes)
    damaged.writeUInt8(damaged.readUInt8(200) ^ 1, 200)
    for (const [name, content, message] of [
      [
        'absent.dafu',
        undefined,
        /absent\.dafu could not be read: no such file or folder\. An index is one file.+\n$/,
      ],
      ['empty.dafu', '', /^dafu: .+\n$/],
      ['letter.dafu', '关于提案的答复'.repeat(100), /^dafu: .+\n$/],
      ['short.dafu', bytes.subarray(0, bytes.length >> 1), /^dafu: .+\n$/],
      ['damaged.dafu', damaged, /^dafu: .+\n$/],
    ] as const) {
      const path = join(folder, name)
      if (content !== undefined) await writeFile(path, content)
      expectFailure(await dafu(['search', path, '科技']), 1, message)
    }
  })
})

/** A folder with the corpus, and more files, in `letters`. */
async function letters(extra: Record<string, string> = {}): Promise<string> {
  const own = await mkdtemp(join(folder, 'build-'))
  await mkdir(join(own, 'letters'))
  for (const name of ['2104071.md', '2104106.md']) await cp(join(CORPUS, name), join(own, 'letters', name))
  for (const [name, content] of Object.entries(extra)) await writeFile(join(own, 'letters', name), content)
  return own
}

describe('dafu build', { timeout: 60_000 }, () => {
  it('builds an index and sums up', async () => {
    const cwd = await letters()
    const { code, stdout, stderr } = await dafu(['build', 'letters', '-o', 'out.dafu'], { cwd })
    expect(stdout).toMatch(/^out\.dafu: 2 replies, \d+ paragraphs, \d+ terms, [\d,]+ bytes, in [\d.]+ s\.\n$/)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect((await readdir(cwd)).sort()).toEqual(['letters', 'out.dafu'])
  })

  it('writes no index where a file cannot be read, and leaves the old one', async () => {
    const cwd = await letters({ 'empty.md': '', 'scan.wps': '' })
    await writeFile(join(cwd, 'out.dafu'), 'old')
    const { code, stdout, stderr } = await dafu(['build', 'letters', '-o', 'out.dafu'], { cwd })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^letters.empty\.md: The document is empty/),
      expect.stringMatching(/^letters.scan\.wps: \.wps files are not read/),
      '2 files could not be read. No index was written; --keep-going writes one without them.',
      '',
    ])
    expect(await readFile(join(cwd, 'out.dafu'), 'utf8')).toBe('old')
    expect((await readdir(cwd)).sort()).toEqual(['letters', 'out.dafu'])
  })

  it('reads PDF files, and hides the telephone numbers that it is told to', async () => {
    const cwd = await letters()
    await cp(resolve('test/fixtures/documents/restricted.pdf'), join(cwd, 'letters', 'a.pdf'))
    const args = ['build', 'letters', '-o', 'out.dafu', '--redact', 'phone,landline']
    expect(await dafu(args, { cwd })).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/3 replies/),
    })
    const { stdout } = await dafu(['search', 'out.dafu', '"28687667"'], { cwd })
    expect(stdout).toMatch(/Nothing was found\./)
    expect((await dafu(['search', 'out.dafu', '柳溪渠'], { cwd })).stdout).toContain('柳溪渠已列入计划。')
    expectFailure(await dafu([...args.slice(0, -1), 'names'], { cwd }), 2, /phone or landline/)
  })

  it('tells letters of one name by their paths where it is told to', async () => {
    const cwd = await letters()
    await cp(join(cwd, 'letters'), join(cwd, 'years', '2024'), { recursive: true })
    await cp(join(cwd, 'letters'), join(cwd, 'years', '2025'), { recursive: true })
    const args = ['build', 'years', '-o', 'out.dafu']
    expectFailure(await dafu(args, { cwd }), 1, /same id, 2104071\..*--ids path/s)
    expect(await dafu([...args, '--ids', 'path'], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/4 replies/),
    })
    const { stdout } = await dafu(['search', 'out.dafu', '先投后股', '--json'], { cwd })
    expect(stdout).toContain('"2025/2104071/')

    // Of a part of the folder, the paths begin further down.
    const update = ['update', 'out.dafu', 'years/2025']
    const twice = await dafu([...update, '--ids', 'path', '-o', 'twice.dafu'], { cwd })
    expect(twice.stdout).toMatch(/6 replies/)
    expect(twice.stderr).toMatch(/^2104071 was added beside 2025\/2104071: .*--ids-in\)\.\n2104106 was/)
    expect(await dafu([...update, '--ids-in', 'years'], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/4 replies/),
    })
    expectFailure(await dafu([...update, '--ids-in', 'letters'], { cwd }), 1, /not in letters/)
  })

  it('names the files that hold a second letter, which it does not read', async () => {
    const cwd = await letters({
      'two.md': `${PROMISES}\n${PROMISES.replace('0123', '0124').replace('张三', '李四')}`,
    })
    const { code, stdout, stderr } = await dafu(['build', 'letters', '-o', 'out.dafu'], { cwd })
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^out\.dafu: 3 replies/) })
    expect(stderr).toMatch(/^letters.two\.md: Another letter stands below the first, and was not read.*\n$/)
  })

  it('goes on without such files where it is told to', async () => {
    const cwd = await letters({ 'empty.md': '' })
    const args = ['build', 'letters', 'absent.md', '-o', 'out.dafu', '--keep-going']
    const { code, stdout, stderr } = await dafu(args, { cwd })
    expect(stdout).toMatch(/^out\.dafu: 2 replies/)
    expect(stderr).toMatch(
      /^absent\.md: no such file or folder\.\nletters.empty\.md: .*\n2 files could not be read\.\n$/,
    )
    expect(code).toBe(0)
  })

  it('writes no index of nothing', async () => {
    const cwd = await letters()
    expectFailure(
      await dafu(['build', 'absent', '-o', 'out.dafu', '-k'], { cwd }),
      1,
      /no letter to build an index from/,
    )
    const { stderr } = await dafu(['build', 'absent', '-o', 'out.dafu'], { cwd })
    expect(stderr).toMatch(/\n1 file could not be read\. No index was written\.\n$/)
    expect(await readdir(cwd)).toEqual(['letters'])
  })

  it('takes words to keep whole from a file', async () => {
    const cwd = await letters({ 'words.dict': '创新联合体格局\n' })
    const args = ['build', 'letters', '--user-dictionary', 'letters/words.dict', '-o', 'out.dafu']
    expect(await dafu(args, { cwd })).toMatchObject({ code: 0 })
    const [own, plain] = await Promise.all([
      dafu(['inspect', '--json', 'out.dafu'], { cwd }),
      dafu(['inspect', '--json', index]),
    ])
    expect(JSON.parse(own.stdout).segmenter.fingerprint).not.toBe(
      JSON.parse(plain.stdout).segmenter.fingerprint,
    )
  })

  it('replaces no socket, and no device', async () => {
    const cwd = await letters()
    const output = join(cwd, 'socket')
    const server = createServer().listen(output)
    await once(server, 'listening')
    try {
      const built = await dafu(['build', 'letters', '-o', output], { cwd })
      expectFailure(built, 1, /^dafu: .*socket is a device or the like, and no file\. .*name\.dafu\.\n$/)
      expect((await stat(output)).isSocket()).toBe(true)
    } finally {
      server.close()
    }
  })

  it('leaves nothing behind when it is interrupted while other threads segment', async () => {
    const written = join(folder, 'interrupted')
    await mkdir(written)
    const args = ['build', CORPUS, '-o', join(written, 'letters.dafu'), '--workers', '3']
    const child = spawn(process.execPath, [DAFU, ...args])
    let stderr = ''
    child.stderr.on('data', (text) => {
      stderr += text
    })
    await expect.poll(() => readdir(written), { timeout: 30_000, interval: 10 }).not.toEqual([])
    child.kill('SIGINT')
    expect([await once(child, 'close'), stderr]).toEqual([[130, null], 'Interrupted.\n'])
    expect(await readdir(written)).toEqual([])
  })

  it('says where it cannot write', async () => {
    const cwd = await letters()
    const built = await dafu(['build', 'letters', '-o', 'absent/out.dafu'], { cwd })
    expectFailure(
      built,
      1,
      /^dafu: absent.out\.dafu could not be written: there is no such folder; make it first\.\n$/,
    )
    expectFailure(
      await dafu(['build', 'letters'], { cwd }),
      2,
      /required option '-o, --output <file>'.*\nUsage: dafu build <paths\.\.\.> -o <file> \[options\]/,
    )
    const [one, other] = ['letters/2104071.md', 'letters/2104106.md']
    for (const [output, message] of [
      ['letters', /^dafu: letters is a folder\. Name a file in it .*letters\.dafu\.\n$/],
      [other, /^dafu: letters.2104106\.md is named like a letter, .* name\.dafu\.\n$/],
    ] as const) {
      expectFailure(await dafu(['build', one, '-o', output], { cwd }), 1, message)
    }
    expect(await readFile(join(cwd, other))).toEqual(await readFile(join(CORPUS, '2104106.md')))
  })
})

describe('dafu update and dafu merge', { timeout: 60_000 }, () => {
  it('make the file that a build of all letters makes', async () => {
    const cwd = await letters()
    await dafu(['build', 'letters', '-o', 'all.dafu'], { cwd })
    await dafu(['build', 'letters/2104071.md', '-o', 'a.dafu'], { cwd })
    await dafu(['build', 'letters/2104106.md', '-o', 'b.dafu'], { cwd })
    const merged = await dafu(['merge', 'a.dafu', 'b.dafu', '-o', 'c.dafu'], { cwd })
    expect(merged.stdout).toMatch(
      /^c\.dafu: 2 replies, \d+ paragraphs, \d+ terms, [\d,]+ bytes, in [\d.]+ s\.\n$/,
    )
    const updated = await dafu(['update', 'a.dafu', 'letters/2104106.md'], { cwd })
    expect(updated.stdout).toMatch(/^a\.dafu: 2 replies/)
    const all = await readFile(join(cwd, 'all.dafu'))
    for (const name of ['a.dafu', 'c.dafu']) expect(await readFile(join(cwd, name))).toEqual(all)
    const removed = await dafu(['update', 'a.dafu', '--remove', '2104106', '-o', 'd.dafu'], { cwd })
    expect(removed.stdout).toMatch(/^d\.dafu: 1 reply, /)
    expect((await readdir(cwd)).sort()).toEqual([
      'a.dafu',
      'all.dafu',
      'b.dafu',
      'c.dafu',
      'd.dafu',
      'letters',
    ])
  })

  it('build the same file with workers and little memory', async () => {
    const cwd = await letters()
    await dafu(['build', 'letters', '-o', 'a.dafu'], { cwd })
    const options = ['--workers', '2', '--memory', '0']
    expect(await dafu(['build', 'letters', '-o', 'b.dafu', ...options], { cwd })).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(await readFile(join(cwd, 'b.dafu'))).toEqual(await readFile(join(cwd, 'a.dafu')))
  })

  it('leave the old file where they fail, and say why in a line', async () => {
    const cwd = await letters({ 'words.dict': '创新联合体格局\n', 'empty.md': '' })
    await cp(index, join(cwd, 'a.dafu'))
    await dafu(['build', 'letters/2104071.md', '-o', 'b.dafu', '--user-dictionary', 'letters/words.dict'], {
      cwd,
    })
    for (const [args, code, message] of [
      [
        'merge a.dafu b.dafu -o a.dafu',
        1,
        /^dafu: a\.dafu was cut by jieba .*b\.dafu by jieba .*user dictionary included\.\n$/,
      ],
      ['merge a.dafu absent.dafu -o a.dafu', 1, /^dafu: absent\.dafu could not be read: no such file/],
      ['merge a.dafu', 2, /required option '-o, --output <file>'/],
      [
        'update a.dafu --user-dictionary letters/words.dict --remove 2104071',
        1,
        /^dafu: a\.dafu was cut by .*, the letters by /,
      ],
      ['update a.dafu --remove 7', 1, /^dafu: a\.dafu has no reply “7” to remove\.\n$/],
      ['update a.dafu', 2, /nothing to do: give letters, or --remove/],
      [
        'update a.dafu letters/empty.md',
        1,
        /empty\.md: The document is empty.*\n1 file could not be read\. No index was written/,
      ],
    ] as const) {
      expectFailure(await dafu(args.split(' '), { cwd }), code, message)
    }
    expect(await readFile(join(cwd, 'a.dafu'))).toEqual(await readFile(index))
  })
})

describe.concurrent('dafu inspect and dafu repl', { timeout: 60_000 }, () => {
  it('prints what an index holds', async () => {
    const { code, stdout } = await dafu(['inspect', index])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^replies {5}2\nparagraphs {2}\d+\n/)
    expect(stdout).toMatch(/segmenter {3}jieba \(nodejieba /)
  })

  it('says how to see what is read from a letter', async () => {
    expectFailure(
      await dafu(['inspect', join(CORPUS, '2104071.md')]),
      1,
      /no \.dafu file.* with --parse\.\n$/,
    )
    expectFailure(await dafu(['inspect', CORPUS]), 1, /it is a folder.* with --parse\.\n$/)
  })

  it('searches in a session, with results printed for reading', async () => {
    const { code, stdout, stderr } = await converse(
      process.execPath,
      [DAFU, 'repl', index],
      [
        "const found = await search('先投后股', { limit: 1 })",
        'found',
        'found.hits[0].paragraph.id',
        "await suggest('先投')",
        "(await reply('2104106')).documentNumber",
        "(await paragraph('2104106/2/4')).text.slice(0, 10)",
        'index',
        "await search('科技', { limit: -1 })",
      ],
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/corpus\.dafu: 2 replies, \d+ paragraphs\./)
    expect(stdout).toMatch(/ 1\. [\d.]+ {2}2104071 关于/)
    expect(stdout).toMatch(/'2104071[\d/.]+'/)
    expect(stdout).toMatch(/先投后股 {2}\d paragraphs/)
    expect(stdout).toContain("'株科办〔2025〕39号'")
    expect(stdout).toContain("'三是推动“科学家+企")
    expect(stdout).toMatch(/InvalidQueryError: .*limit/)
    expect(stdout).not.toMatch(/^\s+at /m)
  })

  it('answers what is piped into a session in order', async () => {
    const piped = (lines: string): Promise<Run> =>
      run('sh', ['-c', `printf '%s' "$LINES" | "${process.execPath}" "${DAFU}" repl "${index}"`], {
        env: { LINES: lines },
      })
    const { code, stdout, stderr } = await piped(
      `const found = await search('先投后股', { limit: 1 })\n\nconst ids = [\n  found.hits[0].paragraph.id,\n]\nids\nawait nonsense()\n.help\nawait suggest('先投')\n'last'`,
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(
      /2104071[\d/.]+' \].*nonsense is not defined.*\.exit.*先投后股 {2}\d.*'last'\n> \n?$/s,
    )
    expect((await piped(`1\n.exit\n'never'\n`)).stdout).toMatch(/> 1\n> \n?$/)
  })

  it('is the same in a plain node REPL', async () => {
    const { stdout } = await dafu(['search', index, '揭榜挂帅'])
    const printed = stdout.split('\n').slice(0, 5).join('\n')
    const session = await converse(
      process.execPath,
      ['--interactive'],
      [
        "const { openIndex } = await import('dafu/node')",
        `const letters = await openIndex(${JSON.stringify(index)})`,
        "await letters.search('揭榜挂帅')",
      ],
    )
    expect(session.stdout).toContain(printed)
  })

  it('shows its help and version', async () => {
    const [help, version, none] = await Promise.all([
      dafu(['--help']),
      dafu(['--version']),
      dafu(['nonsense']),
    ])
    for (const command of ['search', 'build', 'update', 'merge', 'inspect', 'repl'])
      expect(help.stdout).toContain(`  ${command} `)
    expect(version.stdout).toBe(`${JSON.parse(await readFile('package.json', 'utf8')).version}\n`)
    expectFailure(none, 2, /unknown command 'nonsense'/)
  })

  it('does not mind a reader that leaves early', async () => {
    const line = `"${process.execPath}" "${DAFU}" search "${index}" 科技 --limit 30 --explain | head -1`
    const { stdout, stderr } = await run('sh', ['-c', line])
    expect(stdout).toMatch(/^ 1\. /)
    expect(stderr).toBe('')
  })
})

describe.concurrent('dafu inspect --parse', { timeout: 60_000 }, () => {
  const letter = resolve('test/fixtures/replies/skeleton/document.txt')

  it('shows the tree, and each field with the place it stands at', async () => {
    const { code, stdout, stderr } = await dafu(['inspect', '--parse', letter])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('document/1/1')
    expect(stdout).toMatch(/^documentNumber {2}青水函〔2023〕18号\n {2}letter 3:1 {2}.*青水函〔2023〕18号/m)
    expect(stdout).toMatch(/^proposals\.0\.number {2}045\n {2}title 4:13 {2}/m)
    expect(stdout).not.toContain('\u001b')
  })

  it('colours what was read, where it writes to a terminal', async () => {
    const { text, format } = await readDocument(letter)
    const reply = parseReply(text, { format, id: 'x' })
    const shown = printReading({ path: letter, text, reply }, { width: 80, color: true })
    expect(shown).toContain('\u001b[32m\u001b[4m青水函〔2023〕18号\u001b[24m\u001b[39m')
  })

  it('tells repairs from doubts', () => {
    const reply = parseReply('关于修渠建议的答复\n沈一禾委员：\n收悉，现答复如下：', {
      id: 'x',
      format: 'text',
    })
    const notes = [
      { kind: 'joined lines', message: 'Two lines are one.', start: 0, end: 4 },
      { kind: 'ambiguous date', message: 'Two days are possible.', start: 10, end: 12 },
    ] as const
    const shown = printReading(
      { path: 'a.txt', text: '关于修渠建议的答复\n沈一禾委员：', reply: { ...reply, notes: [...notes] } },
      { width: 80, color: false },
    )
    expect(shown).toContain(
      '\nRepairs\n1:1 joined lines: Two lines are one.\n\nDoubts\n2:1 ambiguous date: Two',
    )
  })

  it('prints documents and what was read from them as JSON, with what was refused', async () => {
    const { code, stdout } = await dafu(['inspect', '--parse', letter, 'absent.md', '--json'])
    const [read, refused] = JSON.parse(stdout)
    const number = read.reply.provenance.find(({ path }: { path: string[] }) => path[0] === 'documentNumber')
    expect(read.text.slice(number.start, number.end)).toBe('青水函〔2023〕18号')
    expect(refused).toEqual({
      path: 'absent.md',
      error: { name: 'DocumentReadError', message: 'absent.md: no such file or folder.' },
    })
    expect(code).toBe(1)
  })

  it('says which files are no letters, and shows the others', async () => {
    const { code, stdout, stderr } = await dafu(['inspect', '--parse', resolve('package.json'), letter])
    expect(stdout).toContain('青水函〔2023〕18号')
    expect(stderr).toMatch(/package\.json: \.json files are not read/)
    expect((await dafu(['inspect', '--parse', index])).stderr).toMatch(
      /\.dafu: an index, where a letter is read/,
    )
    expect(code).toBe(1)
  })

  it('takes one index where it is told nothing else', async () => {
    expectFailure(await dafu(['inspect', index, index]), 2, /one index at a time; letters take --parse/)
  })
})
