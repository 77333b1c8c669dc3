import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bench, type Results } from '../../scripts/bench/bench.js'
import { chartOf } from '../../scripts/bench/chart.js'
import { withSection } from '../../scripts/bench/readme.js'
import { medians } from '../../scripts/bench/statistics.js'
import { KINDS, prepareSynthetic, readParagraphs } from '../../scripts/bench/synthetic.js'
import { networkTable, shortEngineTable, tablesOf } from '../../scripts/bench/table.js'

// The short form of `npm run bench`; it asserts no times.

describe('the bench', { timeout: 120_000 }, () => {
  const work = join('node_modules', '.cache', 'dafu-bench-test')
  let results: Results

  beforeAll(async () => {
    rmSync(work, { recursive: true, force: true })
    // Bytes are counted from Node, where there is no browser to install.
    vi.stubEnv('CHROMIUM', 'none')
    results = await bench({
      paragraphs: 200,
      engines: ['dafu'],
      runs: 1,
      corpus: true,
      network: true,
      work,
      log() {},
    })
  }, 120_000)
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(work, { recursive: true, force: true })
  })

  it('measures building, opening and querying in fresh processes', () => {
    const { dafu } = results.engines
    expect(dafu).toMatchObject({ build: expect.any(Number), open: expect.any(Number) })
    for (const kind of KINDS) {
      expect(dafu?.[`${kind}.p99`]).toBeGreaterThanOrEqual(dafu?.[`${kind}.p50`] ?? Number.NaN)
      expect(dafu?.[`${kind}.empty`]).toBe(0)
    }
    expect(results.corpus).toMatchObject({ build: expect.any(Number), openBundle: expect.any(Number) })
    expect(results.corpus).toMatchObject({ parseMarkdown: expect.any(Number), parseHtml: expect.any(Number) })
  })

  it('accounts for every byte of the file', () => {
    const dafu = results.engines.dafu ?? {}
    const sections = Object.keys(dafu).filter((name) => name.startsWith('section.'))
    expect(sections.reduce((sum, name) => sum + (dafu[name] ?? 0), 0)).toBe(dafu.wholeBytes)
  })

  it('counts what a query takes from a host', () => {
    const dafu = results.engines.dafu ?? {}
    expect(dafu['net.first']).toBeGreaterThan(dafu['net.library'] ?? Number.NaN)
    expect(dafu['net.first.texts']).toBeGreaterThan(0)
    expect(dafu['net.first.requests']).toBeGreaterThanOrEqual(dafu['net.first.rounds.max'] ?? Number.NaN)
  })

  it('shows its figures in tables and a chart, in both languages', () => {
    expect(tablesOf(results, 'en')).toContain('| Build and save, s |')
    expect(tablesOf(results, 'zh')).toContain('| 构建并保存，秒 |')
    expect(shortEngineTable(results, 'en')).toContain('| A rare word: p99, ms |')
    expect(shortEngineTable(results, 'en')).not.toContain('| A rare word: p50, CPU ms |')
    expect(networkTable(results, 'en').split('\n').slice(2)).toEqual([
      expect.stringMatching(/^\| The first query, with library and opening \|( [\d.]+ \|){5}$/),
      ...KINDS.map(() => expect.stringMatching(/^\| .* \|( [\d.]+ \|){5}$/)),
      expect.stringMatching(/^\| The first query in pinyin \|( [\d.]+ \|){5}$/),
    ])
    expect(chartOf(results, 'en')).toMatch(/^<svg .*<\/svg>\n$/s)
  })
})

describe('the synthetic paragraphs', () => {
  it('are the same every time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dafu-bench-'))
    try {
      const dictionary = join(folder, 'dictionary')
      const words = [
        '科技',
        '人才',
        '政策',
        '资金',
        '项目',
        '企业',
        '创新',
        '服务',
        '平台',
        '成果',
        '基金',
        '贷款',
      ]
      writeFileSync(dictionary, words.map((word, i) => `${word} ${100 - i} n`).join('\n'))
      const [first, second] = ['1', '2'].map((name) => {
        const synthetic = prepareSynthetic(50, join(folder, name), dictionary)
        return { synthetic, text: readFileSync(join(folder, name, 'paragraphs.txt'), 'utf8') }
      })
      expect(second).toEqual(first)
      const paragraphs = [...readParagraphs(join(folder, '1'))]
      expect(paragraphs.join('\n')).toBe(first?.text.trimEnd())
      expect(paragraphs).toHaveLength(50)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the figures', () => {
  it.each(['README.md', 'README.zh-CN.md'])('in %s are those of the full tables', (name) => {
    const [short, full] = [name, `scripts/bench/${name}`].map((path) => readFileSync(path, 'utf8'))
    for (const paragraphs of [10_000, 100_000, 1_000_000]) {
      const rows = sectionOf(short, paragraphs).match(/^\|.*$/gm) ?? []
      expect(rows.length).toBeGreaterThan(10)
      expect(sectionOf(full, paragraphs).split('\n')).toEqual(expect.arrayContaining(rows))
    }
  })

  it('are medians over the runs that have them', () => {
    expect(medians([{ a: 3, b: 1 }, { a: 1 }, { a: 2 }])).toEqual({ a: 2, b: 1 })
  })

  it('go between the markers of a README, where it has them', () => {
    const readme = 'a\n<!-- bench 10: written by npm run bench -->\nold\n<!-- /bench 10 -->\nb'
    expect(withSection(readme, 10, 'new')).toBe(
      'a\n<!-- bench 10: written by npm run bench -->\n\nnew\n\n<!-- /bench 10 -->\nb',
    )
    expect(withSection(readme, 20, 'new')).toBeUndefined()
  })
})

function sectionOf(readme = '', part: number): string {
  const [, section = ''] = readme.split(`<!-- bench ${part}: written by npm run bench -->`)
  return section.split(`<!-- /bench ${part} -->`)[0] ?? ''
}
