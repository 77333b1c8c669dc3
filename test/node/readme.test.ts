import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { converse, DAFU, run } from './run.js'

// The READMEs show what their code prints. `UPDATE=1 npx vitest run test/node/readme.test.ts` writes it anew.

interface Block {
  language: string
  text: string
}

const BLOCK = /^```(\w+)\n(.*?)^```$/gms
/** Times, which differ between machines. */
const TIME = /[\d.]+(?= m?s\b)/g
/** Differ between versions of the format. */
const SIZE = /[\d,]+(?= bytes)|(?<=bytes +)[\d,]+/g

const readmes = ['README.md', 'README.zh-CN.md']
const folders = ['.', 'scripts/bench', 'scripts/evaluate', 'src/opensearch']
let project: string

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'dafu-'))
  await mkdir(join(project, 'node_modules'))
  await symlink(resolve('.'), join(project, 'node_modules', 'dafu'), 'junction')
  await cp('corpus', join(project, 'letters'), { recursive: true })
})

afterAll(() => rm(project, { recursive: true }))

/** Of a page's headings, as GitHub makes them. */
async function anchorsOf(path: string): Promise<string[]> {
  const prose = (await readFile(path, 'utf8')).replace(BLOCK, '')
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Links of a page that lead to no file, or to no heading of one. */
async function brokenLinksOf(path: string): Promise<string[]> {
  const prose = (await readFile(path, 'utf8')).replace(BLOCK, '')
  const broken: string[] = []
  for (const [, link = ''] of prose.matchAll(/\]\(([^()]+)\)/g)) {
    if (link.startsWith('https://')) continue
    const [file, anchor] = link.split('#')
    const target = file ? join(dirname(path), file) : path
    const leads = anchor ? (await anchorsOf(target)).includes(anchor) : existsSync(target)
    if (!leads) broken.push(link)
  }
  return broken
}

function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(BLOCK)].map(([, language = '', text = '']) => ({ language, text }))
}

/** The blocks as they should be: commands and scripts as they stand, with what they print now. */
async function runBlocks(blocks: readonly Block[]): Promise<Block[]> {
  const done: Block[] = []
  for (const block of blocks) {
    const before = done.at(-1)
    if (block.language === 'console') {
      done.push({ ...block, text: await runSession(block.text) })
    } else if (block.language === 'text' && before?.language === 'js' && !needsCluster(before.text)) {
      done.push({ ...block, text: await runScript(before.text) })
    } else {
      done.push(block)
    }
  }
  return done
}

/** Run by `test/opensearch/cluster/readme.test.ts`. */
function needsCluster(code: string): boolean {
  return code.includes("'dafu/opensearch'")
}

async function runSession(session: string): Promise<string> {
  const lines = session.split('\n')
  const typed = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  let transcript = ''
  for (const command of lines.filter((line) => line.startsWith('$ '))) {
    transcript += `${command}\n${await runCommand(command.slice(2), typed)}`
  }
  return transcript
}

async function runCommand(command: string, typed: readonly string[]): Promise<string> {
  const script = command.replace(/^npm ci && /, '')
  if (script.startsWith('npm run '))
    return (await run('sh', ['-c', script.replace('run', 'run --silent')])).stdout
  const args = script.replace(/^npx dafu /, '').split(' ')
  if (typed.length === 0) return (await run(process.execPath, [DAFU, ...args], { cwd: project })).stdout
  const { stdout } = await converse(process.execPath, [DAFU, ...args], typed, { cwd: project })
  return stdout.replace(/> $/, '')
}

async function runScript(code: string): Promise<string> {
  await writeFile(join(project, 'script.mjs'), code)
  const { stdout, stderr } = await run(process.execPath, ['script.mjs'], { cwd: project })
  expect(stderr).toBe('')
  return stdout
}

/** What must be as it is shown: of sizes, which of them are the same. */
function lasting(blocks: readonly Block[]): string[] {
  const sizes: string[] = []
  return blocks.map(({ text }) =>
    text.replace(TIME, '?').replace(SIZE, (size) => {
      if (!sizes.includes(size)) sizes.push(size)
      return `size ${sizes.indexOf(size) + 1}`
    }),
  )
}

describe('the READMEs', { timeout: 120_000 }, () => {
  it.each(folders)('have the same headings and code in %s, and link to each other', async (folder) => {
    const [english, chinese] = await Promise.all(readmes.map((name) => readFile(join(folder, name), 'utf8')))
    const levels = (markdown = ''): string[] => markdown.match(/^#+(?= )/gm) ?? []
    expect(levels(chinese)).toEqual(levels(english))
    expect(blocksOf(chinese ?? '')).toEqual(blocksOf(english ?? ''))
    expect(english?.split('\n')[0]).toContain('(README.zh-CN.md)')
    expect(chinese?.split('\n')[0]).toContain('(README.md)')
  })

  it.each([
    ...folders.flatMap((folder) => readmes.map((name) => join(folder, name))),
    'ARCHITECTURE.md',
    'corpus/README.md',
  ])('have only links that lead somewhere: %s', async (path) => {
    expect(await brokenLinksOf(path)).toEqual([])
  })

  it('show what their code prints', async () => {
    const markdown = await readFile('README.md', 'utf8')
    const shown = blocksOf(markdown)
    const printed = await runBlocks(shown)
    if (process.env.UPDATE) {
      for (const path of readmes) {
        const open = [...printed]
        const old = await readFile(path, 'utf8')
        await writeFile(
          path,
          old.replace(BLOCK, (_, language) => `\`\`\`${language}\n${open.shift()?.text}\`\`\``),
        )
      }
    } else {
      expect(lasting(printed)).toEqual(lasting(shown))
    }
  })
})
