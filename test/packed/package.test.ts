import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Run, run } from '../node/run.js'

/** An empty project that has installed the packed package, without nodejieba. */
let project: string

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'dafu-'))
  await writeFile(join(project, 'package.json'), '{ "private": true }')
  await writeFile(join(project, '.npmrc'), 'yes=true\n')
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', inject('tarball')]
  const { code, stderr } = await run('npm', args, { cwd: project })
  if (code !== 0) throw new Error(`npm install failed: ${stderr}`)
}, 180_000)

afterAll(() => rm(project, { recursive: true }))

/** Runs a program in the project. */
async function runCode(name: string, code: string): Promise<Run> {
  await writeFile(join(project, name), code)
  return run(process.execPath, [name], { cwd: project })
}

describe('the package', { timeout: 60_000 }, () => {
  it('holds these files and no others', () => {
    const names = inject('packed').map((path) => path.replace(/-[A-Za-z0-9_-]{8}(\.d\.ts|\.js)$/, '-*$1'))
    expect([...new Set(names)].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'dist/THIRD-PARTY-LICENSES.txt',
      'dist/chunk-*.js',
      'dist/cli/build-from-paths-*.js',
      'dist/cli/chunk-*.js',
      'dist/cli/index.js',
      'dist/cli/inspect-letters-*.js',
      'dist/cli/update-from-paths-*.js',
      'dist/cli/writing-*.js',
      'dist/client-*.js',
      'dist/corpus.dafu',
      'dist/correct-*.js',
      'dist/element.d.ts',
      'dist/element.js',
      'dist/errors-*.d.ts',
      'dist/errors.js',
      'dist/hit-*.d.ts',
      'dist/index.d.ts',
      'dist/index.js',
      'dist/instantsearch/index.d.ts',
      'dist/instantsearch/index.js',
      'dist/missing-words-*.js',
      'dist/node/chunk-*.js',
      'dist/node/documents-*.js',
      'dist/node/index.d.ts',
      'dist/node/index.js',
      'dist/node/pdf-worker.js',
      'dist/node/rare-query-*.js',
      'dist/node/reply-index-*.js',
      'dist/node/segmenting-worker.js',
      'dist/node/writing-*.js',
      'dist/node/writing-worker.js',
      'dist/number-variants-*.js',
      'dist/open-index-*.d.ts',
      'dist/open-index.d.ts',
      'dist/open-index.js',
      'dist/open-source-*.js',
      'dist/opensearch/index.d.ts',
      'dist/opensearch/index.js',
      'dist/page-chunk-*.js',
      'dist/page-client-*.js',
      'dist/page-correct-*.js',
      'dist/page-missing-words-*.js',
      'dist/page-note-text-*.js',
      'dist/page-number-variants-*.js',
      'dist/page-open-source-*.js',
      'dist/page-rare-query-*.js',
      'dist/parse-plain-*.d.ts',
      'dist/parse-plain.js',
      'dist/parse.js',
      'dist/push-*.js',
      'dist/rare-query-*.js',
      'dist/readings.js',
      'dist/reply-index-*.d.ts',
      'dist/reply-index-*.js',
      'dist/reply-search-*.d.ts',
      'dist/vocabulary-*.js',
      'dist/worker.js',
      'dist/writer-*.js',
      'package.json',
      'src/node/words/dictionaries/one-word.dict.utf8',
      'src/node/words/dictionaries/one-word.idf.utf8',
    ])
  })

  it('is imported, and searches its corpus without nodejieba', async () => {
    const { stdout, stderr } = await runCode(
      'import.mjs',
      `import { readFile } from 'node:fs/promises'
import { openIndex } from 'dafu'
import { openCorpus } from 'dafu/node'
const corpus = await openCorpus()
const { hits } = await corpus.search('先投后股')
const path = new URL(import.meta.resolve('dafu/corpus.dafu'))
const bytes = await openIndex(new Uint8Array(await readFile(path)))
const same = await bytes.search('先投后股')
console.log(JSON.stringify([hits.map((hit) => hit.reply.id), same.hits[0].paragraph.text.slice(0, 16)]))
await corpus.close()`,
    )
    expect(stderr).toBe('')
    const [ids, text] = JSON.parse(stdout)
    expect(new Set(ids)).toEqual(new Set(['2104071', '2104106']))
    expect(text).toBe('一是实施“先投后股”专项支持政策')
  })

  it('loads what a query seldom needs', async () => {
    const { stdout, stderr } = await runCode(
      'rare.mjs',
      `import { openCorpus } from 'dafu/node'
const corpus = await openCorpus()
const found = async (query, options) => (await corpus.search(query, options)).hits[0].paragraph.id
const explained = await corpus.search('先投后股', { explain: true })
console.log(JSON.stringify([
  await found('xiantouhougu'),
  await found('"先投后股" -青年'),
  await found({ all: [{ text: '先投后股' }, { not: { text: '青年' } }] }),
  await found('28687667'),
  explained.hits[0].explanation.parts.length > 0,
  (await corpus.suggest('xt')).length > 0,
]))
await corpus.close()`,
    )
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([
      '2104071/2/2',
      '2104106/5/3',
      '2104106/5/3',
      '2104071/1/1',
      true,
      true,
    ])
  })

  it('has one class of each error, whichever entry throws it', async () => {
    const { stdout, stderr } = await runCode(
      'errors.mjs',
      `import * as dafu from 'dafu'
import * as node from 'dafu/node'
import * as page from 'dafu/open-index'
import * as cluster from 'dafu/opensearch'
const thrown = async (run) => { try { await run() } catch (error) { return error } }
const different = Object.keys(dafu).filter((name) => /Error$/.test(name))
  .filter((name) => dafu[name] !== node[name] || dafu[name] !== page[name])
const kinds = [node.DocumentReadError, node.IndexWriteError, cluster.ClusterError, cluster.PushError]
console.log(JSON.stringify([
  different,
  kinds.map((kind) => kind.prototype instanceof dafu.DafuError),
  await thrown(() => node.openIndex(new Uint8Array(9))) instanceof dafu.IndexFormatError,
  await thrown(() => page.openIndex(new Uint8Array(9))) instanceof node.IndexFormatError,
  await thrown(() => dafu.parseReply('')) instanceof node.InvalidReplyError,
  await thrown(() => node.parseReply('')) instanceof page.InvalidReplyError,
  await thrown(async () => (await node.openCorpus()).search('', { limit: -1 })) instanceof dafu.InvalidQueryError,
  await thrown(() => node.readReplies('absent').next()) instanceof dafu.DafuError,
]))`,
    )
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([[], [true, true, true, true], true, true, true, true, true, true])
  })

  it('is required, and parses and searches', async () => {
    const { stdout, stderr } = await runCode(
      'require.cjs',
      `const { parseReply } = require('dafu')
const { openCorpus } = require('dafu/node')
const reply = parseReply('# 关于市政协十届四次会议第12号提案的答复\\n\\n张三委员：\\n\\n您提出的提案收悉，现答复如下：\\n\\n已经办好。')
openCorpus().then(async (corpus) => {
  const { total } = await corpus.search('揭榜挂帅')
  console.log(JSON.stringify([reply.id, total > 0]))
  await corpus.close()
})`,
    )
    expect(stderr).not.toContain('Error')
    expect(JSON.parse(stdout)).toEqual(['12', true])
  })

  it('loads the parsers of letters when the first one is parsed', async () => {
    const { stdout, stderr } = await runCode(
      'parse.mjs',
      `import { InvalidReplyError } from 'dafu'
import { parseReply } from 'dafu/node'
try {
  parseReply('')
} catch (error) {
  console.log(error instanceof InvalidReplyError)
}
console.log(parseReply('# 关于第 12 号提案的答复\\n\\n张三委员：\\n\\n收悉，现答复如下：\\n\\n已经办好。').id)`,
    )
    expect(stderr).toBe('')
    expect(stdout).toBe('true\n12\n')
  })

  it('says which package DOCX and PDF files take, where it is not installed', async () => {
    await cp('test/fixtures/documents/restricted.pdf', join(project, 'a.pdf'))
    await cp('test/fixtures/documents/restricted.pdf', join(project, 'a.docx'))
    const { stdout } = await runCode(
      'formats.mjs',
      `import { MissingPackageError, readDocument } from 'dafu/node'
for (const path of ['a.pdf', 'a.docx']) {
  const error = await readDocument(path).catch((error) => error)
  console.log(error instanceof MissingPackageError, error.packageName, error.message)
}`,
    )
    expect(stdout.split('\n')).toEqual([
      'true pdfjs-dist Reading PDF files takes the package pdfjs-dist, which is not installed. Install it with `npm i pdfjs-dist@5`.',
      'true mammoth Reading DOCX files takes the package mammoth, which is not installed. Install it with `npm i mammoth`.',
      '',
    ])
  })

  it('has a command that searches without nodejieba', async () => {
    const { code, stdout } = await run(
      'npx',
      ['dafu', 'search', 'node_modules/dafu/dist/corpus.dafu', '何涌'],
      {
        cwd: project,
      },
    )
    expect(stdout).toMatch(/^ 1\. [\d.]+ {2}2104106/)
    expect(code).toBe(0)
  })

  it('says in one line what building needs where nodejieba is absent or was not built', async () => {
    await cp('corpus/2104071.md', join(project, 'letter.md'))
    const build = (): Promise<Run> =>
      run('node_modules/.bin/dafu', ['build', 'letter.md', '-o', 'out.dafu'], { cwd: project })
    const nodejieba = join(project, 'node_modules', 'nodejieba')
    const remedy = /npm i nodejieba.*python3, make and g\+\+.*yes=true.*allowScripts/

    const absent = await build()
    expect(absent).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^dafu: .*not installed.*\n$/),
    })
    expect(absent.stderr).toMatch(remedy)

    const built = resolve('node_modules/nodejieba')
    await cp(built, nodejieba, { recursive: true, filter: (path) => path !== join(built, 'build') })
    const unbuilt = await build()
    expect(unbuilt).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^dafu: .*not built.*\n$/),
    })
    expect(unbuilt.stderr).toMatch(remedy)

    await rm(nodejieba, { recursive: true })
    await symlink(built, nodejieba, 'junction')
    expect(await build()).toMatchObject({ code: 0, stdout: expect.stringMatching(/^out\.dafu: 1 reply, /) })
  })
})
