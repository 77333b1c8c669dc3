import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartOf } from '../../scripts/evaluate/chart.js'
import { type Evaluation, evaluate } from '../../scripts/evaluate/evaluate.js'
import { fullWidth, NUMERAL_PHRASE, otherNumeral } from '../../scripts/evaluate/forms.js'
import { toReply } from '../../scripts/evaluate/libraries/dafu.js'
import { samplePhrases } from '../../scripts/evaluate/phrases.js'
import { seeded } from '../../scripts/evaluate/random.js'
import { withSection } from '../../scripts/evaluate/readme.js'
import type { Result } from '../../scripts/evaluate/results.js'
import { PARTS, ROWS } from '../../scripts/evaluate/rows.js'
import { meanWithInterval } from '../../scripts/evaluate/sensitivity/bootstrap.js'
import { CONSTANTS, chosenValue } from '../../scripts/evaluate/sensitivity/constants.js'
import { openMoved } from '../../scripts/evaluate/sensitivity/open-moved.js'
import { sensitivityOf } from '../../scripts/evaluate/sensitivity/sensitivity.js'
import { readSets } from '../../scripts/evaluate/sets.js'
import { BEGINNINGS } from '../../scripts/evaluate/spellings.js'
import { format, tableOf } from '../../scripts/evaluate/table.js'
import { buildIndex } from '../../src/node/index.js'
import { K1 } from '../../src/search/find/bm25.js'

const ARTICLES = [
  {
    title: '渔港',
    context: '白沙渔港于1998年三月十五日建成，港内停泊大小渔船二百余艘，码头长420米。',
    question: '白沙渔港的码头有多长？',
  },
  {
    title: '茶园',
    context: '云雾茶园位于青石山北坡，海拔900米，每年四月采摘头茶，制成的绿茶销往各地。',
    question: '云雾茶园在哪座山上？',
  },
  {
    title: '书店',
    context: '老街书店由林先生创办，二楼设有阅览室，周末为儿童举办朗读活动，入会者持ABC卡借书。',
    question: '书店周末举办什么活动？',
  },
]

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dafu-'))
  const data = ARTICLES.map(({ title, context, question }) => ({
    title,
    paragraphs: [{ context, qas: [{ question }] }],
  }))
  await writeFile(join(folder, 'tiny.json'), JSON.stringify({ data: [...data, data[0]] }))
})

afterAll(() => rm(folder, { recursive: true }))

describe('readSets', () => {
  it('takes equal contexts for one paragraph and keeps all questions', () => {
    const [set] = readSets(folder)
    expect(set?.name).toBe('tiny')
    expect(set?.contexts.map(({ id, title }) => [id, title])).toEqual([
      ['p00001', '渔港'],
      ['p00002', '茶园'],
      ['p00003', '书店'],
    ])
    expect(set?.questions.map(({ context }) => context)).toEqual(['p00001', 'p00002', 'p00003', 'p00001'])
  })

  it('refuses a folder without sets and a file of another layout', async () => {
    const other = join(folder, 'other')
    await mkdir(other)
    expect(() => readSets(other)).toThrow('No .json file')
    await writeFile(join(other, 'list.json'), '{}')
    expect(() => readSets(other)).toThrow('no list "data"')
  })
})

describe('evaluate', () => {
  let evaluation: Evaluation
  const valuesOf = (library: string): Result['values'] =>
    evaluation.results.find((result) => result.library === library)?.values ?? {}

  beforeAll(async () => {
    evaluation = await evaluate(readSets(folder), { parts: PARTS, randomStrings: 50, log: () => {} })
  }, 120_000)

  it('measures every library', () => {
    expect(evaluation.results.map(({ set, library }) => [set, library])).toEqual([
      ['tiny', 'dafu'],
      ['tiny', 'MiniSearch, jieba'],
      ['tiny', 'MiniSearch, Intl.Segmenter'],
    ])
  })

  it('finds that dafu answers every question, substring and form', () => {
    expect(evaluation.faults).toEqual([])
    expect(valuesOf('dafu')).toMatchObject({
      mrr: 1,
      none: 0,
      found: 1,
      quotedRecall: 1,
      quotedPrecision: 1,
      acrossFound: 1,
      acrossQuoted: 1,
      s2t: 1,
      s2tw: 1,
      s2hk: 1,
      fullWidth: 1,
      agreement: 1,
      failures: 0,
    })
  })

  it('finds that MiniSearch knows no Traditional characters', () => {
    expect(valuesOf('MiniSearch, jieba').s2t).toBeLessThan(1)
  })

  it('has a row for each figure but the shares that only JSON shows', () => {
    const keys = Object.keys(valuesOf('dafu')).filter(
      (key) => !key.endsWith('.share') && key !== 'slowestRandom',
    )
    expect(ROWS.map(({ key }) => key).sort()).toEqual(keys.sort())
  })

  it('prints a table and draws a chart', () => {
    const table = tableOf(evaluation.results, 'en').split('\n')
    expect(table).toHaveLength(ROWS.length + 2)
    expect(table[2]).toMatch(/^\| Questions: MRR@10 +\| +1\.000 \|/)
    expect(chartOf(evaluation.results, 'zh')).toMatch(/^<svg .*<\/svg>\n$/s)
  })
})

describe('sensitivity', () => {
  it('knows the value of each constant', () => {
    expect(CONSTANTS.map(chosenValue).every((value) => value > 0)).toBe(true)
    expect(chosenValue({ file: 'search/find/bm25.ts', name: 'K1' })).toBe(K1)
    expect(() => chosenValue({ file: 'search/find/bm25.ts', name: 'K9' })).toThrow('declares K9 0 times')
  })

  it('searches with a constant moved', async () => {
    const built = await buildIndex(
      ARTICLES.map(({ title, context }) => toReply({ id: title, text: context })),
    )
    const bytes = await built.toBytes()
    const scoreWith = async (name?: string, value: number = 0): Promise<number> => {
      const constant = CONSTANTS.find((constant) => constant.name === name)
      const opened = await openMoved(bytes, constant && { constant, value })
      return (await opened.search('码头')).hits[0]!.score
    }
    const chosen = (await built.search('码头')).hits[0]!.score
    expect(await scoreWith()).toBe(chosen)
    expect(await scoreWith('words', 1.6)).toBeGreaterThan(chosen)
    expect(await scoreWith('WHOLE_WEIGHT', 0)).toBeLessThan(chosen)
  })

  it('sets each constant beside what it was chosen over', async () => {
    const constants = CONSTANTS.filter(({ name }) => name === 'K1' || name === 'sections')
    const lines = (await sensitivityOf(readSets(folder), () => {}, constants)).split('\n')
    expect(lines.map((line) => line.split('|').map((cell) => cell.trim())[1])).toEqual([
      '',
      expect.stringMatching(/^-+$/),
      'K1',
      'K1',
      'sections',
      'sections',
    ])
    expect(lines[2]).toMatch(/ 1\.000 \| +1\.000 \| \+0\.0000 \[\+0\.0000, \+0\.0000\] \|$/)
  })

  it('takes the interval from resampled questions, the same in every run', () => {
    const differences = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1 : 0))
    const { mean, low, high } = meanWithInterval(differences)
    expect(mean).toBe(0.5)
    // A standard error of 0.05.
    expect(low).toBeCloseTo(0.4, 1)
    expect(high).toBeCloseTo(0.6, 1)
    expect(meanWithInterval(differences)).toEqual({ mean, low, high })
  })
})

describe('format', () => {
  it('shows as complete only what is', () => {
    expect(format(1, { unit: 'share' })).toBe('100.0 %')
    expect(format(0.99999, { unit: 'share' })).toBe('99.9 %')
    expect(format(Number.NaN, { unit: 'share' })).toBe('–')
  })
})

describe('forms', () => {
  it('write numbers in the other numerals', () => {
    expect(['1998年三月', '二〇二五年', '15日', '十届', '二十一次'].map(otherNumeral)).toEqual([
      '一九九八年三月',
      '2025年',
      '十五日',
      '10届',
      '21次',
    ])
    expect('于1998年三月十五日建成'.match(NUMERAL_PHRASE)).toEqual(['1998年三月', '十五日建成'])
  })

  it('write Latin letters and digits in full width', () => {
    expect(fullWidth('ABC卡1')).toBe('ＡＢＣ卡１')
  })
})

describe('samplePhrases', () => {
  it('takes pieces from the inside of one word to the inside of another', () => {
    const context = { id: 'p00001', text: '白沙渔港建成', title: '' }
    const phrases = samplePhrases(seeded(1), [context], 50, {
      from: 2,
      to: 6,
      pattern: /./,
      across: () => new Set([2, 4, 6]),
    })
    expect([...new Set(phrases.map(({ text }) => text))].sort()).toEqual(['沙渔', '沙渔港建', '港建'].sort())
  })
})

describe('BEGINNINGS', () => {
  it('are half of the characters, the same in pinyin with a letter more, and all initials', () => {
    const typed = ['重庆', '渔港码头', '渔'].map((text) => Object.values(BEGINNINGS).map((of) => of(text)))
    expect(typed).toEqual([
      ['重', 'chongq', 'cq'],
      ['渔港', 'yugangm', 'ygmt'],
      ['渔', 'yu', 'y'],
    ])
  })
})

describe('withSection', () => {
  it('replaces what stands between the markers', () => {
    const [start, end] = ['<!-- quality: written by npm run evaluate -->', '<!-- /quality -->']
    expect(withSection(`a\n${start}\nold\n${end}\nb`, 'new')).toBe(`a\n${start}\n\nnew\n\n${end}\nb`)
    expect(withSection('a', 'new')).toBeUndefined()
  })
})

describe('the figures of the READMEs', () => {
  it.each(['README.md', 'README.zh-CN.md'])('in %s are those of the full table', async (name) => {
    const [short = [], full = []] = await Promise.all(
      [name, `scripts/evaluate/${name}`].map(async (path) => {
        const [, section = ''] = (await readFile(path, 'utf8')).split(
          '<!-- quality: written by npm run evaluate -->',
        )
        const rows = (section.split('<!-- /quality -->')[0] ?? '').match(/^\| .*$/gm) ?? []
        return rows.map((row) => row.split('|').map((cell) => cell.trim()))
      }),
    )
    expect(short.length).toBeGreaterThan(20)
    expect(full).toEqual(expect.arrayContaining(short))
  })
})
